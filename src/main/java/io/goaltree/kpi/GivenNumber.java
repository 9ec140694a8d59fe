package io.goaltree.kpi;

import io.goaltree.shared.Check;
import io.goaltree.shared.Decimals;
import io.goaltree.shared.Outcome;
import io.goaltree.shared.Problem;
import io.goaltree.shared.UserErrorCode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A measured value as text: a decimal number of at most 20 digits, never NaN or infinite. */
final class GivenNumber {
    private static final Pattern NUMBER = Pattern.compile("[+-]?+(\\d++(\\.\\d*+)?+|\\.\\d++)([eE][+-]?+\\d++)?+");
    /** Longer texts are not turned into a number at all: that alone would cost more than refusing them. */
    private static final int MAX_LENGTH = 1_000;

    private GivenNumber() {}

    static Outcome<BigDecimal> read(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return refused(
                    UserErrorCode.INVALID_VALUE,
                    "Value is '" + Check.shortened(text) + "'; it must be a decimal number such as 3.20");
        }
        if (text.length() > MAX_LENGTH) {
            return tooLong(Check.shortened(text));
        }
        try {
            BigDecimal value = new BigDecimal(text);
            return Decimals.fits(value) ? Outcome.done(value) : tooLong(Decimals.shown(value));
        } catch (NumberFormatException e) {
            // The pattern has it right, so only the exponent can be beyond what a number may have.
            return tooLong(Check.shortened(text));
        }
    }

    private static Outcome<BigDecimal> tooLong(String shown) {
        return refused(
                UserErrorCode.OUT_OF_RANGE,
                "Value is " + shown + "; a number may have at most " + Decimals.MAX_DIGITS + " digits");
    }

    private static <T> Outcome<T> refused(UserErrorCode code, String message) {
        return Outcome.refused(Problem.at(code, message, "value"));
    }
}
