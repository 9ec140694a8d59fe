// The audits of GraphQL over HTTP, as the graphql-http package has them, on a running service.
// Usage: node audit.mjs URL
// Prints each audit that fails and a last line "N of M graphql-http audits pass"; exits with 1 unless all pass.
// Usage: node audit.mjs --list
// Prints "id name" of every audit.
import { serverAudits } from 'graphql-http';

const [url] = process.argv.slice(2);
const audits = serverAudits({ url });
if (url === '--list') {
  audits.forEach(({ id, name }) => console.log(`${id} ${name}`));
} else {
  const results = await Promise.all(audits.map((audit) => audit.fn()));
  // What the package calls a notice is a MAY, and a warning a SHOULD; here they are rules like any other.
  const failed = results.filter(({ status }) => status !== 'ok');
  failed.forEach(({ id, name, reason }) => console.log(`${id} ${name}: ${reason}`));
  console.log(`${results.length - failed.length} of ${results.length} graphql-http audits pass`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
