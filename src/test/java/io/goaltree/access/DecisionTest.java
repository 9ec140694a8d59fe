package io.goaltree.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cell by cell: each right, in and out of reach and everywhere, for each row of the table. */
class DecisionTest {
    private static final UUID TEAM = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID OWNER = UUID.randomUUID();
    private static final Thing THING = new Thing(Set.of(TEAM), Set.of(OWNER));

    enum Far {
        IN_TEAM(Reach.of(Set.of(TEAM))),
        OUT_OF_TEAM(Reach.of(Set.of(OTHER))),
        EVERYWHERE(Reach.EVERYWHERE);

        private final Reach reach;

        Far(Reach reach) {
            this.reach = reach;
        }
    }

    record Cell(Rule rule, Right right, Far far) {
        @Override
        public String toString() {
            return rule.name() + " with " + right + " " + far;
        }
    }

    static Stream<Cell> cells() {
        return Stream.of(Rules.mutations(), Rules.queries(), Rules.subscriptions(), Rules.doors())
                .flatMap(table -> table.values().stream())
                .flatMap(rule -> Stream.of(Right.values())
                        .flatMap(right -> Stream.of(Far.values()).map(far -> new Cell(rule, right, far))));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void a_cell_of_the_table_is_as_it_says(Cell cell) {
        Rule rule = cell.rule;
        List<String> refusedAt = refusedAt(decide(token(cell.right, cell.far.reach), rule, THING));
        boolean isRight = rule.right() == null || cell.right == rule.right() || cell.right == Right.ADMIN;
        if (!isRight) {
            assertThat(refusedAt).containsExactly("input");
        } else if (cell.far == Far.EVERYWHERE || rule.scope() == Rule.Scope.ITEMS) {
            assertThat(refusedAt).isEmpty();
        } else if (rule.scope() == Rule.Scope.EVERYWHERE) {
            assertThat(refusedAt).containsExactly("input");
        } else if (cell.far == Far.IN_TEAM) {
            assertThat(refusedAt).isEmpty();
        } else {
            assertThat(refusedAt)
                    .containsExactlyElementsOf(rule.places().stream()
                            .filter(place -> place.need() != Need.SEEN)
                            .map(Place::path)
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void what_is_not_seen_is_not_found_but_only_for_those_who_have_the_right(Cell cell) {
        List<Objection> objections = decide(token(cell.right, cell.far.reach), cell.rule, null);
        boolean isAsked = cell.rule.right() != null && cell.far != Far.EVERYWHERE;
        boolean isRight = cell.right == cell.rule.right() || cell.right == Right.ADMIN;
        Rule.Scope scope = cell.rule.scope();
        if (isAsked && isRight && scope != Rule.Scope.EVERYWHERE && scope != Rule.Scope.ITEMS) {
            assertThat(objections).hasSize(cell.rule.places().size());
            assertThat(objections).allMatch(it -> it.missing() != null);
        } else {
            assertThat(objections).allMatch(it -> it.missing() == null);
        }
    }

    @Test
    void what_shall_belong_to_no_team_needs_a_reach_of_everywhere() {
        Rule rule = Rules.of(Rules.mutations(), "objectiveCreate");
        Named none = new Named(Subject.TEAM, List.of("input", "team"), null, null, Need.WITHIN, null);
        assertThat(refusedAt(Decision.objections(token(Right.WRITE_GOALS, Far.IN_TEAM.reach), rule, List.of(none))))
                .containsExactly("input.team");
        assertThat(Decision.objections(token(Right.WRITE_GOALS, Reach.EVERYWHERE), rule, List.of(none)))
                .isEmpty();
    }

    @Test
    void a_person_may_check_in_on_what_they_own_without_a_right_and_do_nothing_else_with_it() {
        for (Rule rule : Rules.mutations().values()) {
            boolean isOwn = Set.of("checkInRecord", "milestoneMark").contains(rule.name());
            assertThat(decide(person(OWNER), rule, THING).isEmpty())
                    .as(rule.name())
                    .isEqualTo(isOwn);
            assertThat(decide(person(OTHER), rule, THING)).as(rule.name()).hasSize(1);
        }
    }

    @Test
    void a_token_may_revoke_itself_only() {
        Rule rule = Rules.of(Rules.mutations(), "apiTokenRevoke");
        Who self = token(Right.READ, Far.OUT_OF_TEAM.reach);
        assertThat(Decision.objections(self, rule, List.of(revoked(self.id())))).isEmpty();
        assertThat(refusedAt(Decision.objections(self, rule, List.of(revoked("tok_2")))))
                .containsExactly("input");
    }

    private static Named revoked(String id) {
        return new Named(Subject.TOKEN, List.of("input", "id"), null, id, Need.WITHIN, THING);
    }

    private static List<Objection> decide(Who who, Rule rule, @Nullable Thing thing) {
        List<Named> named = new ArrayList<>();
        for (Place place : rule.places()) {
            Need need = place.need() == Need.WITHIN_IF_COUNTED ? Need.WITHIN : place.need();
            named.add(new Named(place.subject(), List.of(place.path()), null, "it", need, thing));
        }
        return Decision.objections(who, rule, named);
    }

    private static List<String> refusedAt(List<Objection> objections) {
        return objections.stream().map(it -> String.join(".", it.path())).toList();
    }

    private static Who token(Right right, Reach reach) {
        return new Who(Who.Kind.TOKEN, "tok_1", "A token", Set.of(right), reach, null, null);
    }

    private static Who person(UUID id) {
        return new Who(Who.Kind.PERSON, "sub", "ada@example.com", Set.of(), Reach.NOWHERE, id, null);
    }
}
