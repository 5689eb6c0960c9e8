// SelfKey's own library for the servers of relying parties, as they use it. The first line says {instanceUrl, apiKey}; each line after it what is called and
// with what: {call: 'integrations.applications.get', args: [..]}. What comes of it is written on a line: {value} or {status, error}. Bytes are written as
// {bytes: base64}, here and there.
import { createInterface } from 'node:readline';
import kycc from '@selfkey/node-lib/lib/kycc/index.js';

const revived = (name, value) => (value && typeof value.bytes === 'string' ? Buffer.from(value.bytes, 'base64') : value);
const written = value => (Buffer.isBuffer(value) ? { bytes: value.toString('base64') } : value);
const say = answer => console.log(`ANSWER ${JSON.stringify(answer)}`);

let clients;
for await (const line of createInterface({ input: process.stdin })) {
  const given = JSON.parse(line, revived);
  if (!clients) {
    clients = {
      integrations: kycc.createKYCCIntegrationsClient(given),
      internal: kycc.createKYCCInternalClient({ ...given, jar: true }),
      // The data of the person whose user token it is, with what is in her files.
      person: token => kycc.getKYCCUserDataForToken(token, {
        ...given, fileProcessor: { stream: false, process: async file => (await file).length }
      })
    };
    continue;
  }
  const path = given.call.split('.');
  const method = path.pop();
  const owner = path.reduce((found, name) => found[name], clients);
  try {
    say({ value: written(await owner[method](...given.args)) });
  } catch (error) {
    say({ status: error.statusCode || 0, error: error.error || error.message });
  }
}
