package io.goaltree.edge.limits;

import graphql.language.Field;
import java.util.List;

/**
 * What a selection set comes to once its fragments are written out. Grows while the set is read; sums stop at the largest
 * number instead of wrapping, because a few fragments that repeat each other stand for more fields than a long can count.
 */
final class Figures {
    /** Fields of introspection that lead back to where they came from, and the two that lead into it. */
    static final List<String> INTROSPECTION =
            List.of("__schema", "__type", "fields", "inputFields", "interfaces", "possibleTypes");

    private static final Figures NOTHING = new Figures();

    private final long[] introspection = new long[INTROSPECTION.size()];
    private long top;
    private long fields;
    private long aliases;
    private int depth;
    private int nesting;

    /** Of a field without a selection, or of a fragment that is not there. */
    static Figures nothing() {
        return NOTHING;
    }

    void addField(Field field, Figures below) {
        top = sum(top, 1);
        fields = sum(fields, 1);
        aliases = sum(aliases, field.getAlias() == null ? 0 : 1);
        depth = Math.max(depth, below.depth + 1);
        int known = INTROSPECTION.indexOf(field.getName());
        if (known >= 0) {
            introspection[known] = sum(introspection[known], 1);
        }
        addBelow(below);
    }

    void addFragment(Figures inside) {
        top = sum(top, inside.top);
        depth = Math.max(depth, inside.depth);
        addBelow(inside);
    }

    private void addBelow(Figures below) {
        fields = sum(fields, below.fields);
        aliases = sum(aliases, below.aliases);
        nesting = Math.max(nesting, below.nesting + 1);
        for (int index = 0; index < introspection.length; index++) {
            introspection[index] = sum(introspection[index], below.introspection[index]);
        }
    }

    /** Fields at the top of the set. */
    long top() {
        return top;
    }

    /** Fields at every level of the set. */
    long fields() {
        return fields;
    }

    long aliases() {
        return aliases;
    }

    /** Fields inside fields. */
    int depth() {
        return depth;
    }

    /** Selections inside selections, those of fragments too. */
    int nesting() {
        return nesting;
    }

    boolean asksForTheSchema() {
        return introspection[0] + introspection[1] > 0;
    }

    /** Whether any field of introspection that leads back is there more than once. */
    boolean goesInCircles() {
        for (long times : introspection) {
            if (times > 1) {
                return true;
            }
        }
        return false;
    }

    private static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
