package io.goaltree.wording;

import java.util.List;
import java.util.Set;

/** Whether what is held takes place ("10 interviews with customers") or is a level ("churn below 2 %", "meeting hours at 4"). */
final class HeldEvent {
    private static final Set<String> EVENTS = English.words("event");
    private static final Set<String> AFTER_EVENTS = English.words("event.before");
    private static final Set<String> QUANTITIES = English.words("quantity");
    private static final Set<String> NUMBERS = English.words("number");
    private static final Set<String> LEVELS = Set.of("at", "to", "near", "around");

    private HeldEvent() {}

    /** @param rest the words after "hold" */
    static boolean isIn(List<String> rest) {
        boolean hasQuantity = rest.size() > 2 && QUANTITIES.contains(rest.get(0) + " " + rest.get(1));
        List<String> words = hasQuantity ? rest.subList(2, rest.size()) : rest;
        if (!namesEvent(words)) {
            return false;
        }
        boolean isCounted = words.size() > 1
                && isNumber(words, 0)
                && !words.get(1).equals("%")
                && !words.get(1).equals("percent");
        return isCounted || !isLevel(words) && !Measured.isAbout(words);
    }

    private static boolean namesEvent(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String singular = singular(word);
            boolean isEvent = EVENTS.contains(singular) || i > 0 && EVENTS.contains(words.get(i - 1) + " " + singular);
            boolean isPlural = !singular.equals(word);
            if (isEvent && (isPlural || i == words.size() - 1 || AFTER_EVENTS.contains(words.get(i + 1)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLevel(List<String> words) {
        for (int i = 0; i < words.size() - 1; i++) {
            if (LEVELS.contains(words.get(i)) && isNumber(words, i + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(List<String> words, int i) {
        return NUMBERS.contains(words.get(i)) || words.get(i).matches("\\W?\\d.*");
    }

    private static String singular(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("sses")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }
}
