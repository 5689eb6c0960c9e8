// Reads tokens, one in a line, and writes each as the wallet sends it on: header and payload parsed and written anew.
import { createInterface } from 'node:readline';

const again = part => Buffer.from(JSON.stringify(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')))).toString('base64url');

for await (const token of createInterface({ input: process.stdin })) {
  const [header, payload, signature] = token.split('.');
  console.log(`TOKEN ${again(header)}.${again(payload)}.${signature}`);
}
