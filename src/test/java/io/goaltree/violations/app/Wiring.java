package io.goaltree.violations.app;

import java.time.Instant;

/** The one room that may read the clock and print: breaks no rule. */
public class Wiring {
    Instant instant() {
        System.err.println("The start failed");
        return Instant.now();
    }
}
