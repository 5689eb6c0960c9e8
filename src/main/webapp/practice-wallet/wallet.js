// The practice wallet: takes what the Idena web app takes, and does what it does, with a key that is worth nothing.
import { addressOf, hex, key, newKey, signHash, take } from './key.js';
import { keccak_256 } from './noble.js';
import { STAFF } from './staff.js';

const STATE = 'gatehouse-practice-state';
const AGE = 'gatehouse-practice-age';
const PARAMETERS = ['token', 'callback_url', 'nonce_endpoint', 'authentication_endpoint', 'favicon_url'];

const at = (id) => document.getElementById(id);
const texts = new Map();
for (const item of document.querySelectorAll('#texts [data-text]')) texts.set(item.dataset.text, item.textContent);

/** Something that the person is told. */
class Told extends Error {}

/** What Idena signs: r, s and the recovery id, over the nonce hashed twice. */
function sign(nonce, key) {
  const { recovery, rs } = signHash(keccak_256(keccak_256(new TextEncoder().encode(nonce))), key);
  return hex([...rs, recovery]);
}

/** The parameters, decoded twice as the real app does: what survives here survives there. */
function parameters() {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(PARAMETERS.filter((name) => query.has(name)).map((name) => [name, decodeURIComponent(query.get(name))]));
}

function ours(address) {
  try {
    return new URL(address).origin === location.origin;
  } catch {
    return false;
  }
}

async function post(address, body) {
  return fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    body: JSON.stringify(body),
  });
}

/** Posts as the real app does, and takes only what it would take. */
async function call(address, body) {
  const response = await post(address, body);
  if (!response.ok) throw new Told(texts.get('refused') + ' ' + response.status);
  const answer = await response.json();
  if (!answer.success) throw new Told(texts.get('refused') + ' ' + (answer.error ?? ''));
  return answer.data;
}

async function confirm(asked) {
  const secret = key();
  const address = addressOf(secret);
  await post(at('wallet').dataset.people, { address, state: at('state').value, age: at('age').valueAsNumber });
  const { nonce } = await call(asked.nonce_endpoint, { token: asked.token, address });
  if (typeof nonce !== 'string' || !nonce.startsWith('signin-')) throw new Told(texts.get('nononce'));
  const { authenticated } = await call(asked.authentication_endpoint, { token: asked.token, signature: sign(nonce, secret) });
  if (!authenticated) throw new Told(texts.get('refused'));
  at('status').textContent = texts.get('done');
  location.assign(asked.callback_url);
}

/** Whose key is kept: somebody's who works in the made-up world, or a person's. */
function who() {
  const kept = hex(key()).slice(2);
  return Object.keys(STAFF).find((name) => STAFF[name] === kept) ?? '';
}

function show(asked) {
  at('website').textContent = new URL(asked.callback_url).hostname;
  at('icon').src = asked.favicon_url ?? '/favicon.ico';
  at('token').textContent = asked.token;
  at('address').textContent = addressOf(key());
  at('state').value = localStorage.getItem(STATE) ?? 'Human';
  at('age').value = localStorage.getItem(AGE) ?? '7';
  if (at('staff') !== null) at('staff').value = who();
  at('ask').hidden = false;
}

async function submit(asked) {
  at('confirm').disabled = true;
  at('failure').textContent = '';
  at('status').textContent = texts.get('working');
  localStorage.setItem(STATE, at('state').value);
  localStorage.setItem(AGE, at('age').value);
  try {
    await confirm(asked);
  } catch (fault) {
    at('status').textContent = '';
    at('failure').textContent = fault instanceof Told ? fault.message : texts.get('failed');
    at('confirm').disabled = false;
  }
}

const asked = parameters();
const urls = [asked.callback_url, asked.nonce_endpoint, asked.authentication_endpoint, asked.favicon_url ?? location.origin];
if (!asked.token || urls.includes(undefined)) {
  at('failure').textContent = texts.get('missing');
} else if (!urls.every(ours)) {
  at('failure').textContent = texts.get('foreign');
} else {
  show(asked);
  at('ask').addEventListener('submit', (event) => {
    event.preventDefault();
    submit(asked);
  });
  at('new').addEventListener('click', () => {
    at('address').textContent = addressOf(newKey());
  });
  at('staff')?.addEventListener('change', () => {
    const chosen = STAFF[at('staff').value];
    at('address').textContent = addressOf(chosen === undefined ? newKey() : take(chosen));
  });
  at('cancel').addEventListener('click', () => history.back());
}
