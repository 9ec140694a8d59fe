package io.goaltree.review;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.GraphQl.post;
import static io.goaltree.World.unknown;
import static io.goaltree.World.values;
import static io.goaltree.review.Reviewed.FIRST;
import static io.goaltree.review.Reviewed.node;
import static io.goaltree.review.Reviewed.noise;
import static io.goaltree.review.Reviewed.review;
import static io.goaltree.review.Reviewed.reviews;
import static io.goaltree.review.Reviewed.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl.Answer;
import io.goaltree.behaviour.Behaviour;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.kpi.KeptBehaviours;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class KpiReviewApiTest extends ApiTest {
    private static final String SEEN = "health verdict since direction";
    private static final String PAGE = """
            query($kpi: String, $first: Int, $after: String) { kpi(key: $kpi) { reviews(first: $first, after: $after) {
              nodes { whatChanged } edges { cursor node { whatChanged } } pageInfo { hasNextPage hasPreviousPage endCursor } } } }
            """;

    @Inject
    KpiReviewAnswers answers;

    @Inject
    KeptBehaviours behaviours;

    @Test
    void a_review_keeps_what_was_said_and_what_was_seen() {
        String kpi = signal(world.kpi("direction", "LOWER_IS_BETTER", "upper", 40, "tolerance", 10));
        Map<String, Object> said = input(
                "whatChanged",
                "  It rose\n on the 7th ",
                "whyItMatters",
                "Costs",
                "whatToTestNext",
                "Less",
                "decision",
                "OPEN_OBJECTIVE");
        Map<String, Object> recorded = new LinkedHashMap<>(said);
        recorded.put("kpi", kpi);
        String id = mutate("kpiReviewRecord", recorded).done().id();
        assertThat(id).matches("rev_[0-9a-f]{32}");
        Map<String, Object> answer = node(
                id,
                "whatChanged whyItMatters whatToTestNext decision " + SEEN
                        + " recordedAt kpi { key } author { name } objectives { id }");
        said.put("whatChanged", "It rose\n on the 7th");
        said.putAll(input(
                "health",
                "WARNING",
                "verdict",
                "SIGNAL",
                "since",
                "2026-11-07",
                "direction",
                "WORSENING",
                "recordedAt",
                "2026-11-22T09:30:00Z",
                "kpi",
                input("key", kpi),
                "author",
                null,
                "objectives",
                List.of()));
        assertThat(answer).isEqualTo(said);
    }

    @Test
    void what_was_seen_is_not_changed_by_later_values_corrections_or_the_end_of_the_kpi() {
        String kpi = noise(world.kpi("lower", 40, "upper", 60));
        UUID row = row(kpi);
        Behaviour before = behaviours.of(List.of(row)).get(row);
        String id = review(kpi);
        Map<String, Object> seen = node(id, SEEN);
        assertThat(seen).isEqualTo(input("health", "HEALTHY", "verdict", "NOISE", "since", null, "direction", null));
        values(kpi, FIRST, 1, 99, "49.9");
        values(kpi, FIRST.plusDays(10), 500, 501);
        mutate("kpiArchive", input("kpi", kpi)).done();
        assertThat(behaviours.of(List.of(row)).get(row)).isNotEqualTo(before);
        assertThat(node(id, SEEN)).isEqualTo(seen);
        KpiReview read =
                answers.nodesById(List.of(Ids.uuid(Kind.KPI_REVIEW, id))).get(Ids.uuid(Kind.KPI_REVIEW, id));
        assertThat(read.seen()).isEqualTo(before);
        assertThat(reviews(kpi, null)).containsExactly("Something");
    }

    @Test
    void a_kpi_without_values_or_range_can_be_reviewed() {
        String empty = review(world.kpi());
        assertThat(node(empty, SEEN))
                .isEqualTo(
                        input("health", "NO_DATA", "verdict", "INSUFFICIENT_DATA", "since", null, "direction", null));
        String kpi = world.kpi("upper", null);
        values(kpi, FIRST, 1);
        assertThat(node(review(kpi), "health")).isEqualTo(input("health", "UNDEFINED"));
    }

    @Test
    void a_kpi_is_named_by_key_or_id() {
        String kpi = world.kpi();
        review(Ids.of(Kind.KPI, row(kpi)), "By id");
        assertThat(reviews(kpi, null)).containsExactly("By id");
    }

    @Test
    void a_blank_what_changed_is_refused_and_other_blank_texts_count_as_missing() {
        String kpi = world.kpi();
        for (String blank : List.of("", " \n\t ")) {
            world.refused("kpiReviewRecord", said(kpi, "whatChanged", blank))
                    .with("REQUIRED", "input.whatChanged", "WhatChanged is empty", "4000");
            for (String field : List.of("whyItMatters", "whatToTestNext")) {
                String id = mutate("kpiReviewRecord", said(kpi, field, blank))
                        .done()
                        .id();
                assertThat(node(id, field)).isEqualTo(input(field, null));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"whatChanged", "whyItMatters", "whatToTestNext"})
    void a_text_that_is_too_long_or_no_text_is_refused(String field) {
        String kpi = world.kpi();
        mutate("kpiReviewRecord", said(kpi, field, "x".repeat(4000))).done();
        world.refused("kpiReviewRecord", said(kpi, field, "x".repeat(4001)))
                .with("OUT_OF_RANGE", "input." + field, "4001", "4000");
        world.refused("kpiReviewRecord", said(kpi, field, "a\u0000b")).with("INVALID_VALUE", "input." + field, "a?b");
    }

    private static Map<String, Object> said(String kpi, String field, String text) {
        Map<String, Object> said = new LinkedHashMap<>(input("kpi", kpi, "whatChanged", "It", "decision", "WATCH"));
        said.put(field, text);
        return said;
    }

    @Test
    void an_unknown_or_archived_kpi_is_refused_and_every_reason_is_told() {
        for (String nobody : List.of("no-such-kpi", unknown("kpi"), unknown("rev"), "", "a\u0000b")) {
            world.refused("kpiReviewRecord", said(nobody, "whatChanged", "It")).with("NOT_FOUND", "input.kpi", "Kpi");
        }
        String archived = world.kpi();
        mutate("kpiArchive", input("kpi", archived)).done();
        assertThat(world.refused("kpiReviewRecord", said(archived, "whatChanged", " "))
                        .and(0, "WRONG_STATE", "input.kpi", archived, "2026-11-22T09:30:00Z", "no more", "reviews")
                        .all())
                .containsExactly("WRONG_STATE input.kpi", "REQUIRED input.whatChanged");
    }

    @Test
    void a_review_without_what_changed_or_with_an_unknown_decision_is_no_request() {
        String kpi = world.kpi();
        String mutation =
                "mutation($input: KpiReviewRecordInput!) { kpiReviewRecord(input: $input) { kpiReview { id } } }";
        for (Map<String, Object> bad : List.of(
                input("kpi", kpi, "decision", "WATCH"),
                input("kpi", kpi, "decision", "WATCH", "whatChanged", null),
                input("kpi", kpi, "whatChanged", "It"),
                input("kpi", kpi, "whatChanged", "It", "decision", "PANIC"),
                input("kpi", kpi, "whatChanged", 7, "decision", "WATCH"))) {
            world.refusedRequest(mutation, "input", bad);
        }
    }

    @Test
    void reviews_are_paged_newest_first() {
        String kpi = world.kpi();
        for (String what : List.of("One", "Two", "Three")) {
            review(kpi, what);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(reviews(kpi, null)).containsExactly("Three", "Two", "One");
        Answer first = ask(PAGE, "kpi", kpi, "first", 2);
        assertThat(first.<String>list("kpi.reviews.edges.node.whatChanged")).containsExactly("Three", "Two");
        assertThat(first.<Boolean>get("kpi.reviews.pageInfo.hasNextPage")).isTrue();
        String cursor = first.string("kpi.reviews.pageInfo.endCursor");
        Answer second = ask(PAGE, "kpi", kpi, "first", 2, "after", cursor);
        assertThat(second.<String>list("kpi.reviews.nodes.whatChanged")).containsExactly("One");
        assertThat(second.<Boolean>get("kpi.reviews.pageInfo.hasNextPage")).isFalse();
        assertThat(ask(PAGE, "kpi", kpi, "first", 0).<Object>list("kpi.reviews.nodes"))
                .isEmpty();
        post(PAGE, "kpi", kpi, "first", -1).refusedWith("OUT_OF_RANGE", "-1");
        post(PAGE, "kpi", kpi, "first", 1001).refusedWith("OUT_OF_RANGE", "1001");
        post(PAGE, "kpi", world.kpi(), "first", 2, "after", cursor).refusedWith("INVALID_VALUE");
    }

    @Test
    void of_two_of_one_instant_the_later_one_comes_first() {
        String kpi = world.kpi();
        review(kpi, "One");
        review(kpi, "Two");
        assertThat(reviews(kpi, null)).containsExactly("Two", "One");
    }

    @Test
    void a_review_is_not_there_as_of_an_instant_before_it_was_recorded() {
        String kpi = noise(world.kpi());
        Instant before = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        review(kpi, "One");
        Instant between = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        review(kpi, "Two");
        assertThat(reviews(kpi, before)).isEmpty();
        assertThat(reviews(kpi, between)).containsExactly("One");
        assertThat(reviews(kpi, clock.instant())).containsExactly("Two", "One");
    }

    private static UUID row(String kpi) {
        return Ids.uuid(
                Kind.KPI,
                ask("query($key: String) { kpi(key: $key) { id } }", "key", kpi).string("kpi.id"));
    }
}
