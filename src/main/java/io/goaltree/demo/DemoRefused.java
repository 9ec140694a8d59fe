package io.goaltree.demo;

import io.goaltree.shared.Outcome;
import io.goaltree.shared.Problem;
import java.util.List;

/** A service refused a part of the demo: a mistake in its content, so the start fails and nothing is kept. */
final class DemoRefused extends IllegalStateException {
    private static final long serialVersionUID = 1;

    DemoRefused(List<Problem> problems) {
        super("The demo organisation was refused: " + problems);
    }

    /** What was done; a refusal is thrown. */
    static <T> T unless(Outcome<T> outcome) {
        return outcome.fold(done -> done, problems -> {
            throw new DemoRefused(problems);
        });
    }
}
