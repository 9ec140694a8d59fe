package io.goaltree.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What loading the demo needs of the database beside the services. */
@ApplicationScoped
class DemoStore {
    private final EntityManager entities;

    DemoStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Waits for any other replica that is loading until its transaction ends; held until this one ends. */
    void lock() {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('demo organisation'))", Integer.class)
                .getSingleResult();
    }

    boolean isEmpty() {
        return (Boolean) entities.createNativeQuery("""
                        select not exists (select from team) and not exists (select from cycle)
                            and not exists (select from objective) and not exists (select from kpi)
                        """, Boolean.class).getSingleResult();
    }

    /** Forgets the rows that are written: their number would slow down every later flush. */
    void forgetWritten() {
        entities.flush();
        entities.clear();
    }

    /** Lets the history say that what is written from here on was written at an instant; null for now. */
    void pretend(@Nullable Instant instant) {
        entities.createNativeQuery("""
                        select set_config('goaltree.stamp', :stamp, true) || set_config('goaltree.value_stamp', :stamp, true)
                        """, String.class)
                .setParameter("stamp", instant == null ? "" : instant.toString())
                .getSingleResult();
    }
}
