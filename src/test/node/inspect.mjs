// What a schema breaks of one that callers may rely on.
// Usage: node inspect.mjs OLD_SCHEMA_FILE NEW_SCHEMA_FILE
// Prints a line for each breaking change; exits with 1 when there is one.
import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const [before, after] = process.argv.slice(2, 4).map((file) => buildSchema(readFileSync(file, 'utf8')));
const changes = await diff(before, after);
const breaking = changes.filter((change) => change.criticality.level === CriticalityLevel.Breaking);
for (const { path, message } of breaking) {
  console.log(`${path}: ${message}`);
}
console.log(breaking.length === 0 ? 'No change breaks callers' : `${breaking.length} changes break callers`);
process.exitCode = breaking.length === 0 ? 0 : 1;
