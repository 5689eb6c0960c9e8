// A relying party as SelfKey's Identity-Wallet 2.1.3 speaks to it.
import { addressOf, hex, signHash } from './key.js';
import { keccak_256 } from './noble.js';

const texts = new Map();
for (const item of document.querySelectorAll('#texts [data-text]')) texts.set(item.dataset.text, item.textContent);

/** The name that stands for a picture in a value: it is made and uploaded when the person signs up. */
const PICTURE = 'practice.png';

/** Something that the person is told. */
export class Told extends Error {}

const utf8 = (text) => new TextEncoder().encode(text);
const fromBase64url = (text) =>
  new TextDecoder().decode(Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0)));
const toBase64url = (text) =>
  btoa(String.fromCharCode(...utf8(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** ERC-191, version 0x45: "Ethereum Signed Message"; r, s and v, which is 27 or 28. */
function sign(text, key) {
  const { recovery, rs } = signHash(keccak_256(utf8('\x19Ethereum Signed Message:\n' + utf8(text).length + text)), key);
  return hex([...rs, recovery + 27]);
}

/** The wallet keeps its token decoded, and writes it anew for each call: a token whose JSON does not come back to the letter fails here as there. */
function rewritten(jwt) {
  const [header, payload, signature] = jwt.split('.');
  const parts = [header, payload].map((part) => toBase64url(JSON.stringify(JSON.parse(fromBase64url(part)))));
  return [...parts, signature].join('.');
}

/** One relying party, as the page has configured it. */
export class RelyingParty {
  constructor(config) {
    this.config = config;
    this.root = new URL(config.rootEndpoint, config.website.url).href.replace(/\/$/, '');
  }

  address(endpoint) {
    const mapped = this.config.endpoints?.[endpoint] ?? endpoint;
    return /^https?:/.test(mapped) ? mapped : this.root + '/' + mapped.replace(/^\//, '');
  }

  async call(method, address, { token, body, json } = {}) {
    const headers = { Accept: 'application/json' };
    if (token) headers.Authorization = 'Bearer ' + token;
    if (json) headers['Content-Type'] = 'application/json';
    const sent = { method, headers, credentials: 'omit', referrerPolicy: 'no-referrer', body: json ? JSON.stringify(json) : body };
    const response = await fetch(address, sent);
    const text = await response.text();
    if (!response.ok) throw new Told(`${texts.get('refused')} ${response.status} ${message(text)}`);
    return text === '' ? {} : JSON.parse(text);
  }

  /** Answers a challenge; the wallet token of it. */
  async session(secret) {
    const did = 'did:eth:' + addressOf(secret);
    const { jwt } = await this.call('GET', this.address('/auth/challenge') + '/' + did);
    const claims = JSON.parse(fromBase64url(jwt.split('.')[1]));
    const value = sign(claims.challenge ?? claims.nonce, secret);
    const reply = this.config.endpoints?.['/auth/challenge-response'] ? '/auth/challenge-response' : '/auth/challenge';
    const answer = await this.call('POST', this.address(reply), { token: jwt, json: { signature: { value, keyId: did + '#keys-1' } } });
    return rewritten(answer.jwt);
  }

  async upload(token, picture, endpoint) {
    const body = new FormData();
    body.append('document', picture, PICTURE);
    const { id } = await this.call('POST', this.address(endpoint), { token, body });
    return { id: 1, name: PICTURE, mimeType: picture.type, size: picture.size, content: id };
  }

  /** The files first, then the attributes that refer to them. */
  async signUp(secret, attributes) {
    const token = await this.session(secret);
    const filled = [];
    for (const { id, schemaId, data } of attributes) {
      filled.push({ id, schemaId, schema: { $id: schemaId }, data: await this.withFiles(token, data, '/users/file') });
    }
    await this.call('POST', this.address('/users'), { token, json: { attributes: filled, meta: this.config.meta ?? {} } });
  }

  async withFiles(token, data, endpoint) {
    if (data === PICTURE) return this.upload(token, await picture(), endpoint);
    if (Array.isArray(data)) return Promise.all(data.map((one) => this.withFiles(token, one, endpoint)));
    if (typeof data !== 'object' || data === null) return data;
    const entries = Object.entries(data).map(async ([name, value]) => [name, await this.withFiles(token, value, endpoint)]);
    return Object.fromEntries(await Promise.all(entries));
  }

  /** A session of its own, whether or not the person has just signed up; what the page hands in. */
  async logIn(secret) {
    const token = await this.session(secret);
    const meta = '?meta=' + encodeURIComponent(JSON.stringify(this.config.meta ?? {}));
    return this.call('GET', this.address('/users/token') + meta, { token });
  }
}

function message(text) {
  try {
    return JSON.parse(text).message ?? '';
  } catch {
    return '';
  }
}

function picture() {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [320, 200];
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#e9eff8';
  pen.fillRect(0, 0, 320, 200);
  pen.fillStyle = '#1d4f91';
  pen.font = '600 28px sans-serif';
  pen.fillText('PRACTICE', 88, 110);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
