package io.goaltree;

import io.goaltree.access.Reach;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.operation.Caller;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets a test ask as anybody: for what callers may, however they are known. Requests without the header are as they are. */
@ApplicationScoped
public class As {
    /** Names a caller of this test run; only tests have the handler that reads it. */
    public static final String HEADER = "Test-Who";

    private static final Map<String, Who> CALLERS = new ConcurrentHashMap<>();

    /** After the doorkeeper (-105), before any door. */
    private static final int ORDER = -104;

    void install(@Observes Router router) {
        router.route().order(ORDER).handler(context -> {
            String name = context.request().getHeader(HEADER);
            if (name != null) {
                Caller.isKnown(context, CALLERS.get(name));
            }
            context.next();
        });
    }

    /** The value of {@link #HEADER} by which somebody is known from now on, for requests of other clients. */
    public static String known(Who who) {
        String name = UUID.randomUUID().toString();
        CALLERS.put(name, who);
        return name;
    }

    /** Runs requests of RestAssured (and so of GraphQl, KpiCalls, World) as somebody. */
    public static <T> T caller(Who who, Supplier<T> requests) {
        String name = known(who);
        RestAssured.requestSpecification =
                new RequestSpecBuilder().addHeader(HEADER, name).build();
        try {
            return requests.get();
        } finally {
            RestAssured.requestSpecification = null;
            CALLERS.remove(name);
        }
    }

    /** Runs requests of RestAssured with the secret of a token. */
    public static <T> T holder(String secret, Supplier<T> requests) {
        RestAssured.requestSpecification = new RequestSpecBuilder()
                .addHeader("Authorization", "Bearer " + secret)
                .build();
        try {
            return requests.get();
        } finally {
            RestAssured.requestSpecification = null;
        }
    }

    /** A token that reaches some teams, named by their ids, and nothing below them. */
    public static Who bound(Set<Right> rights, String... teams) {
        Set<UUID> ids =
                Arrays.stream(teams).map(team -> Ids.uuid(Kind.TEAM, team)).collect(Collectors.toSet());
        return token(rights, Reach.of(ids), null);
    }

    /** A token that reaches everywhere. */
    public static Who unbound(Right... rights) {
        return token(Set.of(rights), Reach.EVERYWHERE, null);
    }

    /** A person by id, who reaches some teams. */
    public static Who person(String person, Set<Right> rights, String... teams) {
        return token(rights, bound(rights, teams).reach(), Ids.uuid(Kind.PERSON, person));
    }

    /** Every right, in a team or everywhere. */
    public static Set<Right> allButAdmin() {
        return EnumSet.complementOf(EnumSet.of(Right.ADMIN));
    }

    private static Who token(Set<Right> rights, Reach reach, @Nullable UUID person) {
        Who.Kind kind = person == null ? Who.Kind.TOKEN : Who.Kind.PERSON;
        return new Who(kind, "test-" + UUID.randomUUID(), "Test caller", rights, reach, person, null);
    }
}
