package io.goaltree.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

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

    Pace pace();

    PageSize pageSize();

    Changes changes();

    Subscriptions subscriptions();

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

    /** What has changed, as all replicas read it. */
    interface Changes {
        /** How long a change can be read, at least: a replica that is cut off for longer tells its subscribers so. */
        @WithDefault("PT1H")
        Duration kept();
    }

    /** Those who follow changes by WebSocket or server-sent events. */
    interface Subscriptions {
        /** How many events may wait for one subscriber before it is cut off as too slow. */
        @WithDefault("1024")
        int backlog();
    }
}
