package io.goaltree.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people write beside a check-in, now and then. */
record Notes(List<String> onCourse, List<String> behind) {
    private static final int SELDOM = 4;

    static Notes of(Entry content) {
        Entry notes = content.entry("notes");
        return new Notes(notes.texts("onCourse"), notes.texts("behind"));
    }

    /** A note that fits, or none most of the time. */
    @Nullable
    String maybe(Numbers numbers, boolean isOnCourse) {
        List<String> fitting = isOnCourse ? onCourse : behind;
        int chosen = numbers.below(fitting.size());
        return numbers.onceIn(SELDOM) ? fitting.get(chosen) : null;
    }
}
