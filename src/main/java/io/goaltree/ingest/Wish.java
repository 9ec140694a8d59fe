package io.goaltree.ingest;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;

import io.goaltree.kpi.RecordMode;
import io.goaltree.shared.Check;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request says before its body. */
record Wish(
        Format format,
        boolean isZipped,
        RecordMode mode,
        @Nullable String idempotencyKey) {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]+";
    private static final Pattern TYPE = Pattern.compile("\\s*(" + TOKEN + "/" + TOKEN + ")\\s*((?:;.*)?)");
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*;\\s*(?:(" + TOKEN + ")=(" + TOKEN + "|\"[^\"\\\\]*\"))?\\s*");

    /** @throws BodyRefused when it cannot be done */
    static Wish of(MultiMap headers, MultiMap parameters) {
        return new Wish(format(headers), isZipped(headers), mode(parameters), key(headers));
    }

    private static Format format(MultiMap headers) {
        List<String> given = headers.getAll(HttpHeaders.CONTENT_TYPE);
        Matcher type = TYPE.matcher(given.size() == 1 ? given.get(0) : "");
        Format format = type.matches() ? Format.of(type.group(1).toLowerCase(Locale.ROOT)) : null;
        if (format == null || !isUtf8(type.group(2))) {
            String found = given.isEmpty() ? "missing" : "'" + Check.shortened(String.join(", ", given)) + "'";
            throw new BodyRefused(Refusal.unsupported("Content-Type is " + found + "; it must be " + Format.POSSIBLE));
        }
        return format;
    }

    private static boolean isUtf8(String parameters) {
        Matcher parameter = PARAMETER.matcher(parameters);
        int end = 0;
        while (end < parameters.length() && parameter.find(end) && parameter.start() == end) {
            end = parameter.end();
            if ("charset".equalsIgnoreCase(parameter.group(1))
                    && !parameter.group(2).replace("\"", "").equalsIgnoreCase("utf-8")) {
                return false;
            }
        }
        return end == parameters.length();
    }

    private static boolean isZipped(MultiMap headers) {
        String coding =
                String.join(",", headers.getAll(HttpHeaders.CONTENT_ENCODING)).strip();
        return switch (coding.toLowerCase(Locale.ROOT)) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                throw new BodyRefused(Refusal.unsupported(
                        "Content-Encoding is '" + Check.shortened(coding) + "'; it may be gzip, or missing"));
        };
    }

    private static RecordMode mode(MultiMap parameters) {
        for (Map.Entry<String, String> parameter : parameters) {
            if (!parameter.getKey().equals("mode")) {
                throw new BodyRefused(
                        INVALID_VALUE,
                        "There is no parameter '" + Check.shortened(parameter.getKey()) + "'; there may be mode");
            }
        }
        List<String> given = parameters.getAll("mode");
        if (given.isEmpty()) {
            return RecordMode.PARTIAL;
        }
        for (RecordMode mode : RecordMode.values()) {
            if (given.equals(List.of(mode.name()))) {
                return mode;
            }
        }
        throw new BodyRefused(
                INVALID_VALUE,
                "The parameter mode is '" + Check.shortened(String.join(", ", given))
                        + "'; it must be PARTIAL or ALL_OR_NOTHING, once");
    }

    private static @Nullable String key(MultiMap headers) {
        List<String> given = headers.getAll(IDEMPOTENCY_KEY);
        if (given.size() > 1) {
            throw new BodyRefused(INVALID_VALUE, "The header Idempotency-Key is there " + given.size() + " times");
        }
        return given.isEmpty() ? null : given.get(0);
    }
}
