// Judges documents by a JSON Schema 2020-12. Argument: the file of the schema. Each line of input is a document as a JSON string;
// the answer is one line: the faults as a JSON list, empty when the document is valid.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const ajv = new Ajv({ strictSchema: true, strictTypes: false });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(process.argv[2], "utf8")));

for await (const line of createInterface({ input: process.stdin })) {
  const faults = validate(JSON.parse(JSON.parse(line)))
    ? []
    : validate.errors.map((fault) => `${fault.instancePath} ${fault.message}`);
  process.stdout.write(`${JSON.stringify(faults)}\n`);
}
