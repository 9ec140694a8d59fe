// Usage: node dist/recipe.js KPI CYCLE, with GOALTREE_URL in the environment
import { ask } from './client.js';
import { graphql } from './generated/gql.js';

const Record = graphql(`
  mutation Record($input: KpiValuesRecordInput!) {
    kpiValuesRecord(input: $input) {
      created
      updated
      unchanged
      rejected
      results { index status error { code message } }
      userErrors { code message path }
    }
  }
`);
const Summary = graphql(`
  query Summary($cycle: String!) {
    cycleSummary(cycle: $cycle) {
      objectives
      keyResults
      ratio
      byStatus { status count }
    }
  }
`);

const [kpi = 'failed-changes', cycle = 'demo-q3'] = process.argv.slice(2);

const { kpiValuesRecord: answer } = await ask(Record, {
  input: {
    values: [
      { kpi, at: '2025-02-03', value: '12.50' },
      { kpi, at: '2025-02-10T08:00:00', value: '9' },
    ],
  },
});
console.log(`Recorded: ${answer.created} created, ${answer.unchanged} unchanged, ${answer.rejected} rejected`);
for (const { index, error } of answer.results) {
  if (error) {
    console.log(`- value ${index}: ${error.code}: ${error.message}`);
  }
}

const { cycleSummary: summary } = await ask(Summary, { cycle });
if (summary) {
  console.log(`\n${summary.objectives} objectives with ${summary.keyResults} key results, ratio ${summary.ratio ?? 'not measured'}:`);
  for (const { status, count } of summary.byStatus) {
    console.log(`- ${status}: ${count}`);
  }
}
