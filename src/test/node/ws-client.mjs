// Subscribes over WebSocket by the npm client graphql-ws, which speaks graphql-transport-ws.
// Usage: node ws-client.mjs URL DOCUMENT COUNT [CONNECTION_PARAMS]
//   URL                ws://localhost:8080/graphql
//   DOCUMENT           'subscription { goalChanged(cycle: "demo-q3") { __typename } }', or a query
//   COUNT              how many messages to wait for
//   CONNECTION_PARAMS  the payload of connection_init, as JSON
// Prints "ready" once the server has answered a ping that was sent after the subscription, then each message as a line of
// JSON. Ends with 0 after COUNT messages or, with a line "complete", when the server completes; with 1 and a line
// "error close CODE REASON", "error [GraphQL errors]" or "error MESSAGE" when it fails. It never connects again.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { printing } from './printing.mjs';

const [url, query, count, connectionParams] = process.argv.slice(2);
const client = createClient({
  url,
  webSocketImpl: WebSocket,
  connectionParams: connectionParams && JSON.parse(connectionParams),
  retryAttempts: 0,
  on: {
    // The client subscribes as soon as it is connected; a moment later is after that.
    connected: (socket) => setTimeout(() => socket.send('{"type":"ping"}'), 20),
    pong: (isReceived) => isReceived && console.log('ready'),
  },
});
client.subscribe({ query }, printing(Number(count)));
