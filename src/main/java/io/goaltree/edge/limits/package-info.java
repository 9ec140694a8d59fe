/** Floor 1. What a document may ask for, decided before anything is executed: size, shape, validity and cost. Knows no HTTP. */
@NullMarked
package io.goaltree.edge.limits;

import org.jspecify.annotations.NullMarked;
