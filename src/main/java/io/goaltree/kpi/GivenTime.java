package io.goaltree.kpi;

import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.shared.Problem;
import io.goaltree.shared.UserErrorCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;

/**
 * When a value was measured, as a caller says it: a plain date, or an instant with its offset. A local time without an
 * offset is refused, because it names different instants in different places.
 *
 * @param day the day it belongs to in the KPI's zone
 * @param instant the instant given, or for a plain date the start of that day in the KPI's zone
 */
record GivenTime(LocalDate day, Instant instant) {
    private static final int MAX_LENGTH = 40;
    /** The first whole year of the Gregorian calendar: before it the same date means different days to different software. */
    static final int FIRST_YEAR = 1583;

    static final int LAST_YEAR = 9999;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);

    static Outcome<GivenTime> read(String text, ZoneId zone) {
        if (text.length() > MAX_LENGTH) {
            return refused(UserErrorCode.INVALID_VALUE, unreadable(text));
        }
        try {
            if (!text.contains("T") && !text.contains("t")) {
                LocalDate day = LocalDate.parse(text, DATE);
                return inRange(day) ? Outcome.done(new GivenTime(day, startOf(day, zone))) : outOfRange(text);
            }
            OffsetDateTime given = OffsetDateTime.parse(text);
            if (!inRange(given.toLocalDate())) {
                return outOfRange(text);
            }
            Instant instant = given.toInstant().truncatedTo(ChronoUnit.MICROS);
            return Outcome.done(new GivenTime(instant.atZone(zone).toLocalDate(), instant));
        } catch (DateTimeException e) {
            return isLocalTime(text)
                    ? refused(
                            UserErrorCode.LOCAL_TIME,
                            "At is '" + text + "', a local time; add its offset, such as '+01:00' or 'Z', or give the"
                                    + " date alone")
                    : refused(UserErrorCode.INVALID_VALUE, unreadable(text));
        }
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    static boolean inRange(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    private static boolean isLocalTime(String text) {
        try {
            LocalDateTime.parse(text.replace(' ', 'T'));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String unreadable(String text) {
        return "At is '" + Check.shortened(text)
                + "'; it must be a date such as '2026-11-22' or an instant such as '2026-11-22T09:30:00+01:00'";
    }

    private static Outcome<GivenTime> outOfRange(String text) {
        return refused(
                UserErrorCode.INVALID_VALUE,
                "At is '" + text + "'; its year must be between " + FIRST_YEAR + " and " + LAST_YEAR);
    }

    private static Outcome<GivenTime> refused(UserErrorCode code, String message) {
        return Outcome.refused(Problem.at(code, message, "at"));
    }
}
