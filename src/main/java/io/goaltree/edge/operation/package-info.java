/**
 * Floor 1. From what a caller asks to an operation that may run, and from its run to an answer; the same for HTTP, WebSocket
 * and event streams. Knows neither of them.
 */
@NullMarked
package io.goaltree.edge.operation;

import org.jspecify.annotations.NullMarked;
