package io.goaltree.change;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was committed at some moment: PostgreSQL's own snapshot and the database it is of. Its text travels through hands
 * we do not know, so it is read here as strictly as PostgreSQL would, which answers nonsense with an error.
 */
record ChangeSnapshot(String database, String text) {
    private static final int LONGEST = 4_000;
    private static final int LONGEST_NUMBER = 18;
    private static final Pattern FORM = Pattern.compile(
            "([0-9]{1,20}\\.[0-9A-F]{8}\\.[0-9]{1,10})/(([1-9][0-9]{0,17}):([1-9][0-9]{0,17}):([0-9,]*))");

    static Optional<ChangeSnapshot> parse(String given) {
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(given);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long least = Long.parseLong(matcher.group(3));
        long end = Long.parseLong(matcher.group(4));
        return least <= end && isOpenBetween(least, end, matcher.group(5))
                ? Optional.of(new ChangeSnapshot(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    private static boolean isOpenBetween(long least, long end, String open) {
        if (open.isEmpty()) {
            return true;
        }
        long last = least;
        for (String number : open.split(",", -1)) {
            if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
                return false;
            }
            long transaction = Long.parseLong(number);
            if (transaction < last || transaction >= end) {
                return false;
            }
            last = transaction;
        }
        return true;
    }

    @Override
    public String toString() {
        return database + "/" + text;
    }
}
