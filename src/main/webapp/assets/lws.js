// Speaks to SelfKey's browser extension, by the messages of SelfKey's client library (lws-js-client 1.0.0-beta.27): both post to the page's own window.
const PAGE = 'browser_lib';
const EXTENSION = 'content';
const ANSWER_MILLIS = 5000;
/** An extension that is being updated goes and comes back. */
const RETURN_MILLIS = 1000;

/**
 * Looks for the extension, and tells what comes of it.
 *
 * @param config what `lws.init` takes: website, rootEndpoint, endpoints, attributes, meta, did
 * @param on ready(uiUrl): the extension is there, and shows itself at that address; missing(): it is not; again(): it wants to be shown anew;
 *   authenticated(payload): the person has signed in in the wallet; refused({code, message}): that went wrong
 */
export function init(config, on) {
  const { website, rootEndpoint, endpoints, attributes, meta, did } = config;
  let sent = 0;
  let expected;
  let timer;

  function send(type, payload) {
    const id = PAGE + '_' + sent++;
    window.postMessage({ type, meta: { id, src: PAGE }, payload }, location.origin);
    return id;
  }

  function wait(millis) {
    clearTimeout(timer);
    timer = setTimeout(on.missing, millis);
  }

  function ask() {
    expected = send('wp_init', { website, rootEndpoint, endpoints, attributes, meta, did });
    wait(ANSWER_MILLIS);
  }

  function answered({ error, payload }) {
    clearTimeout(timer);
    expected = undefined;
    if (error) on.refused(payload ?? {});
    else if (!payload?.uiUrl) on.missing();
    else on.ready(payload.uiUrl);
  }

  function take(message) {
    if (message.type === 'content_init') ask();
    else if (message.type === 'content_disconnect') wait(RETURN_MILLIS);
    else if (message.type === 'idw_disconnect') on.again();
    else if (message.meta.id === expected) answered(message);
    else if (message.type === 'wp_auth' && message.error) on.refused(message.payload ?? {});
    else if (message.type === 'wp_auth') on.authenticated(message.payload ?? {});
  }

  window.addEventListener('message', (event) => {
    if (event.source === window && event.data?.meta?.src === EXTENSION) take(event.data);
  });
  window.addEventListener('pagehide', () => send('wp_teardown', {}));
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) ask();
  });
  ask();
}

/**
 * Hands in what the wallet got.
 *
 * @param config as above
 * @param payload what `authenticated` told
 * @returns {code, message, redirectTo} of the answer, and whether it was `ok`
 */
export async function login(config, payload) {
  const response = await fetch(config.endpoints?.login ?? config.rootEndpoint + '/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(payload),
  });
  return { ...(await response.json()), ok: response.ok };
}
