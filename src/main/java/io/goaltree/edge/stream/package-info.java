/**
 * Floor 1. Answers that keep coming: GraphQL over WebSocket (graphql-transport-ws) and as an event stream (graphql-sse,
 * distinct connections), with the limits on connections and slow readers. Everything of one connection happens on its
 * event loop; what may block on workers.
 */
@NullMarked
package io.goaltree.edge.stream;

import org.jspecify.annotations.NullMarked;
