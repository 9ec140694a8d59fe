package io.goaltree.edge.http;

import io.goaltree.change.ChangeService;
import io.goaltree.change.Families;
import io.goaltree.edge.SecretService;
import io.goaltree.edge.operation.Operation;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags of queries. A tag holds the moment of the answer, as a snapshot of the database, sealed together with the
 * question: any replica can tell from it, without executing anything, whether something that the question depends on was
 * committed since. It is a weak one: compressed or not, an answer has the same tag.
 */
@ApplicationScoped
class Etags {
    private static final int SEAL_BYTES = 16;
    /** Each of ours costs a statement. */
    private static final int MOST_TAGS = 4;
    /** Every zone's day begins on a quarter of an hour. */
    private static final long QUARTER_HOUR_SECONDS = 900;

    private final ChangeService changes;
    private final SecretService secrets;
    private final Now now;
    private final Edition edition;
    private final Dependencies dependencies = Dependencies.load();

    Etags(ChangeService changes, SecretService secrets, Now now, Edition edition) {
        this.changes = changes;
        this.secrets = secrets;
        this.now = now;
        this.edition = edition;
    }

    /** The tag of an answer that is made after this: data and clock are at least as old as it says. */
    String tag(Operation operation, Wishes wishes) {
        return tag(operation, wishes, changes.snapshot());
    }

    private String tag(Operation operation, Wishes wishes, String moment) {
        return "W/\"" + encoded(moment.getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(seal(operation, wishes, moment)) + "\"";
    }

    /** Of the tags the caller has, the one that is still true. */
    Optional<String> stillTrue(Operation operation, Wishes wishes) {
        String known = wishes.known();
        if (known == null) {
            return Optional.empty();
        }
        Set<String> families = dependencies.of(operation.read().types());
        return Arrays.stream(known.split(","))
                .map(String::strip)
                .distinct()
                .limit(MOST_TAGS)
                .filter(tag -> isStillTrue(tag, operation, wishes, families))
                .findFirst();
    }

    private boolean isStillTrue(String tag, Operation operation, Wishes wishes, Set<String> families) {
        String moment = moment(tag);
        return moment != null
                && tag(operation, wishes, moment).equals(tag.startsWith("W/") ? tag : "W/" + tag)
                && !changes.changedSince(moment, families);
    }

    private static @Nullable String moment(String tag) {
        int from = tag.indexOf('"') + 1;
        int to = tag.indexOf('.');
        if (from < 1 || to < from) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(tag.substring(from, to)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private byte[] seal(Operation operation, Wishes wishes, String moment) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.secret("etag"), "HmacSHA256"));
            for (String part : new String[] {
                moment,
                edition.name(),
                operation.text(),
                String.valueOf(operation.asked().operationName()),
                operation.asked().variables().toString(),
                wishes.requiredType().name() + wishes.cost(),
                time(dependencies.of(operation.read().types()))
            }) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            return Arrays.copyOf(mac.doFinal(), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    /** What changes by itself: expected progress with the day, staleness with the day in each KPI's zone. */
    private String time(Set<String> families) {
        if (families.contains(Families.KPI)) {
            return String.valueOf(now.instant().getEpochSecond() / QUARTER_HOUR_SECONDS);
        }
        LocalDate day = now.today();
        return families.isEmpty() ? "" : day.toString();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
