package io.goaltree.access;

/**
 * A place of a mutation's input that names something.
 *
 * @param path names of fields from the input on, with dots between; a star stands for each position of a list, a hash for the
 *     same where refusals tell the position as their index
 */
public record Place(String path, Subject subject, Need need) {
    static Place within(String path, Subject subject) {
        return new Place(path, subject, Need.WITHIN);
    }

    static Place counted(String path, Subject subject) {
        return new Place(path, subject, Need.WITHIN_IF_COUNTED);
    }

    static Place seen(String path, Subject subject) {
        return new Place(path, subject, Need.SEEN);
    }
}
