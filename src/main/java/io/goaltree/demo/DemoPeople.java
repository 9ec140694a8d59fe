package io.goaltree.demo;

import io.goaltree.cycle.CycleCreateInput;
import io.goaltree.cycle.CycleService;
import io.goaltree.cycle.CycleStateInput;
import io.goaltree.team.PersonCreateInput;
import io.goaltree.team.PersonService;
import io.goaltree.team.TeamCreateInput;
import io.goaltree.team.TeamService;
import io.goaltree.time.DateRange;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who works here, and in which periods. */
@ApplicationScoped
class DemoPeople {
    private static final String YEAR = "demo-year";
    private static final int STARTED_QUARTERS = 3;

    private final TeamService teams;
    private final PersonService people;
    private final CycleService cycles;
    private final Now now;

    DemoPeople(TeamService teams, PersonService people, CycleService cycles, Now now) {
        this.teams = teams;
        this.people = people;
        this.cycles = cycles;
        this.now = now;
    }

    /** Each team after its parent, as they are listed. */
    int loadTeams(Entry content) {
        List<Entry> listed = content.entries("teams");
        for (Entry entry : listed) {
            TeamCreateInput input = new TeamCreateInput();
            input.key = entry.text("key");
            input.name = entry.text("name");
            input.parent = entry.optionalText("parent");
            DemoRefused.unless(teams.create(input));
        }
        return listed.size();
    }

    /** The ids of the people, by the keys the content has for them. */
    Map<String, String> loadPeople(Entry content) {
        Map<String, String> ids = new TreeMap<>();
        for (Entry entry : content.entries("people")) {
            PersonCreateInput input = new PersonCreateInput();
            input.name = entry.text("name");
            input.email = entry.text("email");
            input.teams = entry.texts("teams");
            ids.put(entry.text("key"), DemoRefused.unless(people.create(input)).id());
        }
        return ids;
    }

    /** A year and its quarters: the past and the current ones run, the last one is still planned. */
    int loadCycles() {
        Quarters quarters = Quarters.around(now.today());
        create(YEAR, "Demo year", quarters.year(), null);
        start(YEAR);
        for (int number = 1; number <= 4; number++) {
            String key = "demo-q" + number;
            create(key, "Demo quarter " + number, quarters.quarter(number), YEAR);
            if (number <= STARTED_QUARTERS) {
                start(key);
            }
        }
        return 5;
    }

    private void create(String key, String name, DateRange range, @Nullable String parent) {
        CycleCreateInput input = new CycleCreateInput();
        input.key = key;
        input.name = name;
        input.startsOn = range.from();
        input.endsOn = range.lastDay();
        input.parent = parent;
        DemoRefused.unless(cycles.create(input));
    }

    private void start(String key) {
        CycleStateInput input = new CycleStateInput();
        input.cycle = key;
        DemoRefused.unless(cycles.start(input));
    }
}
