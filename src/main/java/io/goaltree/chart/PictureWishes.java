package io.goaltree.chart;

import io.goaltree.shared.Check;
import io.goaltree.shared.UserErrorCode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a picture is wanted, as the URL's parameters say.
 *
 * @param asOf null for now
 */
record PictureWishes(Size size, Theme theme, @Nullable Instant asOf) {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 400;
    private static final int YEAR_END = 4;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    static PictureWishes read(MultivaluedMap<String, String> given) {
        return new PictureWishes(
                new Size(pixels("width", given, WIDTH), pixels("height", given, HEIGHT)), theme(given), instant(given));
    }

    /** A date as a parameter gives it; null when it is absent. */
    static @Nullable LocalDate date(String name, MultivaluedMap<String, String> given) {
        return parsed(name, given, "a date such as 2026-01-31", LocalDate::parse);
    }

    private static @Nullable Instant instant(MultivaluedMap<String, String> given) {
        return parsed(
                "asOf",
                given,
                "an instant with an offset such as 2026-01-31T09:30:00Z",
                text -> OffsetDateTime.parse(text)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant());
    }

    private static <T> @Nullable T parsed(
            String name, MultivaluedMap<String, String> all, String needed, Function<String, T> read) {
        String given = only(name, all);
        if (given == null) {
            return null;
        }
        try {
            // The years of ISO 8601 without an agreement of its own; Java would take more.
            if (given.indexOf('-') == YEAR_END && !given.startsWith("0000")) {
                return read.apply(given);
            }
        } catch (DateTimeException e) {
            // Refused below, like what does not even begin with a year.
        }
        throw refused(name, given, needed);
    }

    private static int pixels(String name, MultivaluedMap<String, String> all, int standard) {
        String given = only(name, all);
        if (given == null) {
            return standard;
        }
        int pixels = DIGITS.matcher(given).matches() ? Integer.parseInt(given) : -1;
        if (pixels < Size.LEAST || pixels > Size.MOST) {
            throw refused(name, given, "a whole number of pixels from " + Size.LEAST + " to " + Size.MOST);
        }
        return pixels;
    }

    private static Theme theme(MultivaluedMap<String, String> all) {
        String given = only("theme", all);
        if (given == null) {
            return Theme.AUTO;
        }
        for (Theme theme : Theme.values()) {
            if (theme.name().toLowerCase(Locale.ROOT).equals(given)) {
                return theme;
            }
        }
        throw refused("theme", given, "light, dark or auto");
    }

    private static @Nullable String only(String name, MultivaluedMap<String, String> all) {
        List<String> given = all.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw new ChartRefused(
                    UserErrorCode.INVALID_VALUE, name + " is there " + given.size() + " times; it must be there once");
        }
        return given.isEmpty() ? null : given.get(0);
    }

    private static ChartRefused refused(String name, String given, String needed) {
        return new ChartRefused(
                UserErrorCode.INVALID_VALUE, name + " is '" + Check.shortened(given) + "'; it must be " + needed);
    }
}
