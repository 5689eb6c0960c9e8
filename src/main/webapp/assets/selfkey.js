// "Login with SelfKey" on the sign-in page: shows the extension in a dialog, and goes on when the wallet has signed.
import * as lws from './lws.js';
import { pause, resume } from './signin.js';

/** SelfKey's library hands in by itself, and tells nobody what comes of it. */
const LIBRARY_MILLIS = 10000;

const section = document.getElementById('selfkey');
const button = document.getElementById('selfkey-button');
const dialog = document.getElementById('selfkey-dialog');
const frame = document.getElementById('selfkey-frame');
const missing = document.getElementById('selfkey-missing');
const missingText = document.getElementById('selfkey-missing-text').content;
const refusal = document.getElementById('refusal');
const config = JSON.parse(section.dataset.configuration);

/** Where the extension shows itself; empty where there is none; undefined until that is known. */
let uiUrl;
/** Why the extension did not take the configuration. */
let failure;
let wanted = false;

const texts = new Map();
for (const item of document.querySelectorAll('#texts [data-text]')) texts.set(item.dataset.text, item.textContent);

/** Any script may post as the extension does: nothing is framed but an extension, or the practice wallet of our own origin. */
function framed(address) {
  const { protocol, origin, href } = new URL(address, location.href);
  return ['chrome-extension:', 'moz-extension:'].includes(protocol) || origin === location.origin ? href : '';
}

/** Shows the extension, or says that there is none, as soon as it is known. */
function show() {
  wanted = uiUrl === undefined && !failure;
  button.ariaBusy = String(wanted);
  missing.replaceChildren(...(uiUrl === '' ? [missingText.cloneNode(true)] : []));
  if (uiUrl) open();
  else if (failure) tell(failure);
  else close();
}

function open() {
  refusal.textContent = '';
  frame.src = uiUrl;
  if (!dialog.open) dialog.showModal();
}

function close() {
  dialog.close();
}

function tell({ code }) {
  close();
  refusal.textContent = [section.dataset.refused, texts.get('selfkey.' + code)].filter(Boolean).join(' ');
}

async function handIn(payload) {
  close();
  pause();
  try {
    const answer = await lws.login(config, payload);
    if (answer.ok && answer.redirectTo) {
      location.replace(answer.redirectTo);
      return;
    }
    tell(answer);
  } catch {
    tell({});
  }
  resume();
}

function ours() {
  button.role = 'button';
  button.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    button.click();
  });
  button.addEventListener('click', (event) => {
    event.preventDefault();
    show();
  });
  document.getElementById('selfkey-close').addEventListener('click', close);
  dialog.addEventListener('close', () => frame.removeAttribute('src'));
  lws.init(config, {
    ready(address) {
      uiUrl = framed(address);
      failure = undefined;
      if (wanted || dialog.open) show();
    },
    missing() {
      uiUrl = '';
      if (wanted || dialog.open) show();
    },
    again() {
      if (dialog.open) open();
    },
    authenticated: handIn,
    refused(payload) {
      if (uiUrl) {
        tell(payload);
      } else {
        failure = payload;
        if (wanted) show();
      }
    },
  });
}

function theirs(library) {
  window.addEventListener('message', (event) => {
    if (event.source !== window || event.data?.meta?.src !== 'content') return;
    if (event.data.type !== 'wp_auth' || event.data.error) return;
    pause();
    setTimeout(resume, LIBRARY_MILLIS);
  });
  library.init({ ...config, ui: { el: '#selfkey-start' } });
}

if (window.lws) theirs(window.lws);
else ours();
