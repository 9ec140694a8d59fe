/** Floor 4. Wiring: settings, the clock, the embedded database. Nothing below knows this room. */
@NullMarked
package io.goaltree.app;

import org.jspecify.annotations.NullMarked;
