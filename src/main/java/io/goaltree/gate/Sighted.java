package io.goaltree.gate;

import io.goaltree.access.Subject;
import io.goaltree.access.Thing;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.shared.Check;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The things that a caller names and sees. */
final class Sighted {
    private static final Map<Subject, Kind> KINDS = Map.ofEntries(
            Map.entry(Subject.TEAM, Kind.TEAM),
            Map.entry(Subject.PERSON, Kind.PERSON),
            Map.entry(Subject.CYCLE, Kind.CYCLE),
            Map.entry(Subject.OBJECTIVE, Kind.OBJECTIVE),
            Map.entry(Subject.KEY_RESULT, Kind.KEY_RESULT),
            Map.entry(Subject.KPI_OF_KEY_RESULT, Kind.KEY_RESULT),
            Map.entry(Subject.MILESTONE, Kind.MILESTONE),
            Map.entry(Subject.KPI, Kind.KPI),
            Map.entry(Subject.TOKEN, Kind.API_TOKEN));

    private static final Set<Kind> WITH_KEYS = Set.of(Kind.TEAM, Kind.CYCLE, Kind.KPI);

    /** Between a kind and a key: a key may look like the UUID of something else. */
    private static final String KEY = " by key ";

    private final Map<String, Set<UUID>> teams = new HashMap<>();
    private final Map<String, Set<UUID>> owners = new HashMap<>();

    /** What a reference is taken for, as the services do. */
    static Kind kind(Subject subject, String reference) {
        return switch (subject) {
            case GOAL -> isOf(Kind.KEY_RESULT, reference) ? Kind.KEY_RESULT : Kind.OBJECTIVE;
            case ORIGIN -> isOf(Kind.KPI, reference) ? Kind.KPI : Kind.KPI_REVIEW;
            default -> Optional.ofNullable(KINDS.get(subject)).orElseThrow();
        };
    }

    static boolean hasKey(Kind kind, String reference) {
        return WITH_KEYS.contains(kind) && Check.isKey(reference);
    }

    void add(String kind, UUID id, @Nullable String key, @Nullable UUID team, @Nullable UUID... people) {
        add(kind + " " + id, team, people);
        if (key != null) {
            add(kind + KEY + key, team, people);
        }
    }

    private void add(String name, @Nullable UUID team, @Nullable UUID... people) {
        Set<UUID> itsTeams = teams.computeIfAbsent(name, it -> new HashSet<>());
        if (team != null) {
            itsTeams.add(team);
        }
        Set<UUID> itsOwners = owners.computeIfAbsent(name, it -> new HashSet<>());
        for (UUID person : people) {
            if (person != null) {
                itsOwners.add(person);
            }
        }
    }

    @Nullable
    Thing thing(Subject subject, String reference) {
        Kind kind = kind(subject, reference);
        String what = subject == Subject.KPI_OF_KEY_RESULT ? subject.name() : kind.name();
        String name = what + Ids.parse(kind, reference).map(id -> " " + id).orElse(KEY + reference);
        Set<UUID> itsTeams = teams.get(name);
        return itsTeams == null ? null : new Thing(itsTeams, owners.getOrDefault(name, Set.of()));
    }

    boolean has(Kind kind, String id) {
        return Ids.parse(kind, id)
                .filter(uuid -> teams.containsKey(kind.name() + " " + uuid))
                .isPresent();
    }

    private static boolean isOf(Kind kind, String reference) {
        return Ids.parse(kind, reference).isPresent();
    }
}
