package io.goaltree.export;

import io.goaltree.edge.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Where a page of rows ended.
 *
 * @param asOf the state of the first page: whoever has read all pages may ask next for what changed since
 * @param isRemoved whether the row was one of those that were removed, which come last
 */
record ValuePlace(Instant asOf, boolean isRemoved, UUID kpi, LocalDate periodStart) {

    static ValuePlace of(Position position) {
        String[] parts = position.sort().split(" ");
        return new ValuePlace(
                Instant.parse(parts[0]), Boolean.parseBoolean(parts[1]), position.id(), LocalDate.parse(parts[2]));
    }

    Position position() {
        return new Position(asOf + " " + isRemoved + " " + periodStart, kpi);
    }
}
