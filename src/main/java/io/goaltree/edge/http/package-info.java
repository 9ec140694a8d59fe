/**
 * Floor 1. GraphQL over HTTP: from bytes to what is asked, and from an answer to bytes, with the status, media type and
 * headers that the GraphQL over HTTP draft wants.
 */
@NullMarked
package io.goaltree.edge.http;

import org.jspecify.annotations.NullMarked;
