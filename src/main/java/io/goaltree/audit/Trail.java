package io.goaltree.audit;

import io.goaltree.edge.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows in which something leaves its tracks.
 *
 * @param type what one such row is called
 * @param kind the kind of id a row has; null for rows without an id of their own
 * @param column holds the id of the thing whose history is asked for
 */
record Trail(String type, @Nullable Kind kind, String table, String column) {
    private static final Map<Kind, List<Trail>> OF = Map.of(
            Kind.TEAM, List.of(self(Kind.TEAM, "team"), part("Membership", "team_member", "team_id")),
            Kind.PERSON, List.of(self(Kind.PERSON, "person"), part("Membership", "team_member", "person_id")),
            Kind.CYCLE, List.of(self(Kind.CYCLE, "cycle")),
            Kind.OBJECTIVE,
                    List.of(
                            self(Kind.OBJECTIVE, "objective"),
                            part("Alignment", "alignment", "child_id"),
                            part("Alignment", "alignment", "parent_objective_id"),
                            part("Guardrail", "guardrail", "objective_id"),
                            part("Closing", "frozen_standing", "id")),
            Kind.KEY_RESULT,
                    List.of(
                            self(Kind.KEY_RESULT, "key_result"),
                            new Trail("Milestone", Kind.MILESTONE, "milestone", "key_result_id"),
                            new Trail("CheckIn", Kind.CHECK_IN, "check_in", "key_result_id"),
                            part("Alignment", "alignment", "parent_key_result_id"),
                            part("Graduation", "kpi_graduation", "key_result_id"),
                            part("Closing", "frozen_standing", "id")),
            Kind.MILESTONE, List.of(self(Kind.MILESTONE, "milestone")),
            Kind.CHECK_IN, List.of(self(Kind.CHECK_IN, "check_in")),
            Kind.KPI,
                    List.of(
                            self(Kind.KPI, "kpi"),
                            part("KpiDefinition", "kpi_definition", "kpi_id"),
                            part("Rebase", "kpi_rebase", "kpi_id"),
                            part("Graduation", "kpi_graduation", "kpi_id"),
                            new Trail(Kind.KPI_REVIEW.typeName(), Kind.KPI_REVIEW, "kpi_review", "kpi_id"),
                            part("Companion", "kpi_companion", "kpi_id"),
                            part("Companion", "kpi_companion", "other_id"),
                            part("Guardrail", "guardrail", "kpi_id")),
            Kind.KPI_VALUE, List.of(self(Kind.KPI_VALUE, "kpi_value")),
            Kind.KPI_REVIEW, List.of(self(Kind.KPI_REVIEW, "kpi_review")));

    /** Where a thing of this kind leaves its tracks: its own row first. */
    static List<Trail> of(Kind kind) {
        return OF.getOrDefault(kind, List.of());
    }

    private static Trail self(Kind kind, String table) {
        return new Trail(kind.typeName(), kind, table, "id");
    }

    private static Trail part(String type, String table, String column) {
        return new Trail(type, null, table, column);
    }
}
