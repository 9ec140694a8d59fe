package io.goaltree.kpi;

import io.goaltree.access.Asking;
import io.goaltree.access.Who;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The answers to calls that carried an idempotency key. */
@ApplicationScoped
class IdempotencyStore {
    /** @param recording under which the parts of a stream's answer are; null for a call that was answered at once */
    record Remembered(
            byte[] fingerprint, String answer, @Nullable UUID recording) {}

    private final StatelessSession session;

    IdempotencyStore(StatelessSession session) {
        this.session = session;
    }

    /** The key as it is kept: nobody is told what became of somebody else's call. */
    static String own(String key) {
        Who who = Asking.current().who();
        return who.isNamed() ? who.kind() + " " + who.id().length() + " " + who.id() + " " + key : key;
    }

    /** Takes the key until the end of the transaction, or answers false at once when another call has it. */
    boolean claim(String key) {
        return session.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended('idempotency ' || :key, 0))", Boolean.class)
                .setParameter("key", own(key))
                .getSingleResult();
    }

    @Nullable
    Remembered find(String key, Instant notBefore) {
        return session.createNativeQuery("""
                        select fingerprint, answer, recording from idempotency where key = :key and created_at > :notBefore
                        """, Object[].class)
                .setParameter("key", own(key))
                .setParameter("notBefore", notBefore)
                .getResultStream()
                .findFirst()
                .map(row -> new Remembered((byte[]) row[0], (String) row[1], (UUID) row[2]))
                .orElse(null);
    }

    void remember(String key, byte[] fingerprint, String answer, @Nullable UUID recording, Instant at) {
        session.createNativeMutationQuery("""
                        insert into idempotency (key, fingerprint, answer, recording, created_at)
                        values (:key, :fingerprint, :answer, cast(:recording as uuid), :at)
                        on conflict (key) do update set fingerprint = excluded.fingerprint, answer = excluded.answer,
                            recording = excluded.recording, created_at = excluded.created_at
                        """)
                .setParameter("key", own(key))
                .setParameter("fingerprint", fingerprint)
                .setParameter("answer", answer)
                .setParameter("recording", recording == null ? null : recording.toString())
                .setParameter("at", at)
                .executeUpdate();
    }

    /** Removes some answers that nobody may ask for any more, leaving those that another call is removing; how many. */
    int forgetSome(Instant until, int most) {
        return session.createNativeMutationQuery("""
                        delete from idempotency where key in (
                            select key from idempotency where created_at <= :until order by created_at
                            limit :most for update skip locked
                        )
                        """)
                .setParameter("until", until)
                .setParameter("most", most)
                .executeUpdate();
    }
}
