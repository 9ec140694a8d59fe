/** Floor 2. Reviews of KPIs: what people made of them, which are due, and which gaps are real enough for an objective. */
@NullMarked
package io.goaltree.review;

import org.jspecify.annotations.NullMarked;
