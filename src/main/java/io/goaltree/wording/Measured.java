package io.goaltree.wording;

import java.util.List;
import java.util.Set;

/** Whether words are about something measured, so that the word before them is most likely a noun. */
final class Measured {
    private static final Set<String> FINITE = English.words("finite");
    private static final Set<String> PLURAL = English.words("finite.plural");
    private static final Set<String> NOT_FINITE_AFTER = English.words("not-finite-after");
    private static final Set<String> COMPARATORS = English.words("comparator");
    private static final Set<String> YARDSTICKS = English.words("yardstick");
    private static final Set<String> MEASURES = English.words("measure");

    private static final Set<String> NUMBERS = English.words("number");
    private static final Set<String> MULTIPLES = English.words("multiple");

    /** How many words after "below" its number may come: "below the level of 2025". */
    private static final int NEAR = 4;

    private Measured() {}

    static boolean isAbout(List<String> words) {
        boolean hasNumber = words.stream().anyMatch(Measured::isNumber);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean isFinite = FINITE.contains(word)
                    || i > 0 && PLURAL.contains(word) && !NOT_FINITE_AFTER.contains(words.get(i - 1));
            boolean compares = COMPARATORS.contains(word)
                    && words.subList(i + 1, Math.min(words.size(), i + 1 + NEAR)).stream()
                            .anyMatch(next -> isNumber(next) || YARDSTICKS.contains(next));
            boolean isMeasure = hasNumber && (MEASURES.contains(word) || word.equals("%"));
            if (isFinite || compares || isMeasure || word.matches("[<>≤≥=]+\\d.*")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(String word) {
        return word.matches("\\W{0,2}\\d.*")
                || word.equals("percent")
                || NUMBERS.contains(word)
                || MULTIPLES.contains(word);
    }
}
