package io.goaltree.keyresult;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;
import static io.goaltree.shared.UserErrorCode.OUT_OF_RANGE;
import static io.goaltree.shared.UserErrorCode.REQUIRED;
import static io.goaltree.shared.UserErrorCode.TARGET_EQUALS_BASELINE;
import static io.goaltree.shared.UserErrorCode.TOO_MANY_ITEMS;

import io.goaltree.keyresult.NewKeyResult.NewMilestone;
import io.goaltree.scoring.Reach;
import io.goaltree.shared.Check;
import io.goaltree.shared.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the one measure out of an input: every way it can make no sense is refused here. */
final class MeasureReading {
    private static final int TITLE_LENGTH = 250;
    private static final int MOST_MILESTONES = 100;

    private final Check check;

    MeasureReading(Check check) {
        this.check = check;
    }

    /** The measure, without its milestones; empty when it was refused. */
    Optional<Measure> measure(KeyResultSpecInput spec) {
        List<String> given = new ArrayList<>();
        if (spec.reach != null) {
            given.add("reach");
        }
        if (spec.hold != null) {
            given.add("hold");
        }
        if (spec.milestones != null) {
            given.add("milestones");
        }
        if (given.size() != 1) {
            String found = given.isEmpty() ? "none" : String.join(" and ", given);
            check.refuse(
                    given.isEmpty() ? REQUIRED : INVALID_VALUE,
                    "A key result needs exactly one measure, reach, hold or milestones; it has " + found,
                    given.isEmpty() ? "reach" : given.get(1));
            return Optional.empty();
        }
        if (spec.reach != null) {
            return reach(check.inside("reach"), spec.reach);
        }
        return spec.hold != null ? hold(check.inside("hold"), spec.hold) : Optional.of(new MilestoneMeasure(List.of()));
    }

    List<NewMilestone> milestones(@Nullable List<MilestoneInput> given) {
        if (given == null) {
            return List.of();
        }
        if (given.isEmpty()) {
            check.refuse(REQUIRED, "Milestones is empty; it needs at least one", "milestones");
        }
        if (given.size() > MOST_MILESTONES) {
            check.refuse(
                    TOO_MANY_ITEMS,
                    "Milestones has " + given.size() + " entries; it may have at most " + MOST_MILESTONES,
                    "milestones");
            return List.of();
        }
        List<NewMilestone> milestones = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < given.size(); i++) {
            Check item = check.item("milestones", i);
            BigDecimal weight = item.weight("weight", given.get(i).weight, BigDecimal.ONE);
            milestones.add(new NewMilestone(item.text("title", given.get(i).title, TITLE_LENGTH), weight));
            total = total.add(weight);
        }
        if (!given.isEmpty() && total.signum() == 0) {
            check.refuse(
                    OUT_OF_RANGE, "The milestones' weights add up to 0; at least one must be above 0", "milestones");
        }
        return milestones;
    }

    /** From the baseline to exactly one of target and changePercent; empty when that was refused or there is no baseline. */
    static Optional<Measure> reach(Check check, ReachInput reach) {
        BigDecimal baseline = check.optionalDecimal("baseline", reach.baseline);
        BigDecimal target = check.optionalDecimal("target", reach.target);
        BigDecimal change = check.optionalDecimal("changePercent", reach.changePercent);
        if ((reach.target == null) == (reach.changePercent == null)) {
            check.refuse(
                    reach.target == null ? REQUIRED : INVALID_VALUE,
                    "Reach needs exactly one of target and changePercent; it has "
                            + (reach.target == null
                                    ? "neither"
                                    : "both: target " + Decimals.shown(reach.target) + " and changePercent "
                                            + Decimals.shown(reach.changePercent)),
                    "target");
            return Optional.empty();
        }
        if (baseline == null) {
            return Optional.empty();
        }
        if (target != null) {
            return absolute(check, "target", baseline, target);
        }
        return change == null ? Optional.empty() : relative(check, baseline, change);
    }

    private static Optional<Measure> relative(Check check, BigDecimal baseline, BigDecimal change) {
        if (baseline.signum() == 0) {
            check.refuse(
                    INVALID_VALUE,
                    "Baseline is 0 and changePercent " + Decimals.shown(change)
                            + "; a change of 0 by percent has no target, give one",
                    "baseline");
            return Optional.empty();
        }
        if (change.signum() == 0) {
            return absolute(check, "changePercent", baseline, baseline);
        }
        BigDecimal target = Reach.target(baseline, change);
        if (!Decimals.fits(target)) {
            check.refuse(
                    OUT_OF_RANGE,
                    "ChangePercent is " + Decimals.shown(change) + ", which makes the target " + Decimals.shown(target)
                            + "; that may have at most " + Decimals.MAX_DIGITS + " digits",
                    "changePercent");
            return Optional.empty();
        }
        return absolute(check, "changePercent", baseline, target);
    }

    private static Optional<Measure> absolute(Check check, String field, BigDecimal baseline, BigDecimal target) {
        if (target.compareTo(baseline) == 0) {
            check.refuse(
                    TARGET_EQUALS_BASELINE,
                    "Target is " + Decimals.shown(target) + ", the same as the baseline; there is nothing to reach",
                    field);
            return Optional.empty();
        }
        return Optional.of(new ReachMeasure(baseline, target));
    }

    private static Optional<Measure> hold(Check check, HoldInput hold) {
        BigDecimal lower = check.optionalDecimal("lower", hold.lower);
        BigDecimal upper = check.optionalDecimal("upper", hold.upper);
        if (hold.lower == null && hold.upper == null) {
            check.refuse(REQUIRED, "Hold has neither lower nor upper; it needs at least one", "lower");
        } else if (lower != null && upper != null && lower.compareTo(upper) > 0) {
            check.refuse(
                    INVALID_VALUE,
                    "Lower is " + Decimals.shown(lower) + "; it must not be above upper, " + Decimals.shown(upper),
                    "lower");
        }
        return check.failed() ? Optional.empty() : Optional.of(new HoldMeasure(lower, upper, hold.cadence));
    }
}
