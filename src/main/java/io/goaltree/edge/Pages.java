package io.goaltree.edge;

import io.goaltree.shared.UserErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Reads the four Relay paging arguments: one refusal for each way they can make no sense. */
@ApplicationScoped
public class Pages {
    private final PageLimits limits;
    private final Cursors cursors;

    Pages(PageLimits limits, Cursors cursors) {
        this.limits = limits;
        this.cursors = cursors;
    }

    /**
     * @param list the list with its filter and order, as text: cursors of other lists are refused
     * @throws RequestRefused when the arguments contradict each other, are out of range or the cursor is not ours
     */
    public PageRequest read(
            String list,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before) {
        if (first != null && last != null) {
            throw refused("first is " + first + " and last is " + last + "; give one of them");
        }
        boolean backward = last != null || (first == null && before != null);
        if (backward ? after != null : before != null) {
            throw refused("'first' goes with 'after', 'last' with 'before'");
        }
        Integer wish = backward ? last : first;
        int size = wish == null ? limits.standard() : wish;
        if (size < 0 || size > limits.most()) {
            throw new RequestRefused(
                    UserErrorCode.OUT_OF_RANGE,
                    "%s is %d; it must be between 0 and %d"
                            .formatted(backward ? "last" : "first", size, limits.most()));
        }
        String cursor = backward ? before : after;
        return new PageRequest(list, size, backward, cursor == null ? null : cursors.read(list, cursor));
    }

    /** The cursor of one row of a list. */
    public String cursor(PageRequest page, Position position) {
        return cursors.write(page.list(), position);
    }

    private static RequestRefused refused(String message) {
        return new RequestRefused(UserErrorCode.INVALID_VALUE, message);
    }
}
