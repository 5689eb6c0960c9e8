// The practice person: a key in this browser that is worth nothing.
import { keccak_256, secp256k1 } from './noble.js';

const KEY = 'gatehouse-practice-key';

export const hex = (bytes) => '0x' + Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytes = (text) => Uint8Array.from(text.match(/[0-9a-f]{2}/g), (pair) => parseInt(pair, 16));

export function key() {
  const kept = localStorage.getItem(KEY);
  return kept !== null && /^[0-9a-f]{64}$/.test(kept) ? bytes(kept) : newKey();
}

export function newKey() {
  const made = secp256k1.utils.randomSecretKey();
  localStorage.setItem(KEY, hex(made).slice(2));
  return made;
}

/** Takes this key, 64 hex digits, in the place of the one that is kept. */
export function take(text) {
  localStorage.setItem(KEY, text);
  return bytes(text);
}

/** The address of a key: the end of the Keccak-256 of its public key. */
export function addressOf(key) {
  return hex(keccak_256(secp256k1.getPublicKey(key, false).slice(1)).slice(-20));
}

/** Signs a hash: the recovery id, and r and s. */
export function signHash(hash, key) {
  const [recovery, ...rs] = secp256k1.sign(hash, key, { prehash: false, format: 'recovered', lowS: true });
  return { recovery, rs };
}
