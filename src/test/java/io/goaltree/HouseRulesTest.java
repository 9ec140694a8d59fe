package io.goaltree;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product keeps the rules of the house, and each rule can fail. */
class HouseRulesTest {
    private static final String ROOT = "io.goaltree";
    private static final String VIOLATIONS = "io.goaltree.violations";
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages(VIOLATIONS);
    private static final Pattern OFFENDER = Pattern.compile(Pattern.quote(VIOLATIONS) + "\\.(\\w+\\.\\w+)");

    /**
     * A rule and what it must find in {@code io.goaltree.violations}.
     *
     * @param found exactly the classes at which a violation begins, as room.Class
     */
    private record Guard(String name, Function<HouseRules, ArchRule> rule, Set<String> found) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Guard guard(String name, Function<HouseRules, ArchRule> rule, String... found) {
        return new Guard(name, rule, Set.of(found));
    }

    static Stream<Guard> guards() {
        return Stream.of(
                guard("rooms form no cycle", HouseRules::roomsFormNoCycle, "cycle.LooksAtTeams", "team.TeamApi"),
                guard("every room has a floor", HouseRules::everyRoomHasAFloor, "attic.Lodger"),
                guard(
                        "imports go down only",
                        HouseRules::importsGoDownOnly,
                        "cycle.LooksAtTeams",
                        "ingest.LooksAtTrees",
                        "objective.LooksAtKeyResults",
                        "scoring.LooksUpwards",
                        "team.LooksAtTheApp",
                        "team.TeamApi"),
                guard(
                        "floor 0 knows the JDK only",
                        HouseRules::groundFloorKnowsTheJdkOnly,
                        "scoring.LooksUpwards",
                        "scoring.UsesALibrary"),
                guard("doors never touch rows", HouseRules::doorsNeverTouchRows, "team.TeamApi"),
                guard(
                        "stores and rows stay in their room",
                        HouseRules::storesAndRowsStayInTheirRoom,
                        "team.TeamEntity",
                        "team.TeamStore"),
                guard(
                        "transactions belong to services",
                        HouseRules::transactionsBelongToServices,
                        "team.OpensTransactions",
                        "team.OpensTransactionsEverywhere"),
                guard(
                        "transactional methods can be intercepted",
                        HouseRules::transactionalMethodsCanBeIntercepted,
                        "team.HiddenService"),
                guard(
                        "transactions are entered from outside",
                        HouseRules::transactionsAreEnteredFromOutside,
                        "team.SelfishService"),
                guard("only the app reads the clock", HouseRules::onlyTheAppReadsTheClock, "team.ReadsTheClock"),
                guard(
                        "names are words a user would say",
                        HouseRules::namesAreWordsAUserWouldSay,
                        "team.TeamManager",
                        "team.PageInfo"),
                guard("every room is null marked", HouseRules::everyRoomIsNullMarked, "attic.Lodger"),
                guard("only the app prints", HouseRules::nobodyPrints, "team.Prints"),
                guard("nothing is injected into fields", HouseRules::nothingIsInjectedIntoFields, "team.TakesByField"));
    }

    @ParameterizedTest
    @MethodSource("guards")
    void the_product_keeps(Guard guard) {
        guard.rule().apply(new HouseRules(ROOT)).check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("guards")
    void a_violation_is_found_and_nothing_else(Guard guard) {
        EvaluationResult result = guard.rule().apply(new HouseRules(VIOLATIONS)).evaluate(OFFENDERS);
        Set<String> found = new TreeSet<>();
        result.getFailureReport().getDetails().forEach(detail -> found.addAll(beginnings(detail)));
        assertThat(found).as("%s", result.getFailureReport()).containsExactlyInAnyOrderElementsOf(guard.found());
    }

    @Test
    void every_way_to_read_the_clock_is_found() {
        List<String> details = new HouseRules(VIOLATIONS)
                .onlyTheAppReadsTheClock()
                .evaluate(OFFENDERS)
                .getFailureReport()
                .getDetails();
        assertThat(details).hasSize(io.goaltree.violations.team.ReadsTheClock.WAYS);
    }

    @Test
    void every_banned_suffix_is_found() {
        List<String> details = new HouseRules(VIOLATIONS)
                .namesAreWordsAUserWouldSay()
                .evaluate(OFFENDERS)
                .getFailureReport()
                .getDetails();
        assertThat(details).hasSize(9);
    }

    @Test
    void tests_are_not_part_of_the_product() {
        assertThat(PRODUCT.contain(HouseRulesTest.class)).isFalse();
        assertThat(PRODUCT.size()).isGreaterThan(100);
    }

    /** The class at which each line of a report begins its complaint. */
    private static Set<String> beginnings(String detail) {
        Set<String> found = new TreeSet<>();
        for (String line : detail.split("\n")) {
            Matcher matcher = OFFENDER.matcher(line);
            if (matcher.find()) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }
}
