import type { TypedDocumentString } from './generated/graphql.js';

const url = process.env.GOALTREE_URL ?? 'http://localhost:8080';
// A whole header, such as 'Authorization: Basic ...', once a key or a proxy needs one.
const [, name, value] = /^([^:]+):\s*(.*)$/.exec(process.env.GOALTREE_HEADER ?? '') ?? [];

/** Runs one operation; what it takes and what it answers are types made from the schema. */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/graphql-response+json',
      ...(name ? { [name]: value } : {}),
    },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors } = await response.json();
  if (errors) {
    throw new Error(errors.map(({ message }: { message: string }) => message).join('\n'));
  }
  return data;
}
