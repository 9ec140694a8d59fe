// What ws-client.mjs and sse-client.mjs have in common: the lines that a test reads.

/**
 * A sink that prints each message as a line of JSON and ends the process: with 0 after so many messages or when the server
 * completes (the line "complete"), with 1 on an error (a line that begins with "error ").
 */
export function printing(count) {
  let left = count;
  return {
    next(message) {
      console.log(JSON.stringify(message));
      left -= 1;
      if (left === 0) {
        process.exit(0);
      }
    },
    complete() {
      console.log('complete');
      process.exit(0);
    },
    error(problem) {
      console.log(`error ${described(problem)}`);
      process.exit(1);
    },
  };
}

function described(problem) {
  if (Array.isArray(problem)) {
    return JSON.stringify(problem); // The GraphQL errors of a document that is refused.
  }
  if (problem?.response) {
    return `HTTP ${problem.response.status}`;
  }
  return typeof problem.code === 'number' ? `close ${problem.code} ${problem.reason}`.trim() : problem.message;
}
