package io.goaltree.wording;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether the title of an objective holds a number that belongs into a key result: an amount, a share, a multiple.
 *
 * <p>A number that names something is none: years, quarters and dates, norms ("ISO 9001") and versions ("Java 17"), words
 * with digits ("B2B", "OAuth2", "5G"), fixed sayings ("24/7", "net zero", "two-sided"), "one", and places in an order
 * ("first", "3rd", "number one", "#1"), which say where and not how much. "Top 10" is a number: whether it is reached is
 * counted.
 *
 * <p>Source: product.md section 4 (OBJECTIVE_WITH_METRIC); the heuristic is our own.
 */
public final class MetricInTitle {
    private static final Set<String> NUMBERS = English.words("number");
    private static final Set<String> PHRASES = English.words("number.phrase");
    private static final Set<String> MULTIPLES = English.words("multiple");
    private static final Set<String> PERCENT = English.words("percent");
    private static final Set<String> SAYINGS = English.words("number.saying");
    private static final Set<String> NAMES = English.words("name");
    private static final Set<String> MONTHS = English.words("month");

    private static final Pattern YEAR = Pattern.compile("(?:19[5-9]|20[1-9])\\d(?:[/–-](?:20)?\\d\\d)?s?");
    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d\\d(?:-\\d\\d)?|\\d{1,2}[./]\\d{1,2}[./](?:\\d\\d){1,2}|\\d{1,2}\\.\\d{1,2}\\.");
    private static final Pattern ORDINAL = Pattern.compile("\\d+(?:st|nd|rd|th)|#\\d+");
    private static final Pattern FIXED =
            Pattern.compile("24/7|24x7|1:1s?|1-on-1s?|9-to-5|360°?|360-degree|365|50/50|80/20|4K|8K");
    private static final Pattern NEXT_VERSION = Pattern.compile("\\d\\.0");
    private static final Pattern AMOUNT = Pattern.compile(
            "[<>≤≥~+±-]{0,2}[€$£¥]?\\d[\\d.,'⁄]*\\+?(?:%|‰|€|\\$|£|[kmbx]|mn|mio|bn|pp|bps|ms|s|h|hrs?|min|d|kg|km|t|kwh|mwh|gb|tb|eur|usd)?"
                    + "|\\d+(?:-(?:fold|percent|point|star|hour|day|week|month|year|minute|second|digit))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SPELLED =
            Pattern.compile("\\p{L}+-(?:fold|percent|digit)|(?:twen|thir|for|fif|six|seven|eigh|nine)ty-\\p{L}+");

    private MetricInTitle() {}

    /**
     * The first number in a title that measures something.
     *
     * @param title in English, of any length; digits are judged in any language
     * @return as it stands in the title, without punctuation around it; empty when there is none
     */
    public static Optional<String> number(String title) {
        List<String> words = new ArrayList<>();
        String text = Normalizer.normalize(title, Normalizer.Form.NFKC).replace('’', '\'');
        for (String word : text.strip().split("[\\s()\\[\\]\"“”„;:!?|]+(?!\\d)|\\s+")) {
            String bare = bare(word);
            if (!bare.isEmpty()) {
                words.add(bare);
            }
        }
        for (int i = 0; i < words.size(); i++) {
            if (measures(words, i)) {
                return Optional.of(words.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean measures(List<String> words, int i) {
        String lower = lower(words, i);
        String two = lower + " " + lower(words, i + 1);
        String before = lower(words, i - 1);
        String around = before + " " + lower;
        if (SAYINGS.contains(two) || SAYINGS.contains(around) || SAYINGS.contains(two + " " + lower(words, i + 2))) {
            return false;
        }
        if (PERCENT.contains(lower)
                || PERCENT.contains(two)
                || MULTIPLES.contains(lower)
                || PHRASES.contains(around)
                || PHRASES.contains(lower(words, i - 2) + " " + around)) {
            return true;
        }
        if (words.get(i).codePoints().noneMatch(Character::isDigit)) {
            return SPELLED.matcher(lower).matches() || NUMBERS.contains(lower) && !NAMES.contains(before);
        }
        return !names(words, i) && AMOUNT.matcher(words.get(i)).matches();
    }

    /** Whether a word with digits in it names something. */
    private static boolean names(List<String> words, int i) {
        String word = words.get(i);
        String before = lower(words, i - 1);
        boolean isPlain = word.matches("[\\d.,/&-]+");
        return YEAR.matcher(word).matches() && !before.equals("top")
                || DATE.matcher(word).matches()
                || ORDINAL.matcher(word).matches()
                || FIXED.matcher(word).matches()
                || isPlain && (NAMES.contains(before) || before.startsWith("#"))
                || isPlain && (MONTHS.contains(before) || MONTHS.contains(lower(words, i + 1)))
                || NEXT_VERSION.matcher(word).matches() && isNamed(before);
    }

    /** "Platform 2.0" is a name; "rating of 4.0" and "reach 4.0" are not. */
    private static boolean isNamed(String before) {
        return !before.isEmpty()
                && !Set.of(
                                "of", "to", "above", "below", "over", "under", "reach", "score", "rating", "least",
                                "nps", "by", "a")
                        .contains(before);
    }

    private static String lower(List<String> words, int i) {
        return i < 0 || i >= words.size() ? "" : words.get(i).toLowerCase(Locale.ROOT);
    }

    private static String bare(String word) {
        return word.replaceAll("^[^\\p{L}\\p{N}#€$£¥<>≤≥~+±%‰-]+|[^\\p{L}\\p{N}%‰€$£¥+°]+$", "");
    }
}
