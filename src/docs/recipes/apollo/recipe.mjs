// Usage: node recipe.mjs [URL]
import { gql } from '@apollo/client';
import { connect, requestsSince } from './client.mjs';

const OBJECTIVES = gql`
  query Objectives($cycle: String!, $after: String) {
    objectives(filter: { cycle: $cycle }, first: 2, after: $after) {
      edges { node { id title version description progress { ratio status } } }
      pageInfo { endCursor hasNextPage }
    }
  }
`;
const DESCRIBE = gql`
  mutation Describe($input: ObjectiveUpdateInput!) {
    objectiveUpdate(input: $input) {
      objective { id version title description }
      userErrors { code path message }
    }
  }
`;

const { client, close } = connect(process.argv[2] ?? 'http://localhost:8080/graphql');

console.log('Two pages of objectives, in one list:');
const variables = { cycle: 'demo-q3' };
const { data: page } = await client.query({ query: OBJECTIVES, variables });
const { data: pages } = await client.query({
  query: OBJECTIVES,
  variables: { ...variables, after: page.objectives.pageInfo.endCursor },
  fetchPolicy: 'network-only', // What is in the cache is the list so far, wherever one enters it.
});
for (const { node } of pages.objectives.edges) {
  console.log(`- ${node.title}: ${node.progress.ratio} ${node.progress.status}`);
}
console.log(`Requests: ${requestsSince()}`);

const { data: again } = await client.query({ query: OBJECTIVES, variables });
console.log(`\nThe same again, out of the cache: ${again.objectives.edges.length} objectives`);
console.log(`Requests: ${requestsSince()}`);

const { id, version } = again.objectives.edges[0].node;
const describe = async (input) => {
  const { data } = await client.mutate({ mutation: DESCRIBE, variables: { input: { id, ...input } } });
  for (const { code, path, message } of data.objectiveUpdate.userErrors) {
    console.log(`- ${code} at ${path.join('.')}: ${message}`);
  }
};

console.log('\nA mutation; its answer updates the cache:');
await describe({ expectedVersion: version, description: 'Promised is what the ticket says' });
const { data: changed } = await client.query({ query: OBJECTIVES, variables });
console.log(`- ${changed.objectives.edges[0].node.description}`);
console.log(`Requests: ${requestsSince()}`);

console.log('\nA mutation that is refused says why, field by field:');
await describe({ expectedVersion: version + 1, title: '', description: 'x'.repeat(10_001) });

await close();
