// Usage: node dist/recipe.js KPI CYCLE, with GOALTREE_URL in the environment
import { ask } from './client.js';
import { graphql } from './generated/gql.js';
import type { RowsQuery } from './generated/graphql.js';

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
const Rows = graphql(`
  query Rows($cycle: String!, $after: String) {
    cycleSummaryRows(cycle: $cycle, first: 1000, after: $after) {
      asOf
      nodes { title depth ratio status keyResults measuredKeyResults }
      pageInfo { hasNextPage endCursor }
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

let after: string | null | undefined;
do {
  const { cycleSummaryRows: page }: RowsQuery = await ask(Rows, { cycle, after });
  if (!after) {
    console.log(`\nAs of ${page.asOf}:`);
  }
  for (const { title, depth, ratio, status, keyResults, measuredKeyResults } of page.nodes) {
    const measured = `${measuredKeyResults} of ${keyResults} measured`;
    console.log(`${'  '.repeat(depth)}- ${title}: ${status}, ratio ${ratio ?? 'unknown'}, ${measured}`);
  }
  after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
} while (after);
