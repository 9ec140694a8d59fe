package io.goaltree.edge.limits;

/**
 * How much one document may ask for. Every figure is the largest that is still allowed.
 *
 * @param bytes of the text in UTF-8
 * @param tokens of the text; blanks and commas count apart, ten of them for each token
 * @param depth fields inside fields; a root field without a selection has depth 1
 * @param aliases in the whole document, and of an operation with its fragments written out
 * @param directives uses of directives in the whole document
 * @param rootFields of one operation, with its fragments written out
 * @param cost values one operation may answer
 * @param page items {@code first} or {@code last} may name
 * @param listSize items that a list without {@code first} and {@code last} is taken to hold
 * @param standardPage items of a page when neither is given
 * @param introspection whether {@code __schema} and {@code __type} are answered
 */
public record DocumentLimits(
        int bytes,
        int tokens,
        int depth,
        int aliases,
        int directives,
        int rootFields,
        long cost,
        int page,
        int listSize,
        int standardPage,
        boolean introspection) {

    public DocumentLimits {
        atLeast(1, "bytes", bytes);
        atLeast(1, "tokens", tokens);
        atLeast(1, "depth", depth);
        atLeast(0, "aliases", aliases);
        atLeast(0, "directives", directives);
        atLeast(1, "root fields", rootFields);
        atLeast(1, "cost", cost);
        atLeast(1, "page", page);
        atLeast(1, "list size", listSize);
        atLeast(1, "standard page", standardPage);
        if (standardPage > page) {
            throw new IllegalArgumentException(
                    "The limit standard page is " + standardPage + "; it must not be above the largest page, " + page);
        }
    }

    private static void atLeast(long least, String name, long value) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "The limit " + name + " is " + value + "; it must be " + least + " or more");
        }
    }
}
