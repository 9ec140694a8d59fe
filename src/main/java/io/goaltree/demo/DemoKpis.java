package io.goaltree.demo;

import io.goaltree.kpi.KpiCreateInput;
import io.goaltree.kpi.KpiService;
import io.goaltree.scoring.Direction;
import io.goaltree.time.Cadence;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The KPIs. */
@ApplicationScoped
class DemoKpis {
    private final KpiService kpis;

    DemoKpis(KpiService kpis) {
        this.kpis = kpis;
    }

    /** Each KPI after its companions, as they are listed; how many. */
    int load(Entry content, Map<String, String> people) {
        List<Entry> listed = content.entries("kpis");
        listed.forEach(entry -> DemoRefused.unless(kpis.create(definition(entry, people))));
        return listed.size();
    }

    private static KpiCreateInput definition(Entry entry, Map<String, String> people) {
        KpiCreateInput input = new KpiCreateInput();
        input.key = entry.text("key");
        input.name = entry.text("name");
        input.description = entry.text("description");
        input.unit = entry.text("unit");
        input.direction = entry.choice("direction", Direction.class);
        input.cadence = entry.choice("cadence", Cadence.class);
        input.zone = entry.text("zone");
        input.team = entry.text("team");
        input.owner = Objects.requireNonNull(people.get(entry.text("owner")));
        input.lower = entry.optionalNumber("lower");
        input.upper = entry.optionalNumber("upper");
        input.tolerance = entry.optionalNumber("tolerance");
        input.influencedBy = entry.text("influencedBy");
        input.reflects = entry.text("reflects");
        input.whenItMoves = entry.text("whenItMoves");
        input.companions = entry.texts("companions");
        return input;
    }
}
