package io.goaltree.wording;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether the title of a key result names an activity ("Launch the shop") and not an outcome ("5 % of visitors buy").
 *
 * <p>The first word decides, after bullets, numbering, "We will", "To" and the like. A verb that is hardly ever a noun
 * ("implement") makes a task. A word that is both ("launch", "support") is the verb before an article, a possessive or a
 * number, and before anything else unless the rest is about a measure: a finite verb ("reaches"), a comparison with a number
 * ("below 3") or a measured quantity with a number ("satisfaction score 4.5"); "of", "per" and "is" make it a noun at once.
 *
 * A word that says what state a thing is in ("Plan for 2027 agreed") makes it a noun, too. "Hold" is a verb of activity before
 * events only ({@link HeldEvent}), "make" and "do" unless the rest is about a measure.
 *
 * <p>Forms in -ing and -ed make a task before an article only ("Launching the shop", not "Testing coverage"). A change from one
 * number to another is never a task, whatever the verb.
 *
 * <p>Source: product.md section 4 (TASK_WORDED_KEY_RESULT); the heuristic is our own.
 */
public final class TaskWording {
    private static final Set<String> ALWAYS = English.words("task.always");
    private static final Set<String> OR_NOUN = English.words("task.or-noun");
    private static final Set<String> OR_GAIN = English.words("task.or-gain");
    private static final Set<String> OR_ADJECTIVE = English.words("task.or-adjective");
    private static final Set<String> OR_EFFECT = English.words("task.or-effect");
    private static final Set<String> MONEY = English.words("money");
    private static final Set<String> STATES = English.words("state");
    private static final Set<String> LEAD_INS = English.words("lead-in");
    private static final Set<String> DETERMINERS = English.words("determiner");
    private static final Set<String> OF_NOUNS = English.words("of-noun");

    private static final Pattern CLUTTER = Pattern.compile("^(?:"
            + "\\d\\uFE0F?\\u20E3\\s*"
            + "|[(\\[]?(?:\\d+(?:\\.\\d+)*|\\p{L}|[ivx]{1,4})[.):\\]]+\\s+"
            + "|#\\d+\\s+"
            + "|(?:kr|key result|okr|task|to-?do|action|goal|milestone)\\s*\\d*(?:\\.\\d+)*\\s*[:.)\\-–—]\\s*"
            + "|[^\\p{L}\\p{N}]+)");
    private static final Pattern WHEN_OR_WHERE =
            Pattern.compile("^(?:by|until|before|during|in|for|throughout)\\s[^,]{1,40},\\s+");
    private static final Pattern WHO = Pattern.compile(
            "^(?:the |our )?(?:[\\p{L}&-]+ ){0,3}team (?:will|shall|should|must|needs to|wants to|plans to|is going to) ");
    private static final Pattern FROM_TO =
            Pattern.compile("\\bfrom \\W{0,2}\\d\\S*(?: \\S+){0,4}? to \\W{0,2}\\d|\\d\\S* ?(?:->|→|=>) ?\\W?\\d");

    private TaskWording() {}

    /**
     * The verb that makes a title a task.
     *
     * @param title in English, of any length; other languages are not judged
     * @return in lower case, the form in which it was found; empty when the title names no activity
     */
    public static Optional<String> verb(String title) {
        String text = start(Normalizer.normalize(title, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replaceAll("\\s+", " ")
                .strip());
        if (FROM_TO.matcher(text).find()) {
            return Optional.empty();
        }
        List<String> words = Arrays.stream(text.replaceAll("(\\p{L})/(\\p{L})", "$1 and $2")
                        .replace("%", " % ")
                        .replaceAll("(?<=\\p{L})'s\\b", " 's")
                        .replaceAll(",", " , ")
                        .split(" "))
                .map(TaskWording::bare)
                .filter(word -> !word.isEmpty())
                .toList();
        return words.isEmpty() || words.get(0).isEmpty() ? Optional.empty() : verb(words);
    }

    private static Optional<String> verb(List<String> words) {
        String first = words.get(0).startsWith("re-") ? "re" + words.get(0).substring(3) : words.get(0);
        List<String> rest = words.subList(1, words.size());
        String two = rest.isEmpty() ? first : first + " " + rest.get(0);
        if (ALWAYS.contains(two)) {
            return Optional.of(two);
        }
        if (ALWAYS.contains(first)) {
            return Optional.of(first);
        }
        boolean isTask = OR_NOUN.contains(two) && isVerbBefore(rest.subList(1, rest.size()))
                || OR_NOUN.contains(first) && isVerbBefore(rest)
                || OR_GAIN.contains(first) && !startsWithNumber(rest) && isVerbBefore(rest)
                || OR_ADJECTIVE.contains(first) && !rest.isEmpty() && DETERMINERS.contains(rest.get(0))
                || OR_EFFECT.contains(first) && isEffectless(rest)
                || first.equals("hold") && HeldEvent.isIn(rest)
                || isOtherForm(first) && !rest.isEmpty() && DETERMINERS.contains(rest.get(0));
        return isTask ? Optional.of(first) : Optional.empty();
    }

    private static boolean isVerbBefore(List<String> rest) {
        if (rest.isEmpty() || DETERMINERS.contains(rest.get(0)) || startsWithNumber(rest)) {
            return true;
        }
        if (OF_NOUNS.contains(rest.get(0)) || endsInState(rest)) {
            return false;
        }
        boolean joins = Set.of("and", "or", "&", ",", "+").contains(rest.get(0));
        if (joins && rest.size() > 1 && isBase(rest.get(1))) {
            return verb(rest.subList(1, rest.size())).isPresent();
        }
        return !Measured.isAbout(rest);
    }

    private static boolean endsInState(List<String> rest) {
        for (int i = 1; i < rest.size(); i++) {
            boolean isLast = i == rest.size() - 1 || rest.get(i + 1).equals("by");
            if (isLast && STATES.contains(rest.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing is measured after "make" or "do". */
    private static boolean isEffectless(List<String> rest) {
        if (rest.isEmpty() || OF_NOUNS.contains(rest.get(0)) || Measured.isAbout(rest)) {
            return false;
        }
        boolean isMoney = rest.get(0).matches("[€$£].*") || rest.size() > 1 && MONEY.contains(rest.get(1));
        return !(startsWithNumber(rest) && isMoney);
    }

    private static boolean isBase(String word) {
        return ALWAYS.contains(word) || OR_NOUN.contains(word) || OR_GAIN.contains(word);
    }

    /** The form in -ing or -ed of a verb in the lists. */
    private static boolean isOtherForm(String word) {
        int ending = word.endsWith("ing") ? 3 : word.endsWith("ed") ? 2 : 0;
        if (ending == 0) {
            return false;
        }
        String stem = word.substring(0, word.length() - ending);
        boolean doubled = stem.length() > 2 && stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2);
        return isBase(stem)
                || isBase(stem + "e")
                || stem.endsWith("i") && isBase(stem.substring(0, stem.length() - 1) + "y")
                || doubled && isBase(stem.substring(0, stem.length() - 1));
    }

    private static boolean startsWithNumber(List<String> rest) {
        return !rest.isEmpty() && rest.get(0).matches("\\W?\\d.*");
    }

    /** The text without what stands before the first word that says something. */
    private static String start(String text) {
        String rest = text;
        String before;
        do {
            before = rest;
            for (Pattern clutter : List.of(CLUTTER, WHEN_OR_WHERE, WHO)) {
                rest = clutter.matcher(rest).replaceFirst("");
            }
            for (String leadIn : LEAD_INS) {
                if (rest.startsWith(leadIn + " ")) {
                    rest = rest.substring(leadIn.length() + 1);
                }
            }
        } while (!rest.equals(before));
        return rest;
    }

    /** A word without quotes, brackets and full stops around it; signs that mean something stay. */
    private static String bare(String word) {
        return word.matches("[,&+%<>=≤≥~]+|'s")
                ? word
                : word.replaceAll("^[^\\p{L}\\p{N}<>≤≥=€$£]+|[^\\p{L}\\p{N}]+$", "");
    }
}
