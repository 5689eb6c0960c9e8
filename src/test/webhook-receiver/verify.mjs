// Reads deliveries, one in a line, as {"secret", "headers", "body"}, and writes what the receiver's library says of each.
import { createInterface } from 'node:readline';
import { Webhook } from 'standardwebhooks';

const verdict = ({ secret, headers, body }) => {
  try {
    return `taken ${new Webhook(secret).verify(body, headers).applicationId}`;
  } catch (e) {
    return `refused ${e.message}`;
  }
};

for await (const delivery of createInterface({ input: process.stdin })) console.log(`VERDICT ${verdict(JSON.parse(delivery))}`);
