/**
 * Floor 1. GraphQL over HTTP: ids, scalars, paging, documents of the schema, and how a refusal or a fault is answered.
 * Knows no feature: features hand it what they want shown.
 */
@NullMarked
package io.goaltree.edge;

import org.jspecify.annotations.NullMarked;
