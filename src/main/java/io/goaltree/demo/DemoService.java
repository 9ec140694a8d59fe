package io.goaltree.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/** Loads the demo organisation: whole, in one transaction that every service joins, or not at all. */
@ApplicationScoped
public class DemoService {
    private static final String CONTENT = "organisation.json";

    private final DemoStore store;
    private final DemoPeople people;
    private final DemoGoals goals;
    private final DemoKpis kpis;
    private final DemoPast past;
    private final DemoWeeks weeks;

    DemoService(DemoStore store, DemoPeople people, DemoGoals goals, DemoKpis kpis, DemoPast past, DemoWeeks weeks) {
        this.past = past;
        this.weeks = weeks;
        this.store = store;
        this.people = people;
        this.goals = goals;
        this.kpis = kpis;
    }

    /** What was loaded; empty when the database was not, then nothing changes. */
    @Transactional
    public Optional<Loaded> load() {
        store.lock();
        if (!store.isEmpty()) {
            return Optional.empty();
        }
        Entry content = Entry.read(CONTENT);
        past.plan();
        int teams = people.loadTeams(content);
        Map<String, String> ids = people.loadPeople(content);
        int cycles = people.loadCycles();
        store.forgetWritten();
        Loaded.Goals loadedGoals = goals.load(content, ids);
        int loadedKpis = kpis.load(content, ids);
        DemoPursuits.Course course = DemoPursuits.Course.of(content, ids);
        int values = weeks.goBy(content, course);
        return Optional.of(new Loaded(
                teams, ids.size(), cycles, loadedGoals.and(course.begun()), new Loaded.Gauges(loadedKpis, values)));
    }
}
