package io.goaltree.edge.http;

import io.goaltree.access.Asking;
import io.goaltree.change.ChangeService;
import io.goaltree.edge.SecretService;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags of what can be read. A tag holds the moment of the answer, as a snapshot of the database, sealed together with the
 * question: any replica can tell from it, without executing anything, whether something that the question depends on was
 * committed since. It is a weak one: compressed or not, an answer has the same tag.
 */
@ApplicationScoped
public class Etags {
    private static final int SEAL_BYTES = 16;
    /** Each of ours costs a statement. */
    private static final int MOST_TAGS = 4;
    /** Every zone's day begins on a quarter of an hour. */
    private static final long QUARTER_HOUR_SECONDS = 900;

    private final ChangeService changes;
    private final SecretService secrets;
    private final Now now;
    private final Edition edition;

    Etags(ChangeService changes, SecretService secrets, Now now, Edition edition) {
        this.changes = changes;
        this.secrets = secrets;
        this.now = now;
        this.edition = edition;
    }

    /** The tag of an answer that is made after this: data and clock are at least as old as it says. */
    public String tag(Question question) {
        return tag(question, changes.snapshot());
    }

    private String tag(Question question, String moment) {
        return "W/\"" + encoded(moment.getBytes(StandardCharsets.UTF_8)) + "." + encoded(seal(question, moment)) + "\"";
    }

    /**
     * Of the tags the caller has, the one that is still true.
     *
     * @param known the If-None-Match header
     */
    public Optional<String> stillTrue(Question question, @Nullable String known) {
        if (known == null) {
            return Optional.empty();
        }
        return Arrays.stream(known.split(","))
                .map(String::strip)
                .distinct()
                .limit(MOST_TAGS)
                .filter(tag -> isStillTrue(tag, question))
                .findFirst();
    }

    /** Whether an Accept-Encoding header lets an answer be compressed. */
    public static boolean acceptsGzip(@Nullable String header) {
        return Wishes.acceptsGzip(header);
    }

    private boolean isStillTrue(String tag, Question question) {
        String moment = moment(tag);
        return moment != null
                && tag(question, moment).equals(tag.startsWith("W/") ? tag : "W/" + tag)
                && !changes.changedSince(moment, question.families());
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

    private byte[] seal(Question question, String moment) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.secret("etag"), "HmacSHA256"));
            update(mac, moment);
            update(mac, edition.name());
            update(mac, asker());
            update(mac, time(question.passing()));
            question.parts().forEach(part -> update(mac, part));
            return Arrays.copyOf(mac.doFinal(), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    /** Nobody is told that what somebody else saw is still true. */
    private static String asker() {
        if (!Asking.isKnown()) {
            throw new IllegalStateException("A tag was asked for by nobody");
        }
        return Asking.current().who().words();
    }

    private static void update(Mac mac, String part) {
        mac.update(part.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
    }

    private String time(Question.Passing passing) {
        return switch (passing) {
            case NOTHING -> "";
            case DAY -> now.today().toString();
            case DAY_OF_ANY_ZONE -> String.valueOf(now.instant().getEpochSecond() / QUARTER_HOUR_SECONDS);
        };
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
