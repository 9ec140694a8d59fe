/**
 * Floor 4. What turns the rooms below into a running service: the main method, settings, and the PostgreSQL that is started when no other
 * is configured (ADR 0002). No rule of the product lives here, and nothing below imports it.
 */
@NullMarked
package io.goaltree.app;

import org.jspecify.annotations.NullMarked;
