// Automatic persisted queries by urql's persistedExchange, which differs from Apollo Client: it knows a miss by the message
// alone, and by default sends the text by GET, too, with a member "miss" beside the hash.
// Usage: node urql.mjs URL
// Prints the requests and answers of two clients that ask the same, one after the other.
import { Client, fetchExchange, gql } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';

const [url] = process.argv.slice(2);
const query = gql`
  query Cycle($key: String!) {
    cycle(key: $key) { key }
  }
`;

async function ask(preferGetForPersistedQueries) {
  const requests = [];
  const client = new Client({
    url,
    exchanges: [persistedExchange({ preferGetForPersistedQueries }), fetchExchange],
    fetch: async (input, options) => {
      const response = await fetch(input, options);
      requests.push(`${options.method} ${response.status}`);
      return response;
    },
  });
  const { data, error } = await client.query(query, { key: 'no-such-cycle' }).toPromise();
  console.log(`${requests.join(', ')}: ${error ?? JSON.stringify(data)}`);
}

await ask('within-url-limit');
await ask('within-url-limit');
await ask(false);
