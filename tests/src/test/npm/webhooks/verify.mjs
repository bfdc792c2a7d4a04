// Verifies a message with its secret at a moment, and prints what the library says of it as one JSON object.
// Usage: node verify.mjs MESSAGE-FILE SECRET SECONDS
import { readFileSync } from "node:fs";
import { Webhook } from "standardwebhooks";

const [messageFile, secret, seconds] = process.argv.slice(2);
const { headers, body } = JSON.parse(readFileSync(messageFile, "utf8"));
// The library refuses what is old by the clock of this process; the clock of the test stands elsewhere.
Date.now = () => Number(seconds) * 1000;

const verdict = () => {
  try {
    return new Webhook(secret).verify(body, headers).type;
  } catch (error) {
    return error.message;
  }
};
process.stdout.write(JSON.stringify({ verdict: verdict() }));
