package io.goaltree;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the house for the rooms (packages) directly below a root package. The root is a parameter so that the
 * same rule that guards the product can be shown to fail on {@code io.goaltree.violations}.
 */
final class HouseRules {
    /** From the ground up; a room may import every room on the floors below its own. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("shared", "time", "scoring", "behaviour", "wording"),
            Set.of("access", "edge", "change", "history"),
            Set.of(
                    "gate",
                    "token",
                    "team",
                    "cycle",
                    "objective",
                    "kpi",
                    "keyresult",
                    "checkin",
                    "goal",
                    "guardrail",
                    "review"),
            Set.of("tree", "carry", "coach", "chart", "ingest", "export", "live", "audit"),
            Set.of("app", "demo"));

    /** Where imports may go on one floor; what is reachable by several steps may be imported too. */
    private static final Map<String, Set<String>> SAME_FLOOR = Map.ofEntries(
            Map.entry("demo", Set.of("app")),
            Map.entry("edge", Set.of("access", "change")),
            Map.entry("history", Set.of("access", "edge")),
            Map.entry("gate", Set.of("team", "token")),
            Map.entry("token", Set.of("team")),
            Map.entry("behaviour", Set.of("scoring")),
            Map.entry("coach", Set.of("tree")),
            Map.entry("export", Set.of("tree")),
            Map.entry("chart", Set.of("tree")),
            Map.entry("scoring", Set.of("time")),
            Map.entry("time", Set.of("shared")),
            Map.entry("review", Set.of("checkin", "kpi", "objective")),
            Map.entry("checkin", Set.of("keyresult")),
            Map.entry("goal", Set.of("keyresult", "objective", "review")),
            Map.entry("guardrail", Set.of("objective", "kpi")),
            Map.entry("keyresult", Set.of("objective", "kpi")),
            Map.entry("objective", Set.of("cycle", "team")),
            Map.entry("kpi", Set.of("team")));

    private static final List<String> BANNED_SUFFIXES =
            List.of("Manager", "Helper", "Util", "Utils", "Processor", "Data", "Info", "Impl");

    private final String root;

    HouseRules(String root) {
        this.root = root;
    }

    ArchRule roomsFormNoCycle() {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(false)
                .because(
                        "a room that can be read without the rooms above it can be understood, tested and moved alone");
    }

    ArchRule everyRoomHasAFloor() {
        return classes()
                .should(check("stand on a floor", (type, events) -> {
                    if (floor(room(type)).isEmpty()) {
                        events.add(violated(type, type.getFullName() + " is in a room without a floor: " + room(type)));
                    }
                }))
                .allowEmptyShould(false)
                .because("a new room gets its floor in house.md and here before it gets its code");
    }

    ArchRule importsGoDownOnly() {
        return classes()
                .should(check("import lower floors only, or along an arrow on their own floor", (type, events) -> {
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        JavaClass target = dependency.getTargetClass().getBaseComponentType();
                        if (isInHouse(target) && !mayImport(room(type), room(target))) {
                            events.add(violated(dependency, dependency.getDescription()));
                        }
                    }
                }))
                .allowEmptyShould(false)
                .because(
                        "children add fields to their parent's type and parents fire events, so nothing looks upwards");
    }

    ArchRule groundFloorKnowsTheJdkOnly() {
        return classes()
                .that(describe("are on floor 0", type -> FLOORS.get(0).contains(room(type))))
                .should()
                .onlyDependOnClassesThat(describe(
                        "belong to the JDK, to org.jspecify or to floor 0",
                        type -> isInPackage(type, "java")
                                || isInPackage(type, "org.jspecify")
                                || isInHouse(type) && FLOORS.get(0).contains(room(type))))
                .allowEmptyShould(false)
                .because("the formulas are tested in milliseconds and outlive every library");
    }

    ArchRule doorsNeverTouchRows() {
        return noClasses()
                .that(are("doors", "Api"))
                .should()
                .dependOnClassesThat(are("stores", "Store").or(are("rows", "Entity")))
                .allowEmptyShould(false)
                .because("the way of a request is Api, Service, Store: the decision is never skipped");
    }

    ArchRule storesAndRowsStayInTheirRoom() {
        return classes()
                .that(are("stores", "Store").or(are("rows", "Entity")))
                .should()
                .bePackagePrivate()
                .allowEmptyShould(false)
                .because("a table has one owner; other rooms ask its service");
    }

    ArchRule transactionsBelongToServices() {
        DescribedPredicate<JavaClass> service =
                describe("services", type -> type.getSimpleName().endsWith("Service"));
        return classes()
                .that(DescribedPredicate.not(service))
                .should(check("not open transactions", (type, events) -> {
                    if (isTransactional(type)) {
                        events.add(violated(type, type.getFullName() + " is @Transactional"));
                    }
                    type.getMethods().stream()
                            .filter(HouseRules::isTransactional)
                            .forEach(it -> events.add(violated(it, it.getFullName() + " is @Transactional")));
                }))
                .allowEmptyShould(false)
                .because(
                        "one request is one decision in one transaction, and its edges are found in one kind of class");
    }

    ArchRule transactionalMethodsCanBeIntercepted() {
        return methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .notBePrivate()
                .andShould()
                .notBeStatic()
                .andShould()
                .notBeFinal()
                .allowEmptyShould(false)
                .because("on a method that no caller passes through the container to, the annotation does nothing");
    }

    ArchRule transactionsAreEnteredFromOutside() {
        return classes()
                .should(check("not call their own transactional methods", (type, events) -> {
                    for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                        if (call.getTargetOwner().equals(type)
                                && call.getTarget()
                                        .resolveMember()
                                        .filter(HouseRules::isTransactional)
                                        .isPresent()) {
                            events.add(violated(call, call.getDescription()));
                        }
                    }
                }))
                .allowEmptyShould(false)
                .because("a call to oneself does not pass through the container, so it opens no transaction");
    }

    ArchRule onlyTheAppReadsTheClock() {
        return noClasses()
                .that(describe("are below the app", type -> !room(type).equals("app")))
                .should()
                .accessTargetWhere(describe("reads the clock", HouseRules::readsTheClock))
                .allowEmptyShould(false)
                .because("time is an argument (time.Now), so that every answer can be asked for another instant");
    }

    ArchRule namesAreWordsAUserWouldSay() {
        return classes()
                .that(describe(
                        "are not edge.PageInfo, a name of the Relay specification",
                        type -> !type.getFullName().equals(root + ".edge.PageInfo")))
                .should(check("not end with one of " + BANNED_SUFFIXES, (type, events) -> {
                    if (BANNED_SUFFIXES.stream().anyMatch(type.getSimpleName()::endsWith)) {
                        events.add(violated(type, type.getFullName() + " has a name that says nothing"));
                    }
                }))
                .allowEmptyShould(false)
                .because(
                        "a suffix that fits everything tells nothing; the house has Api, Service, Answers, Store, Entity");
    }

    ArchRule everyRoomIsNullMarked() {
        return classes()
                .should(check("be in a room whose package-info is @NullMarked", (type, events) -> {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(violated(type, type.getFullName() + " is in a room without @NullMarked"));
                    }
                }))
                .allowEmptyShould(false)
                .because("NullAway looks only at marked rooms, and package-info is the label on the door");
    }

    ArchRule nobodyPrints() {
        return noClasses()
                .that(describe("are below the app", type -> !room(type).equals("app")))
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .allowEmptyShould(false)
                .because("what is worth saying goes to the log; only a start that fails has nothing but the console");
    }

    ArchRule nothingIsInjectedIntoFields() {
        return fields().should()
                .notBeAnnotatedWith(Inject.class)
                .allowEmptyShould(false)
                .because("a constructor says what a class needs, and a plain test can call it");
    }

    private boolean mayImport(String from, String to) {
        Optional<Integer> above = floor(from);
        Optional<Integer> below = floor(to);
        if (from.equals(to) || above.isEmpty() || below.isEmpty()) {
            return true; // the room itself, or the business of everyRoomHasAFloor
        }
        return below.get() < above.get() || reachable(from).contains(to);
    }

    private static Set<String> reachable(String from) {
        Set<String> found = new HashSet<>();
        for (String next : SAME_FLOOR.getOrDefault(from, Set.of())) {
            found.add(next);
            found.addAll(reachable(next));
        }
        return found;
    }

    private static Optional<Integer> floor(String room) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(room)) {
                return Optional.of(floor);
            }
        }
        return Optional.empty();
    }

    /** The name of a class's room, empty for a class in the root itself. */
    private String room(JavaClass type) {
        String below = type.getPackageName().substring(root.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.")[0];
    }

    private boolean isInHouse(JavaClass type) {
        return isInPackage(type, root);
    }

    private DescribedPredicate<JavaClass> are(String what, String suffix) {
        return describe(
                "are " + what,
                type -> isInHouse(type) && outermost(type).getSimpleName().endsWith(suffix));
    }

    private static boolean isInPackage(JavaClass type, String parent) {
        return (type.getPackageName() + ".").startsWith(parent + ".");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseRules::outermost).orElse(type);
    }

    private static boolean isTransactional(CanBeAnnotated thing) {
        return thing.isAnnotatedWith(Transactional.class) || thing.isMetaAnnotatedWith(Transactional.class);
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String name = target.getName();
        String owner = target.getOwner().getFullName();
        if (owner.startsWith("java.time.")) {
            return name.equals("now")
                    || owner.equals("java.time.InstantSource") && name.equals("system")
                    || owner.equals("java.time.Clock") && (name.startsWith("system") || name.matches("tick[A-Z].*"));
        }
        return owner.equals("java.lang.System") && name.equals("currentTimeMillis")
                || owner.equals("java.util.Date") && name.equals("<init>") && hasNoParameters(access)
                || owner.equals("java.util.Calendar") && name.equals("getInstance")
                || owner.equals("java.util.GregorianCalendar") && name.equals("<init>");
    }

    private static boolean hasNoParameters(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().isEmpty();
    }

    private static ArchCondition<JavaClass> check(
            String description, BiConsumer<JavaClass, ConditionEvents> violations) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                violations.accept(type, events);
            }
        };
    }
}
