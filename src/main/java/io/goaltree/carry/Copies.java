package io.goaltree.carry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Originals and their copies, in the order in which they were asked for. */
record Copies(Map<UUID, UUID> byOriginal) {

    /** New copies; their ids are made in this order, which is how objectives of one instant are sorted. */
    static Copies newOf(Collection<UUID> originals) {
        Map<UUID, UUID> made = new LinkedHashMap<>();
        originals.forEach(original -> made.put(original, UuidVersion7Strategy.INSTANCE.generateUuid(null)));
        return new Copies(made);
    }

    UUID[] originals() {
        return byOriginal.keySet().toArray(UUID[]::new);
    }

    UUID[] copies() {
        return byOriginal.values().toArray(UUID[]::new);
    }

    boolean isEmpty() {
        return byOriginal.isEmpty();
    }

    /** All originals in the given order, with the copy that was there, or else the new one of these. */
    Copies withKnown(List<UUID> order, Map<UUID, UUID> known) {
        Map<UUID, UUID> all = new LinkedHashMap<>();
        for (UUID original : order) {
            UUID copy = known.containsKey(original) ? known.get(original) : byOriginal.get(original);
            if (copy != null) {
                all.put(original, copy);
            }
        }
        return new Copies(all);
    }
}
