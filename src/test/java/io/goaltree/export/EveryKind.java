package io.goaltree.export;

import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;

import io.goaltree.GraphQl;
import io.goaltree.World;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import java.time.LocalDate;
import java.util.Map;

/** A cycle that has a row of every kind: all measures, a diamond, what is cancelled, fed, unowned, below another cycle. */
final class EveryKind {
    final String cycle;
    final String team;
    final String kpi;
    final Goal root;
    final Goal bottom;
    final Measured reached;

    EveryKind(World world) {
        cycle = world.cycle();
        team = world.team();
        kpi = world.kpi("lower", 50);
        World.values(kpi, LocalDate.parse("2026-10-05"), 40, 42, 41, 45, 39, 44, 43, 47, 41, 42);
        String year = world.cycle("2026-01-01", "2026-12-31");
        String person = world.person();

        root = owned(world, person);
        Goal left = world.objective(cycle).under(root, 2);
        Goal right = world.committed(cycle).under(root);
        bottom = world.objective(cycle).under(left).under(right, "0.5");
        world.objective(cycle).under(world.objective(year));
        world.objectiveAt(cycle, 70).cancel();
        world.objective(cycle).under(right, 0);
        Goal elsewhere = world.objectiveAt(world.cycle("2026-11-01", "2026-11-30"), "12.5");
        elsewhere.under(left);

        reached = bottom.reach(0, 100, "1.50");
        reached.value(10, "2026-10-10T12:00:00Z").value("20.50", "2026-10-20T12:00:00Z");
        mutate(
                        "checkInRecord",
                        input(
                                "keyResult",
                                reached.id,
                                "value",
                                35,
                                "confidence",
                                0.6,
                                "measuredAt",
                                "2026-11-01T08:00:00Z"))
                .done();
        bottom.reach(10, 0);
        left.hold(3, 5, "WEEKLY").value("4.20", "2026-10-07T08:00:00Z").value(7, "2026-10-14T08:00:00Z");
        left.hold(null, 5, "MONTHLY");
        right.milestones(1, 3).done(1);
        right.reach(0, 10).value(12).cancel();
        root.fed(kpi, 80);
    }

    private Goal owned(World world, String person) {
        Goal goal = world.objective(cycle, "Grow, \"well\"; =1+1\nand stay");
        Map<String, Object> owner = input("id", goal.id, "expectedVersion", 0, "team", team, "owner", person);
        mutate("objectiveUpdate", owner).done();
        Measured measured = goal.reach(0, 1000);
        int version = measured.<Number>get("version").intValue();
        mutate("keyResultUpdate", input("id", measured.id, "expectedVersion", version, "owner", person, "unit", "EUR"))
                .done();
        measured.value("0.10");
        return goal;
    }

    /** A check-in at the very bottom. */
    void move(Object value) {
        GraphQl.mutate("checkInRecord", input("keyResult", reached.id, "value", value))
                .done();
    }
}
