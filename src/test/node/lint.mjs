// The rules that the schema keeps, beyond being valid.
// Usage: node lint.mjs SCHEMA_FILE
// Prints a line for each finding; exits with 1 when there is one.
import { dirname, resolve } from 'node:path';
import graphql from '@graphql-eslint/eslint-plugin';
import { ESLint } from 'eslint';

/** Values and pages have no identity of their own: they are read only as a part of what has an id. */
const WITHOUT_ID = {
  suffixes: ['Connection', 'Edge', 'Payload'],
  types: [
    'Alignment', 'Behaviour', 'Change', 'CycleSummary', 'CycleSummaryRow', 'Evidence', 'FieldChange', 'Finding', 'Forecast', 'GatheringSegment', 'GoalChange',
    'GoalTree', 'Guardrail', 'HealthyRange', 'HoldMeasure', 'KeyResultRow', 'KpiDefinition', 'KpiGap', 'KpiSignalEvent', 'KpiValueResult', 'KpiValueRevision', 'KpiValueRow',
    'MilestoneMeasure', 'PageInfo', 'Progress', 'ReachMeasure', 'Segment', 'Signal', 'StatusCount', 'TeamSummary', 'UserError', 'Viewer',
  ],
};

/** Findings on names that the contract fixes: one input for several mutations. */
const FIXED_BY_CONTRACT = new Set([
  'Input type `CycleStateInput` name should be `cycleStartInput`.',
  'Input type `CycleStateInput` name should be `cycleBeginClosingInput`.',
  // An audit is read from its newest change on, and its changes are no objects that could be asked for again.
  "Edge type's field `node` must implement `Node` interface.",
  'Field `history` must contain an argument `last`, that return Int.',
  'Field `history` must contain an argument `before`, that return String or Scalar.',
  'Field `reviews` must contain an argument `last`, that return Int.',
  'Field `reviews` must contain an argument `before`, that return String or Scalar.',
  // Rows are loaded from the first to the last.
  'Field `cycleSummaryRows` must contain an argument `last`, that return Int.',
  'Field `cycleSummaryRows` must contain an argument `before`, that return String or Scalar.',
  'Field `keyResultRows` must contain an argument `last`, that return Int.',
  'Field `keyResultRows` must contain an argument `before`, that return String or Scalar.',
  'Field `kpiValueRows` must contain an argument `last`, that return Int.',
  'Field `kpiValueRows` must contain an argument `before`, that return String or Scalar.',
  'Input type `GuardrailInput` name should be `guardrailAddInput`.',
  'Input type `GuardrailInput` name should be `guardrailRemoveInput`.',
]);

const rules = {
  ...graphql.configs['flat/schema-recommended'].rules,
  ...graphql.configs['flat/schema-relay'].rules,
  // As the schema is printed: one line in quotes above each name.
  'description-style': { style: 'inline' },
  'strict-id-in-types': { exceptions: WITHOUT_ID },
  // Lists that are short by their nature, such as the key results of an objective, are plain lists.
  'relay-edge-types': { listTypeCanWrapOnlyEdgeType: false },
  // Everything a stranger can see says what it means, not only types.
  'require-description': {
    types: true,
    rootField: true,
    FieldDefinition: true,
    InputValueDefinition: true,
    EnumValueDefinition: true,
    DirectiveDefinition: true,
  },
  // The field objectiveCreate begins in lower case, its type ObjectiveCreateInput in upper case, as naming-convention wants.
  'input-name': { checkInputType: true, caseSensitiveInputType: false },
};

const file = resolve(process.argv[2]);
const eslint = new ESLint({
  cwd: dirname(file),
  overrideConfigFile: true,
  overrideConfig: {
    files: ['**/*.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: file } } },
    plugins: { '@graphql-eslint': graphql },
    rules: Object.fromEntries(Object.entries(rules).map(([name, options]) =>
      name.startsWith('@') ? [name, options] : [`@graphql-eslint/${name}`, ['error', options]])),
  },
});
const [{ messages }] = await eslint.lintFiles([file]);
const findings = messages.filter(({ message }) => !FIXED_BY_CONTRACT.has(message));
for (const { line, column, ruleId, message } of findings) {
  console.log(`${line}:${column} ${ruleId}: ${message.replaceAll('\n', ' ')}`);
}
console.log(findings.length === 0 ? 'The schema keeps every rule' : `${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;
