package io.goaltree.edge;

import io.goaltree.shared.Check;
import io.goaltree.shared.UserErrorCode;

/** The first half of the optimistic lock: what the caller saw against what is there. The row's version is the second. */
public final class Versions {
    private Versions() {}

    public static void compare(Check check, int expected, int actual) {
        if (expected != actual) {
            check.refuse(
                    UserErrorCode.VERSION_CONFLICT,
                    "expectedVersion is " + expected + ", but the current version is " + actual
                            + "; read it again and repeat with that",
                    "expectedVersion");
        }
    }
}
