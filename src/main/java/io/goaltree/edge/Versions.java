package io.goaltree.edge;

import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.shared.UserErrorCode;
import java.util.function.Supplier;

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

    /** A refusal that, when the caller had not seen the current version, carries the object as it is now. */
    public static <T> Outcome<T> refused(Check check, Supplier<T> current) {
        boolean isConflict =
                check.problems().stream().anyMatch(problem -> problem.code() == UserErrorCode.VERSION_CONFLICT);
        return isConflict ? Outcome.refused(check.problems(), current.get()) : Outcome.refused(check.problems());
    }
}
