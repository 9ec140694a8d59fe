package io.goaltree.app;

import io.goaltree.access.Right;
import io.goaltree.time.Cadence;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every setting of the service itself; the README lists them. */
@ConfigMapping(prefix = "goaltree")
public interface Settings {
    /** The zone that decides which day an instant belongs to, for cycles and check-ins. KPIs have their own. */
    @WithDefault("UTC")
    ZoneId zone();

    /** The data directory of the embedded PostgreSQL; unused when a JDBC URL is configured. */
    Optional<String> data();

    /** Whether to load the demo organisation when the database is empty. */
    @WithDefault("false")
    boolean demo();

    /** How far a KPI may be behind, in days on top of one cadence, before it counts as stale and a value as late. */
    @WithDefault("2")
    int graceDays();

    /** How often a key result needs a check-in; a range to hold has its own cadence. */
    @WithDefault("WEEKLY")
    Cadence checkInCadence();

    /** How often a KPI needs a review, when it has values that often. */
    @WithDefault("MONTHLY")
    Cadence reviewCadence();

    /** How many gaps are recommended to be pursued at a time. */
    @WithDefault("2")
    int recommendedGaps();

    /** Whether GraphiQL is served at /graphiql. */
    @WithDefault("false")
    boolean graphiql();

    /** Whether callers may ask for the schema, by introspection and at /graphql/schema.graphql. */
    @WithDefault("true")
    boolean introspection();

    Access access();

    /** The secret of a token that is good for everything, made in advance: gt_ and 32 random characters. */
    Optional<String> adminToken();

    Pace pace();

    PageSize pageSize();

    Findings findings();

    Limits limits();

    Documents documents();

    RateLimit rateLimit();

    Changes changes();

    Subscriptions subscriptions();

    Socket socket();

    Bi bi();

    Oidc oidc();

    /** Who is let in. */
    interface Access {
        /** Who need not say who they are: none, or whoever asks from this machine (loopback). */
        @WithDefault("none")
        Anonymous anonymous();

        /** Whether objectives that a caller does not see count for them, too, in what they contribute to. */
        @WithDefault("true")
        boolean privateCounts();

        enum Anonymous {
            NONE,
            LOOPBACK
        }
    }

    /** From which gap between expected and actual ratio a goal counts as behind, and as at risk. */
    interface Pace {
        @WithDefault("0.165")
        BigDecimal behind();

        @WithDefault("0.33")
        BigDecimal atRisk();
    }

    /** Items on a page of a connection. */
    interface PageSize {
        @WithDefault("50")
        int standard();

        @WithDefault("1000")
        int most();
    }

    /** From when on something is remarked upon. */
    interface Findings {
        /** The most objectives of a team in a cycle. */
        @WithDefault("5")
        int mostObjectives();

        @WithDefault("2")
        int fewestKeyResults();

        @WithDefault("5")
        int mostKeyResults();

        /** The fewest KPIs of a team. */
        @WithDefault("5")
        int fewestKpis();

        @WithDefault("10")
        int mostKpis();

        /** The most versions of a KPI's definition that are recorded within the days below. */
        @WithDefault("2")
        int mostDefinitions();

        @WithDefault("365")
        int definitionDays();

        /** The most objectives that a team opens from KPIs in a cycle. */
        @WithDefault("2")
        int mostGaps();
    }

    /** What one GraphQL request may be and ask for; each limit is checked before anything is executed. */
    interface Limits {
        /** The largest body, in bytes. */
        @WithDefault("4194304")
        int bodyBytes();

        /** How deep a body's JSON may be nested. */
        @WithDefault("64")
        int jsonDepth();

        /** The longest document, in bytes. */
        @WithDefault("100000")
        int documentBytes();

        /** The most tokens of a document. */
        @WithDefault("10000")
        int tokens();

        /** How deep fields may be nested, fragments expanded. */
        @WithDefault("20")
        int depth();

        @WithDefault("100")
        int aliases();

        @WithDefault("100")
        int directives();

        @WithDefault("100")
        int rootFields();

        /** The most values (fields) an operation may be able to answer. */
        @WithDefault("1000000")
        long cost();

        /** The most values (fields) one run may answer, however long its lists turn out to be. */
        @WithDefault("3000000")
        long values();

        /** How many operations run at the same time on one replica; each may need two connections to the database. */
        @WithDefault("20")
        int running();

        /** How long a list without first or last is taken to be when its cost is reckoned. */
        @WithDefault("10")
        int listSize();

        /** The most errors in one answer. */
        @WithDefault("20")
        int errors();

        /** How long a body may take to arrive, and then again its answer to be made. */
        @WithDefault("30s")
        Duration requestTime();
    }

    /** Which documents may run. */
    interface Documents {
        /** A folder of registered operations: *.graphql, or *.json manifests of documents by hash. */
        Optional<String> folder();

        /** Whether nothing but the registered operations may run. */
        @WithDefault("false")
        boolean trustedOnly();

        /** How much text of automatically persisted queries a replica remembers, in characters. */
        @WithDefault("16000000")
        long rememberedCharacters();
    }

    /** How often one caller may ask; each replica counts for itself. */
    interface RateLimit {
        /** Requests a minute in the long run; 0 for no limit. */
        @WithDefault("60000")
        long perMinute();

        /** Requests at once after a pause. */
        @WithDefault("60000")
        long burst();
    }

    /** What has changed, as all replicas read it. */
    interface Changes {
        /** How long a change can be read, at least: a replica that is cut off for longer tells its subscribers so. */
        @WithDefault("PT1H")
        Duration kept();
    }

    /** WebSockets and event streams. */
    interface Socket {
        /** From where pages may open a WebSocket, or * for everywhere; without it, only from where the service itself is. */
        Optional<List<String>> origins();

        /** How long connection_init may take to come. */
        @WithDefault("3s")
        Duration initTime();

        /** How often a client is asked whether it is still there; below quarkus.http.idle-timeout. */
        @WithDefault("20s")
        Duration ping();

        /** How often a comment is sent on an event stream; below quarkus.http.idle-timeout. */
        @WithDefault("12s")
        Duration commentTime();

        /** How long a client may leave unread what is sent to it. */
        @WithDefault("10s")
        Duration slowTime();

        /** The most operations at once on one socket. */
        @WithDefault("100")
        int operations();

        /** The most sockets and event streams at once, on one replica. */
        @WithDefault("1000")
        int connections();

        /** The most of those from one address. */
        @WithDefault("100")
        int connectionsPerAddress();
    }

    /** Those who follow changes by WebSocket or server-sent events. */
    interface Subscriptions {
        /** How many events may wait for one subscriber before it is cut off as too slow. */
        @WithDefault("1024")
        int backlog();
    }

    /** The rows that are kept for those who read by SQL. */
    interface Bi {
        /** How long changes are gathered before the rows of their cycles are brought up to date; 0 to keep no rows. */
        @WithDefault("2s")
        Duration pause();

        /** Whether private objectives are in these rows, too, for everybody who may read by SQL. */
        @WithName("private")
        @WithDefault("false")
        boolean isPrivate();
    }

    /** People who show tokens of an identity provider, by OpenID Connect. */
    interface Oidc {
        /** Whose tokens are good, as the tokens themselves name it; without it, nobody's are. */
        Optional<String> issuer();

        /** For whom tokens have to be made; required with an issuer, which makes tokens for others, too. */
        Optional<String> audience();

        /** The claim that holds rights, or the way to it, with / between names. */
        @WithDefault("goaltree_rights")
        String rightsClaim();

        /** What people may whose token names no right of ours. */
        @WithDefault("READ")
        Optional<Set<Right>> defaultRights();
    }
}
