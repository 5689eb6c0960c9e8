// The waiting page: hears from the server where the sign-in stands, shows the time that is left, and goes on by itself.
const POLL_MILLIS = 2000;
const SOON_SECONDS = 60;

const page = document.getElementById('signin');
const open = document.getElementById('open');
const status = document.getElementById('status');
const refusal = document.getElementById('refusal');
const left = document.getElementById('left');

const texts = new Map();
for (const item of document.querySelectorAll('#texts [data-text]')) texts.set(item.dataset.text, item.textContent);

let ends = performance.now() + page.dataset.left * 1000;
let done = false;
let paused = false;
let asking = false;
let stream;
let countdown;

/** Takes what the server said: {id, state, expires_in, refusal}. */
function take(progress) {
  if (done || paused) return;
  if (progress.id !== page.dataset.attempt) {
    // Another tab began another sign-in: this page would show the wrong token.
    stop();
    location.reload();
    return;
  }
  ends = performance.now() + progress.expires_in * 1000;
  if (progress.state === 'proven') goOn();
  else if (progress.state === 'finished') show('finished');
  else if (progress.state !== 'pending') show('over');
  else say(progress.refusal);
}

function say(slug) {
  set(status, texts.get('waiting'));
  const sentence = slug === null ? '' : texts.get('refusal.' + slug) ?? texts.get('refusal.other');
  set(refusal, sentence);
}

/** Writes a text only if it is new: screen readers read a live region again whenever it is written. */
function set(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function goOn() {
  stop();
  set(refusal, '');
  set(status, texts.get('proven'));
  location.replace(page.dataset.return);
}

function show(id) {
  stop();
  open.hidden = true;
  const section = document.getElementById(id);
  section.hidden = false;
  // What had the focus is gone: screen readers read on from here.
  section.querySelector('.note').focus();
}

function stop() {
  done = true;
  stream?.close();
  clearInterval(countdown);
}

/** While a wallet in the page leads the browser on, this page does not: a second navigation would break off the first. */
export function pause() {
  paused = true;
}

/** Goes on listening. */
export function resume() {
  paused = false;
  ask();
}

/** Asks once; a sign-in that the server does not know (any more) is over. */
async function ask() {
  if (asking || done) return;
  asking = true;
  try {
    const response = await fetch(page.dataset.api, { headers: { Accept: 'application/json' }, cache: 'no-store' });
    if (response.ok) take(await response.json());
    else if (response.status === 410) show('over');
    else set(status, texts.get('offline'));
  } catch {
    set(status, texts.get('offline'));
  }
  asking = false;
}

async function poll() {
  while (!done) {
    await ask();
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLIS));
  }
}

function listen() {
  if (!('EventSource' in window)) {
    poll();
    return;
  }
  stream = new EventSource(page.dataset.api + '/events');
  stream.addEventListener('message', (event) => take(JSON.parse(event.data)));
  stream.addEventListener('error', () => {
    // The browser connects again by itself unless the server refused.
    if (stream.readyState === EventSource.CLOSED) poll();
    else ask();
  });
}

function tick() {
  const seconds = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
  left.textContent = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
  page.classList.toggle('soon', seconds <= SOON_SECONDS);
  if (seconds === SOON_SECONDS) set(status, texts.get('soon'));
  if (seconds === 0) ask();
}

document.getElementById('left-label').textContent = texts.get('left');
tick();
countdown = setInterval(tick, 1000);
listen();
// A phone freezes a page in the background: what happened meanwhile is asked when the person comes back.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) ask();
});
