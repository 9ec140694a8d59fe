// Usage: node live.mjs [URL]
import { gql } from '@apollo/client';
import { connect } from './client.mjs';

const CONFIDENCE = gql`
  query Confidence($cycle: String!) {
    objectives(filter: { cycle: $cycle }, first: 1) {
      edges { node { id title keyResults { id title confidence } } }
      pageInfo { endCursor hasNextPage }
    }
  }
`;
const CHANGED = gql`
  subscription Changed($cycle: String!) {
    goalChanged(cycle: $cycle) { __typename }
  }
`;
const CHECK_IN = gql`
  mutation CheckIn($input: CheckInRecordInput!) {
    checkInRecord(input: $input) { checkIn { id } userErrors { code path message } }
  }
`;

const url = process.argv[2] ?? 'http://localhost:8080/graphql';
const variables = { cycle: 'demo-q3' };
const screen = connect(url);
const colleague = connect(url);

const show = ({ data }) => {
  const [keyResult] = data.objectives.edges[0].node.keyResults;
  console.log(`- ${keyResult.title}: confidence ${keyResult.confidence}`);
  return keyResult;
};

console.log('On the screen:');
const keyResult = show(await screen.client.query({ query: CONFIDENCE, variables }));

// After any change of the cycle's goals, the screen asks again for what it shows.
const refreshed = new Promise((resolve, reject) => {
  screen.client.subscribe({ query: CHANGED, variables }).subscribe({
    next: ({ error }) => (error ? reject(error) : resolve(
      screen.client.query({ query: CONFIDENCE, variables, fetchPolicy: 'network-only' }))),
    error: reject,
  });
});

// The protocol does not tell when a subscription begins, so the colleague checks in until the screen has noticed.
const checkIn = () => colleague.client.mutate({
  mutation: CHECK_IN,
  variables: { input: { keyResult: keyResult.id, confidence: 0.95, note: 'The new crew roster works' } },
});
await checkIn();
const repeated = setInterval(() => checkIn().catch(() => {}), 500);
const answer = await refreshed.finally(() => clearInterval(repeated));

console.log('After a colleague has checked in:');
show(answer);
await Promise.all([screen.close(), colleague.close()]);
