/**
 * Floor 0. What the words of a title say about it: pure functions of English text, whose words are in
 * {@code wording/english.properties}. JDK only. A title in another language is simply not judged.
 */
@NullMarked
package io.goaltree.wording;

import org.jspecify.annotations.NullMarked;
