package io.goaltree.coach;

import io.goaltree.coach.Picture.KeyResultRow;
import io.goaltree.coach.Picture.KpiRow;
import io.goaltree.coach.Picture.ObjectiveRow;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.team.Team;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a finding is about.
 *
 * @param team the team it belongs to, itself for a team; null for none
 * @param objective the objective it is or belongs to; null for a team or a KPI
 */
record Subject(
        Kind kind, UUID id, @Nullable UUID team, @Nullable UUID objective) {

    static Subject team(UUID id) {
        return new Subject(Kind.TEAM, id, id, null);
    }

    static Subject of(ObjectiveRow objective) {
        return new Subject(Kind.OBJECTIVE, objective.id(), objective.teamId(), objective.id());
    }

    static Subject of(KeyResultRow keyResult) {
        return new Subject(
                Kind.KEY_RESULT,
                keyResult.id(),
                keyResult.objective().teamId(),
                keyResult.objective().id());
    }

    static Subject of(KpiRow kpi) {
        Team team = kpi.kpi().team();
        return new Subject(Kind.KPI, kpi.id(), team == null ? null : Ids.uuid(Kind.TEAM, team.id()), null);
    }
}
