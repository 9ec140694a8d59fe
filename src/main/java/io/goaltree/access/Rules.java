package io.goaltree.access;

import static io.goaltree.access.Place.counted;
import static io.goaltree.access.Place.seen;
import static io.goaltree.access.Place.within;
import static io.goaltree.access.Right.ADMIN;
import static io.goaltree.access.Right.READ;
import static io.goaltree.access.Right.WRITE_GOALS;
import static io.goaltree.access.Right.WRITE_VALUES;
import static io.goaltree.access.Rule.everywhere;
import static io.goaltree.access.Rule.needs;
import static io.goaltree.access.Rule.orOwn;
import static io.goaltree.access.Subject.CYCLE;
import static io.goaltree.access.Subject.GOAL;
import static io.goaltree.access.Subject.KEY_RESULT;
import static io.goaltree.access.Subject.KPI;
import static io.goaltree.access.Subject.KPI_OF_KEY_RESULT;
import static io.goaltree.access.Subject.MILESTONE;
import static io.goaltree.access.Subject.OBJECTIVE;
import static io.goaltree.access.Subject.ORIGIN;
import static io.goaltree.access.Subject.PERSON;
import static io.goaltree.access.Subject.TEAM;
import static io.goaltree.access.Subject.TOKEN;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of rights: everything that can be asked for, and what it takes. Where an input may name a team that something will
 * belong to and names none, the caller has to reach everywhere.
 */
public final class Rules {
    private static final Map<String, Rule> MUTATIONS = table(
            needs("teamCreate", ADMIN, within("parent", TEAM)),
            needs("teamUpdate", ADMIN, within("id", TEAM), within("parent", TEAM)),
            needs("personCreate", ADMIN, within("teams.*", TEAM)),
            needs("personUpdate", ADMIN, within("id", PERSON), within("teams.*", TEAM)),
            needs("apiTokenCreate", ADMIN, within("team", TEAM)),
            orOwn("apiTokenRevoke", ADMIN, within("id", TOKEN)),
            everywhere("cycleCreate", WRITE_GOALS, seen("parent", CYCLE)),
            everywhere("cycleUpdate", WRITE_GOALS, seen("id", CYCLE), seen("parent", CYCLE)),
            everywhere("cycleStart", WRITE_GOALS, seen("cycle", CYCLE)),
            everywhere("cycleBeginClosing", WRITE_GOALS, seen("cycle", CYCLE)),
            everywhere("cycleClose", WRITE_GOALS, seen("cycle", CYCLE)),
            everywhere("cycleReopen", WRITE_GOALS, seen("cycle", CYCLE)),
            needs(
                    "objectiveCreate",
                    WRITE_GOALS,
                    seen("cycle", CYCLE),
                    within("team", TEAM),
                    seen("owner", PERSON),
                    counted("parent", GOAL),
                    seen("keyResults.#.owner", PERSON),
                    within("openedFrom", ORIGIN)),
            needs("objectiveUpdate", WRITE_GOALS, within("id", OBJECTIVE), within("team", TEAM), seen("owner", PERSON)),
            needs("objectiveCancel", WRITE_GOALS, within("id", OBJECTIVE)),
            needs("objectiveAlign", WRITE_GOALS, within("child", OBJECTIVE), counted("parent", GOAL)),
            needs("objectiveUnalign", WRITE_GOALS, within("child", OBJECTIVE), seen("parent", GOAL)),
            needs("objectiveCarryOver", WRITE_GOALS, seen("into", CYCLE), within("objectives.#", OBJECTIVE)),
            needs("guardrailAdd", WRITE_GOALS, within("objective", OBJECTIVE), seen("kpi", KPI)),
            needs("guardrailRemove", WRITE_GOALS, within("objective", OBJECTIVE), seen("kpi", KPI)),
            needs("keyResultCreate", WRITE_GOALS, within("objective", OBJECTIVE), seen("spec.owner", PERSON)),
            needs("keyResultUpdate", WRITE_GOALS, within("id", KEY_RESULT), seen("owner", PERSON)),
            needs("keyResultCancel", WRITE_GOALS, within("id", KEY_RESULT)),
            needs("keyResultScore", WRITE_GOALS, within("id", KEY_RESULT)),
            needs(
                    "keyResultGraduate",
                    WRITE_GOALS,
                    within("keyResult", KEY_RESULT),
                    within("keyResult", KPI_OF_KEY_RESULT)),
            orOwn("checkInRecord", WRITE_GOALS, within("keyResult", KEY_RESULT)),
            orOwn("milestoneMark", WRITE_GOALS, within("milestone", MILESTONE)),
            needs("kpiCreate", WRITE_GOALS, within("team", TEAM), seen("owner", PERSON), within("companions.*", KPI)),
            needs(
                    "kpiUpdate",
                    WRITE_GOALS,
                    within("id", KPI),
                    within("team", TEAM),
                    seen("owner", PERSON),
                    within("companions.*", KPI)),
            needs("kpiArchive", WRITE_GOALS, within("kpi", KPI)),
            needs("kpiRedefine", WRITE_GOALS, within("kpi", KPI)),
            needs("kpiRebase", WRITE_GOALS, within("kpi", KPI)),
            needs("kpiPromote", WRITE_GOALS, within("objective", OBJECTIVE), seen("kpi", KPI)),
            needs("kpiReviewRecord", WRITE_GOALS, within("kpi", KPI)),
            new Rule("kpiValuesRecord", WRITE_VALUES, Rule.Scope.ITEMS, List.of(within("values.#.kpi", KPI))));

    private static final Map<String, Rule> QUERIES = table(
            rules(
                    READ,
                    "checkInsDue",
                    "currentCycle",
                    "cycle",
                    "cycleSummary",
                    "cycleSummaryRows",
                    "cycles",
                    "findings",
                    "goalTree",
                    "history",
                    "keyResult",
                    "keyResultRows",
                    "kpi",
                    "kpiGaps",
                    "kpiValueRows",
                    "kpis",
                    "node",
                    "nodes",
                    "objective",
                    "objectives",
                    "people",
                    "reviewsDue",
                    "team",
                    "teams"),
            rules(ADMIN, "apiTokens"),
            Stream.of(new Rule("viewer", null, Rule.Scope.PLACES, List.of())));

    private static final Map<String, Rule> SUBSCRIPTIONS =
            table(rules(READ, "goalChanged", "kpiSignalDetected", "kpiValueRecorded"));

    /** By the first step of their path. */
    private static final Map<String, Rule> DOORS =
            table(rules(READ, "export", "charts"), rules(WRITE_VALUES, "ingest"));

    private Rules() {}

    /** The rules of all mutations by their names; likewise below. */
    public static Map<String, Rule> mutations() {
        return MUTATIONS;
    }

    public static Map<String, Rule> queries() {
        return QUERIES;
    }

    public static Map<String, Rule> subscriptions() {
        return SUBSCRIPTIONS;
    }

    /** Of doors beside GraphQL. */
    public static Map<String, Rule> doors() {
        return DOORS;
    }

    /** @throws IllegalStateException when nobody has decided on it, so that nobody gets in by an oversight */
    public static Rule of(Map<String, Rule> table, String name) {
        Rule rule = table.get(name);
        if (rule == null) {
            throw new IllegalStateException("There is no rule who may ask for " + name);
        }
        return rule;
    }

    private static Stream<Rule> rules(Right right, String... names) {
        return Arrays.stream(names).map(name -> needs(name, right));
    }

    @SafeVarargs
    private static Map<String, Rule> table(Stream<Rule>... rules) {
        return Arrays.stream(rules)
                .flatMap(Function.identity())
                .collect(Collectors.toUnmodifiableMap(Rule::name, Objects::requireNonNull));
    }

    private static Map<String, Rule> table(Rule... rules) {
        return table(Arrays.stream(rules));
    }
}
