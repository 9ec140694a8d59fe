package io.goaltree.ingest;

import io.goaltree.shared.Problem;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where rows are, in the words of who sent them. */
final class Places {
    /** How the service names another item of the part that it was given. */
    private static final Pattern ITEM = Pattern.compile("\\bitem (\\d+)(?= of this call gives| was rejected)");

    private Places() {}

    /**
     * A problem that names another row by its place in the body instead of its place in the part.
     *
     * @param rows of the part
     * @param kind of place, in front of the number
     */
    static Problem named(Problem problem, List<Row> rows, String kind) {
        return switch (problem.code()) {
            case DUPLICATE_KEY, NOT_ALLOWED -> {
                Matcher item = ITEM.matcher(problem.message());
                String message = item.replaceFirst(found -> place(found, rows, kind));
                yield new Problem(problem.code(), message, problem.path(), problem.index());
            }
            default -> problem;
        };
    }

    private static String place(MatchResult item, List<Row> rows, String kind) {
        return kind + rows.get(Integer.parseInt(item.group(1))).place();
    }
}
