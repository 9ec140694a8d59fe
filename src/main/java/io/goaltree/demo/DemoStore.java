package io.goaltree.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Looks before the demo is loaded; writes nothing. */
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
}
