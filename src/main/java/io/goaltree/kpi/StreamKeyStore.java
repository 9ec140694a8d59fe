package io.goaltree.kpi;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** The idempotency keys of streams: who holds one, and what was answered part by part. */
@ApplicationScoped
class StreamKeyStore {
    private final StatelessSession session;

    StreamKeyStore(StatelessSession session) {
        this.session = session;
    }

    /** Whether a stream holds this key. One that stood still for too long loses it by being asked about. */
    boolean isHeld(String key, Instant at) {
        session.createNativeMutationQuery("delete from idempotency_claim where key = :key and held_until <= :at")
                .setParameter("key", IdempotencyStore.own(key))
                .setParameter("at", at)
                .executeUpdate();
        return session.createNativeQuery(
                        "select exists (select from idempotency_claim where key = :key and held_until > :at)",
                        Boolean.class)
                .setParameter("key", IdempotencyStore.own(key))
                .setParameter("at", at)
                .getSingleResult();
    }

    /** Takes the key for a recording, unless another one holds it. */
    boolean claim(String key, UUID recording, Instant at, Instant until) {
        return session.createNativeMutationQuery("""
                        insert into idempotency_claim (key, recording, held_until) values (:key, :recording, :until)
                        on conflict (key) do update set recording = excluded.recording, held_until = excluded.held_until
                        where idempotency_claim.held_until <= :at
                        """)
                        .setParameter("key", IdempotencyStore.own(key))
                        .setParameter("recording", recording)
                        .setParameter("until", until)
                        .setParameter("at", at)
                        .executeUpdate()
                == 1;
    }

    /** Holds it for longer; false when it was lost to another recording meanwhile. */
    boolean hold(String key, UUID recording, Instant until) {
        return session.createNativeMutationQuery("""
                        update idempotency_claim set held_until = :until where key = :key and recording = :recording
                        """)
                        .setParameter("key", IdempotencyStore.own(key))
                        .setParameter("recording", recording)
                        .setParameter("until", until)
                        .executeUpdate()
                == 1;
    }

    void release(String key, UUID recording) {
        session.createNativeMutationQuery("delete from idempotency_claim where key = :key and recording = :recording")
                .setParameter("key", IdempotencyStore.own(key))
                .setParameter("recording", recording)
                .executeUpdate();
    }

    void add(UUID recording, int number, String answer, Instant at) {
        session.createNativeMutationQuery("""
                        insert into idempotency_part (recording, number, answer, created_at)
                        values (:recording, :number, :answer, :at)
                        """)
                .setParameter("recording", recording)
                .setParameter("number", number)
                .setParameter("answer", answer)
                .setParameter("at", at)
                .executeUpdate();
    }

    /** The next parts of an answer, behind the one of that number; empty at the end. */
    List<Part> parts(UUID recording, int after, int most) {
        return session
                .createNativeQuery("""
                        select number, answer from idempotency_part
                        where recording = :recording and number > :after order by number limit :most
                        """, Object[].class)
                .setParameter("recording", recording)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(row -> new Part(((Number) row[0]).intValue(), (String) row[1]))
                .toList();
    }

    record Part(int number, String answer) {}

    /** Removes some claims of streams that died; how many. */
    int forgetSomeClaims(Instant until, int most) {
        return session.createNativeMutationQuery("""
                        delete from idempotency_claim where key in (
                            select key from idempotency_claim where held_until <= :until order by held_until
                            limit :most for update skip locked
                        )
                        """)
                .setParameter("until", until)
                .setParameter("most", most)
                .executeUpdate();
    }

    /**
     * Removes some parts that nobody may ask for any more; how many. A stream may have run for longer than a part is kept: as
     * long as it runs or its answer is remembered its parts stay, too.
     */
    int forgetSomeParts(Instant until, int most) {
        return session.createNativeMutationQuery("""
                        delete from idempotency_part where (recording, number) in (
                            select recording, number from idempotency_part p where created_at <= :until
                            and not exists (select from idempotency i where i.recording = p.recording)
                            and not exists (select from idempotency_claim c where c.recording = p.recording)
                            order by created_at limit :most for update skip locked
                        )
                        """)
                .setParameter("until", until)
                .setParameter("most", most)
                .executeUpdate();
    }
}
