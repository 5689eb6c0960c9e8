// Stands in a page in the place of SelfKey's browser extension, and shows the practice wallet where that would show itself. Include it before the library.
(() => {
  const wallet = new URL('lws', document.currentScript.src);
  let config;
  let count = 0;

  function toPage(type, { id, error, payload } = {}) {
    const meta = { id: id ?? 'content-' + count++, src: 'content' };
    window.postMessage({ type, meta, payload, ...(error && { error: true }) }, location.origin);
  }

  /** As the extension checks it. */
  function wrong({ website, rootEndpoint, endpoints }) {
    return !website?.name || !URL.canParse(website.url) || new URL(website.url).origin !== location.origin || !(rootEndpoint || endpoints);
  }

  function fromPage({ type, meta, payload }) {
    if (meta?.src !== 'browser_lib') return;
    if (type === 'wp_init' && wrong(payload)) {
      toPage(type, { id: meta.id, error: true, payload: { code: 'init_error', message: 'The configuration is wrong' } });
    } else if (type === 'wp_init') {
      config = payload;
      toPage(type, { id: meta.id, payload: { uiUrl: wallet.href } });
    } else if (type === 'wp_teardown') {
      toPage(type, { id: meta.id, payload: 'ok' });
    }
  }

  function fromWallet({ type, payload }, frame) {
    if (type === 'practice_init') frame.postMessage({ type, payload: config }, wallet.origin);
    else if (type === 'practice_auth') toPage('wp_auth', { payload });
  }

  const shown = (frame) => Array.from(document.querySelectorAll('iframe')).some((one) => one.contentWindow === frame);

  window.addEventListener('message', (event) => {
    if (event.source === window) fromPage(event.data ?? {});
    else if (event.origin === wallet.origin && shown(event.source)) fromWallet(event.data ?? {}, event.source);
  });
  toPage('content_init');
})();
