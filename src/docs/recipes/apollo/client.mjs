import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { isSubscriptionOperation, relayStylePagination } from '@apollo/client/utilities';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

// Node 20 has none of its own; browsers and node 22 have.
globalThis.WebSocket ??= WebSocket;

/** What went over HTTP since the last look: method and status of each request. */
const requests = [];
export const requestsSince = () => requests.splice(0).join(', ') || 'none';

const countingFetch = async (url, options) => {
  const response = await fetch(url, options);
  requests.push(`${options.method} ${response.status}`);
  return response;
};

/** A client of the service at this URL, such as http://localhost:8080/graphql. */
export function connect(url) {
  // The text of a query goes over the wire once; from then on its hash, by GET, which caches on the way understand.
  const http = new PersistedQueryLink({
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    useGETForHashedQueries: true,
  }).concat(new HttpLink({ uri: url, fetch: countingFetch }));
  const socket = createClient({ url: url.replace(/^http/, 'ws') });
  const client = new ApolloClient({
    link: ApolloLink.split(({ query }) => isSubscriptionOperation(query), new GraphQLWsLink(socket), http),
    cache: new InMemoryCache({
      // Pages of one filter and order grow into one list.
      typePolicies: { Query: { fields: { objectives: relayStylePagination(['filter', 'orderBy']) } } },
    }),
  });
  return { client, close: () => { client.stop(); return socket.dispose(); } };
}
