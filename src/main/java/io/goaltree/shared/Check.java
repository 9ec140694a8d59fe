package io.goaltree.shared;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with one input, so that a caller sees all of it at once.
 * A method that finds nothing wrong returns the value to use; after a problem its result must not be used.
 */
public final class Check {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern ID = Pattern.compile("[a-z]+_[0-9a-f]{32}");

    private final List<String> prefix;
    private final @Nullable Integer index;
    private final List<Problem> problems;

    private Check(List<String> prefix, @Nullable Integer index, List<Problem> problems) {
        this.prefix = prefix;
        this.index = index;
        this.problems = problems;
    }

    /** A check whose paths begin with the given steps. */
    public static Check of(String... prefix) {
        return new Check(List.of(prefix), null, new ArrayList<>());
    }

    /** A check of something inside, which reports into this one. */
    public Check inside(String... steps) {
        return new Check(path(steps), index, problems);
    }

    /** A check of one item of a list, which reports into this one with the item's position. */
    public Check item(String list, int position) {
        return new Check(path(list, String.valueOf(position)), position, problems);
    }

    public boolean failed() {
        return !problems.isEmpty();
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    public void refuse(UserErrorCode code, String message, String... path) {
        problems.add(new Problem(code, message, path(path), index));
    }

    /** A text that must be there, of 1 to {@code max} characters after surrounding blanks are removed. */
    public String text(String field, @Nullable String value, int max) {
        String stripped = value == null ? "" : value.strip();
        if (stripped.isEmpty()) {
            refuse(UserErrorCode.REQUIRED, label(field) + " is empty; it needs 1 to " + max + " characters", field);
            return "";
        }
        return wellFormed(field, stripped, max);
    }

    /** A text that may be missing; blank counts as missing. */
    public @Nullable String optionalText(String field, @Nullable String value, int max) {
        String stripped = value == null ? "" : value.strip();
        return stripped.isEmpty() ? null : wellFormed(field, stripped, max);
    }

    /** A caller's own name for a thing: 1 to 64 letters, digits, dots, dashes or underscores, not shaped like an id. */
    public String key(String field, @Nullable String value) {
        String key = value == null ? "" : value;
        if (!isKey(key)) {
            refuse(
                    UserErrorCode.INVALID_VALUE,
                    label(field) + " is '" + shortened(key)
                            + "'; it needs 1 to 64 letters, digits, '.', '-' or '_', begins with a letter or digit"
                            + " and must not look like an id",
                    field);
        }
        return key;
    }

    /** Whether a text can be a key of anything: what cannot need not be looked up. */
    public static boolean isKey(String text) {
        return KEY.matcher(text).matches() && !ID.matcher(text).matches();
    }

    /** Whether the database can hold, and so find, a text: it refuses the character NUL, and half a surrogate pair is none. */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(Check::isUnstorable);
    }

    /** A measured value that may be missing. */
    public @Nullable BigDecimal optionalDecimal(String field, @Nullable BigDecimal value) {
        if (value != null && !Decimals.fits(value)) {
            refuse(
                    UserErrorCode.OUT_OF_RANGE,
                    label(field) + " is " + Decimals.shown(value) + ", a number of " + Decimals.digits(value)
                            + " digits; it may have at most " + Decimals.MAX_DIGITS,
                    field);
            return null;
        }
        return value;
    }

    /** A weight: 0 to 100, {@code fallback} when missing. */
    public BigDecimal weight(String field, @Nullable BigDecimal value, BigDecimal fallback) {
        BigDecimal weight = value == null ? fallback : value;
        if (weight.signum() < 0 || weight.compareTo(BigDecimal.valueOf(100)) > 0) {
            refuse(
                    UserErrorCode.OUT_OF_RANGE,
                    label(field) + " is " + Decimals.shown(weight) + "; it must be between 0 and 100",
                    field);
            return fallback;
        }
        BigDecimal fitting = optionalDecimal(field, weight);
        return fitting == null ? fallback : fitting;
    }

    /** An offending text for a message: whole when short, else its beginning and its length in code points. */
    public static String shortened(String value) {
        int length = value.codePointCount(0, value.length());
        String beginning = value.codePoints()
                .limit(length <= 60 ? 60 : 40)
                .map(it -> isUnstorable(it) || Character.isISOControl(it) ? '?' : it)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return length <= 60 ? beginning : beginning + "... (" + length + " characters)";
    }

    private String wellFormed(String field, String value, int max) {
        int length = value.codePointCount(0, value.length());
        if (length > max) {
            refuse(
                    UserErrorCode.OUT_OF_RANGE,
                    label(field) + " '" + shortened(value) + "' has " + length + " characters; it may have at most "
                            + max,
                    field);
        } else if (!isStorable(value)) {
            refuse(
                    UserErrorCode.INVALID_VALUE,
                    label(field) + " '" + shortened(value) + "' contains a character that is not text",
                    field);
        }
        return value;
    }

    private static boolean isUnstorable(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    private List<String> path(String... steps) {
        List<String> path = new ArrayList<>(prefix);
        path.addAll(Arrays.asList(steps));
        return path;
    }

    private static String label(String field) {
        return Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }
}
