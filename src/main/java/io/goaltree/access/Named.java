package io.goaltree.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an input names.
 *
 * @param path to it, from the root of the arguments
 * @param index of the item of a list that names it; null where none is told
 * @param reference the id or key; null where a team could be named and is not
 * @param need never {@link Need#WITHIN_IF_COUNTED}: by now it is known whether it counts
 * @param thing what is found; null when the caller sees nothing by that name
 */
public record Named(
        Subject subject,
        List<String> path,
        @Nullable Integer index,
        @Nullable String reference,
        Need need,
        @Nullable Thing thing) {
    public Named {
        path = List.copyOf(path);
    }

    boolean isOwnOf(Who who) {
        return subject == Subject.TOKEN
                ? who.kind() == Who.Kind.TOKEN && who.id().equals(reference)
                : thing != null && who.person() != null && thing.owners().contains(who.person());
    }

    boolean isWithin(Reach reach) {
        return reach.isEverywhere() || (thing != null && reach.holds(thing.teams()));
    }
}
