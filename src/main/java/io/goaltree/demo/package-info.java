/**
 * Floor 4. The demo organisation: what an empty service shows when it is asked to show something. Built through the
 * services like everything else; nothing in here may write rows by itself, and nothing below knows this room.
 */
@NullMarked
package io.goaltree.demo;

import org.jspecify.annotations.NullMarked;
