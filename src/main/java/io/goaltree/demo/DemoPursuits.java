package io.goaltree.demo;

import io.goaltree.cycle.CycleLifeService;
import io.goaltree.cycle.CycleStateInput;
import io.goaltree.goal.GoalService;
import io.goaltree.goal.ObjectiveCreateInput;
import io.goaltree.guardrail.GuardrailInput;
import io.goaltree.guardrail.GuardrailService;
import io.goaltree.keyresult.GraduationService;
import io.goaltree.keyresult.KeyResultGraduateInput;
import io.goaltree.keyresult.KpiPromoteInput;
import io.goaltree.keyresult.PromotionService;
import io.goaltree.objective.Ambition;
import io.goaltree.review.KpiReviewRecordInput;
import io.goaltree.review.KpiReviewService;
import io.goaltree.review.ReviewDecision;
import io.goaltree.tree.ClosingService;
import io.goaltree.tree.CycleCloseInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** KPIs that became goals, some of which became the usual again: reviewed, promoted, guarded, graduated. */
@ApplicationScoped
class DemoPursuits {
    private static final String BEFORE = "demo-q2";

    private final KpiReviewService reviews;
    private final GoalService goals;
    private final GuardrailService guardrails;
    private final PromotionService promotions;
    private final GraduationService graduations;
    private final CycleLifeService cycles;
    private final ClosingService closings;

    DemoPursuits(
            KpiReviewService reviews,
            GoalService goals,
            GuardrailService guardrails,
            PromotionService promotions,
            GraduationService graduations,
            CycleLifeService cycles,
            ClosingService closings) {
        this.cycles = cycles;
        this.closings = closings;
        this.reviews = reviews;
        this.goals = goals;
        this.guardrails = guardrails;
        this.promotions = promotions;
        this.graduations = graduations;
    }

    /** Those that are told of, and the key results of those that have begun. */
    record Course(List<Entry> pursuits, Map<String, String> people, Map<String, String> keyResults) {
        static Course of(Entry content, Map<String, String> people) {
            return new Course(content.entries("pursuits"), people, new HashMap<>());
        }

        Loaded.Goals begun() {
            return new Loaded.Goals(keyResults.size(), keyResults.size(), 0);
        }
    }

    /** What happens in a week of the current quarter, whose first is 1; those before are 0 and -1. */
    void goOn(Course course, int week) {
        for (Entry pursuit : course.pursuits) {
            if (pursuit.whole("promotedInWeek", week) == week) {
                course.keyResults.put(pursuit.text("kpi"), begin(pursuit, course));
            }
            if (pursuit.whole("graduatedInWeek", Integer.MAX_VALUE) == week) {
                graduate(Objects.requireNonNull(course.keyResults.get(pursuit.text("kpi"))));
            }
        }
        if (week == 1) {
            close();
        }
    }

    /** The quarter before the current one. */
    private void close() {
        CycleStateInput closing = new CycleStateInput();
        closing.cycle = BEFORE;
        DemoRefused.unless(cycles.beginClosing(closing));
        CycleCloseInput closed = new CycleCloseInput();
        closed.cycle = BEFORE;
        DemoRefused.unless(closings.close(closed));
    }

    private String begin(Entry pursuit, Course course) {
        String kpi = pursuit.text("kpi");
        ObjectiveCreateInput input = new ObjectiveCreateInput();
        input.cycle = pursuit.text("cycle");
        input.title = pursuit.text("title");
        input.ambition = Ambition.ASPIRATIONAL;
        input.team = pursuit.text("team");
        input.owner = Objects.requireNonNull(course.people.get(pursuit.text("owner")));
        input.openedFrom = review(kpi, pursuit.entry("review"));
        input.despiteNoise = pursuit.optionalText("despiteNoise");
        String objective = DemoRefused.unless(goals.create(input)).id();
        pursuit.texts("guardrails").forEach(guard -> guard(objective, guard));
        return promote(kpi, objective, pursuit.entry("keyResult"));
    }

    private String review(String kpi, Entry review) {
        KpiReviewRecordInput input = new KpiReviewRecordInput();
        input.kpi = kpi;
        input.whatChanged = review.text("whatChanged");
        input.whyItMatters = review.text("whyItMatters");
        input.whatToTestNext = review.text("whatToTestNext");
        input.decision = review.choice("decision", ReviewDecision.class);
        return DemoRefused.unless(reviews.record(input)).id();
    }

    private void guard(String objective, String kpi) {
        GuardrailInput input = new GuardrailInput();
        input.objective = objective;
        input.kpi = kpi;
        DemoRefused.unless(guardrails.add(input));
    }

    private String promote(String kpi, String objective, Entry keyResult) {
        KpiPromoteInput input = new KpiPromoteInput();
        input.kpi = kpi;
        input.objective = objective;
        input.title = keyResult.text("title");
        input.target = keyResult.number("target");
        return DemoRefused.unless(promotions.promote(input)).id();
    }

    private void graduate(String keyResult) {
        KeyResultGraduateInput input = new KeyResultGraduateInput();
        input.keyResult = keyResult;
        DemoRefused.unless(graduations.graduate(input));
    }
}
