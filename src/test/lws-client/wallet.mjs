// A SelfKey wallet in JavaScript. It reads one line: {root, origin, version, did, key, attributes, document, meta}. It signs up and logs in, and writes
// what the page gets.
import { createInterface } from 'node:readline';
import request from 'request';
import eth from 'ethereumjs-util';

const [line] = await (async () => {
  for await (const one of createInterface({ input: process.stdin })) return [one];
})();
const given = JSON.parse(line);
const key = eth.toBuffer(given.key);
const did = `did:eth:${eth.bufferToHex(eth.privateToAddress(key))}`;
const id = given.did ? did : eth.bufferToHex(eth.privateToPublic(key));

// Whatever is not 2xx is an error, and a POST follows no redirect.
const send = options => new Promise((resolve, reject) => {
  request(options, (error, response, body) => {
    if (error) reject(error);
    else if (response.statusCode < 200 || response.statusCode > 299) reject(new Error(`${response.statusCode} - ${JSON.stringify(body)}`));
    else resolve({ status: response.statusCode, body });
  });
});
const headers = token => ({
  'User-Agent': `SelfKeyIDW/${given.version}`,
  Origin: given.origin,
  ...(token && { Authorization: `Bearer ${token}` })
});

const decoded = part => JSON.parse(Buffer.from(part, 'base64').toString('utf8'));
const encoded = value => Buffer.from(JSON.stringify(value)).toString('base64').replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

const sign = text => {
  const { v, r, s } = eth.ecsign(eth.hashPersonalMessage(Buffer.from(text)), key);
  return eth.toRpcSig(v, r, s);
};

async function establish() {
  const challenge = (await send({ url: `${given.root}/auth/challenge/${id}`, headers: headers(), json: true })).body.jwt;
  const claims = decoded(challenge.split('.')[1]);
  const value = sign(claims.challenge || claims.nonce);
  const signature = given.did ? { value, keyId: `${did}#keys-1` } : value;
  const reply = await send({
    method: 'POST', url: `${given.root}/auth/challenge`, headers: headers(challenge), json: true, body: { signature }
  });
  const [header, payload, bytes] = reply.body.jwt.split('.');
  const token = { header: decoded(header), payload: decoded(payload), bytes };
  if (Math.floor(Date.now() / 1000) > token.payload.exp) throw new Error('the token has expired');
  return `${encoded(token.header)}.${encoded(token.payload)}.${token.bytes}`;
}

const token = await establish();
const value = Buffer.from(given.document, 'base64');
const uploaded = await send({
  method: 'POST', url: `${given.root}/users/file`, headers: headers(token), json: true,
  formData: { document: { value, options: { contentType: 'image/png', filename: 'passport.png' } } }
});
const image = { id: 1, name: 'passport.png', mimeType: 'image/png', size: value.length, content: uploaded.body.id };
const attributes = JSON.parse(JSON.stringify(given.attributes).replaceAll('"$document-1"', JSON.stringify(image)));
const created = await send({
  method: 'POST', url: `${given.root}/users`, headers: headers(token), json: true, body: { attributes, meta: given.meta }
});
const payload = await send({
  url: `${given.root}/users/token`, headers: headers(await establish()), json: true, qs: { meta: JSON.stringify(given.meta) }
});
console.log(`SEEN ${JSON.stringify({ created: created.status, payload: payload.body })}`);
