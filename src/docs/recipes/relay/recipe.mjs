// Usage: node recipe.mjs [URL]
import relay from 'relay-runtime';
import objectivesQuery from './__generated__/objectivesQuery.graphql.js';
import keyResultsQuery from './__generated__/objectivesKeyResultsQuery.graphql.js';
import oneQuery from './__generated__/objectivesOneQuery.graphql.js';

const { createOperationDescriptor, Environment, fetchQuery, Network, RecordSource, ROOT_TYPE, Store } = relay;

const url = process.argv[2] ?? 'http://localhost:8080/graphql';
const requests = [];

const environment = new Environment({
  network: Network.create(async ({ name, text }, variables) => {
    requests.push(name);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json, application/json;q=0.9' },
      body: JSON.stringify({ query: text, operationName: name, variables }),
    });
    return response.json();
  }),
  store: new Store(new RecordSource()),
  // An id is unique across all types: node(id:) of what is in the store needs no request.
  missingFieldHandlers: [{
    kind: 'linked',
    handle: (field, parent, { id }) => (parent?.getType() === ROOT_TYPE && field.name === 'node' ? id : undefined),
  }],
});

const ask = (query, variables, fetchPolicy) => fetchQuery(environment, query, variables, { fetchPolicy }).toPromise();
const requestsSince = () => requests.splice(0).join(', ') || 'none';

console.log('Two pages of objectives, in one connection of the store:');
const firstPage = { cycle: 'demo-q3', first: 2, after: null };
const { objectives: { pageInfo } } = await ask(objectivesQuery, firstPage);
await ask(objectivesQuery, { ...firstPage, after: pageInfo.endCursor });
const inStore = createOperationDescriptor(objectivesQuery, firstPage);
environment.retain(inStore);
const { edges } = environment.lookup(inStore.fragment).data.objectives;
for (const { node } of edges) {
  console.log(`- ${node.title}: ${node.progress.ratio} ${node.progress.status}`);
}
console.log(`Requests: ${requestsSince()}`);

const { id } = edges[3].node;
const { node: known } = await ask(oneQuery, { id }, 'store-or-network');
console.log(`\nOne of them by its id, out of the store: ${known.title}`);
console.log(`Requests: ${requestsSince()}`);

const { node: more } = await ask(keyResultsQuery, { id }, 'store-or-network');
console.log('\nIts key results, which nobody asked for before:');
for (const { title, current, unit } of more.keyResults) {
  console.log(`- ${title}: ${current} ${unit}`);
}
console.log(`Requests: ${requestsSince()}`);
