/** Floor 4. Wiring: settings, the clock, the embedded database, the demo organisation. Nothing below knows this room. */
@NullMarked
package io.goaltree.app;

import org.jspecify.annotations.NullMarked;
