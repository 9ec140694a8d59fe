/**
 * Floor 1, inside edge. What a GraphQL document may ask for, decided from its text and the schema alone: size, shape, validity and
 * the most values it can answer. Knows neither HTTP nor any feature; nothing here executes anything.
 */
@NullMarked
package io.goaltree.edge.limits;

import org.jspecify.annotations.NullMarked;
