// Lists every model with the npm client and prints how many and how long, in milliseconds.
// Usage: node list.mjs ENDPOINT
import { listModels } from "@huggingface/hub";

const [hubUrl] = process.argv.slice(2);
const started = performance.now();
let models = 0;
for await (const model of listModels({
  hubUrl, sort: "createdAt", additionalFields: ["sha", "createdAt", "disabled", "tags", "library_name"],
})) {
  if (model.sha) models++;
}
process.stdout.write(JSON.stringify({ models, millis: Math.round(performance.now() - started) }));
