package io.goaltree.change;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table that a committed transaction changed.
 *
 * @param id unique; of two changes of one row the later has the greater
 * @param transaction equal for all changes that were committed together
 * @param at when it was written, by the clock of the database
 * @param family one of {@link Families}
 * @param table the table's name
 * @param ids which rows, or, of rows that only link others, what they link
 * @param objectives the objective a row of the goal tree belongs to, and of an alignment also the one it leads to
 * @param keyResult the key result it belongs to, null when it belongs to none
 * @param cycles the cycles in whose goal trees it shows, as of when it was read
 */
public record Change(
        long id,
        String transaction,
        Instant at,
        String family,
        String table,
        ChangeAction action,
        List<UUID> ids,
        List<UUID> objectives,
        @Nullable UUID keyResult,
        List<UUID> cycles) {
    public Change {
        ids = List.copyOf(ids);
        objectives = List.copyOf(objectives);
        cycles = List.copyOf(cycles);
    }
}
