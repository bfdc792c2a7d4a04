// Validates documents of CycloneDX with the library of the CycloneDX project, and prints the faulty ones as JSON.
// Usage: node validate.mjs FOLDER
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";

const [folder] = process.argv.slice(2);
const faulty = {};
let valid = 0;
for (const file of readdirSync(folder)) {
  const text = readFileSync(join(folder, file), "utf8");
  const validator = new Validation.JsonStrictValidator(Spec.Version[`v${JSON.parse(text).specVersion.replace(".", "dot")}`]);
  const fault = await validator.validate(text);
  if (fault === null) {
    valid++;
  } else {
    faulty[file] = JSON.stringify(fault).slice(0, 500);
  }
}
process.stdout.write(JSON.stringify({ valid, faulty }));
