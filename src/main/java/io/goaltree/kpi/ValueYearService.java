package io.goaltree.kpi;

import io.goaltree.time.Now;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

/**
 * Makes the tables in which the values of the years to come are kept, well before anybody can record one: a value is never
 * of a later day than today is anywhere on earth.
 */
@ApplicationScoped
public class ValueYearService {
    private static final Logger LOG = Logger.getLogger(ValueYearService.class);
    private static final int AHEAD = 2;
    private static final Duration RETRY = Duration.ofMinutes(1);

    /** Observers without a priority have 2500; one of them loads the demo's values. */
    private static final int BEFORE_ANY_VALUE = 2_400;

    /** The first zone is a day ahead of the last. */
    private static final Duration FIRST_ZONE = Duration.ofDays(1);

    private final StatelessSession session;
    private final Now now;

    /** The last year that has its table, as far as is known here. */
    private volatile int last;

    /** Not before then is it tried again. */
    private volatile Instant patience = Instant.MIN;

    ValueYearService(StatelessSession session, Now now) {
        this.session = session;
        this.now = now;
    }

    void start(@Observes @Priority(BEFORE_ANY_VALUE) StartupEvent start) {
        prepare(now.instant());
    }

    /** Costs nothing but once a year: a year before it is needed, so that it can wait when it must. */
    void prepare(Instant at) {
        int year = year(at);
        if (year < last || (year == last && at.isBefore(patience))) {
            return;
        }
        patience = at.plus(RETRY);
        try {
            make(year + AHEAD);
        } catch (PersistenceException e) {
            LOG.warnf("The tables for values up to %d are not there yet: %s", year + AHEAD, e.getMessage());
        }
    }

    /** Attaching waits for changes of KPIs that are under way, and later ones for it: so it gives up soon. */
    private void make(int year) {
        int made = QuarkusTransaction.requiringNew().call(() -> {
            session.createNativeQuery("select set_config('lock_timeout', '500ms', true)", String.class)
                    .getSingleResult();
            return session.createNativeQuery("select kpi_value_years(:year)", Integer.class)
                    .setParameter("year", year)
                    .getSingleResult();
        });
        last = Math.max(last, year);
        patience = Instant.MIN;
        if (made > 0) {
            LOG.infof("Made %d tables for the values of years up to %d", made, year);
        }
    }

    private static int year(Instant at) {
        return at.plus(FIRST_ZONE).atOffset(ZoneOffset.UTC).getYear();
    }
}
