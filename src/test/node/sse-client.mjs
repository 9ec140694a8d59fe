// Subscribes over server-sent events by the npm client graphql-sse, in distinct connections mode.
// Usage: node sse-client.mjs URL DOCUMENT COUNT
//   URL       http://localhost:8080/graphql
//   DOCUMENT  'subscription { goalChanged(cycle: "demo-q3") { __typename } }', or a query
//   COUNT     how many messages to wait for
// Prints "ready" once the server has begun its answer, then each message as a line of JSON. Ends with 0 after COUNT messages
// or, with a line "complete", when the server completes; with 1 and a line "error HTTP STATUS" or "error MESSAGE" when it
// fails. It never connects again.
import { createClient } from 'graphql-sse';
import { printing } from './printing.mjs';

const [url, query, count] = process.argv.slice(2);
const client = createClient({
  url,
  singleConnection: false,
  retryAttempts: 0,
  on: { connected: () => console.log('ready') },
});
client.subscribe({ query }, printing(Number(count)));
