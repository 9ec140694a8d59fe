package io.goaltree.edge.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.shared.Check;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Documents that a caller may name instead of sending them: those registered in a folder, and those that a caller has sent
 * with their hash before (automatic persisted queries, kept by each replica for itself: a caller sends the text again to
 * one that does not know it).
 */
@ApplicationScoped
public class PersistedDocuments {
    private static final String PREFIX = "sha256:";

    private final Map<String, String> registered;
    private final boolean trustedOnly;
    private final Cache<String, String> remembered;

    PersistedDocuments(PersistedLimits limits) {
        this.registered = RegisteredDocuments.load(limits.folder());
        this.trustedOnly = limits.trustedOnly();
        this.remembered = Caffeine.newBuilder()
                .maximumWeight(limits.rememberedCharacters())
                .weigher((String hash, String text) -> hash.length() + text.length())
                .build();
    }

    /** The text of the document that is asked for. */
    String text(Asked asked) {
        String hash = automaticHash(asked.extensions());
        if (asked.documentId() != null) {
            return byId(asked.documentId(), asked.query() != null || hash != null);
        }
        if (asked.query() == null) {
            if (hash == null) {
                throw new DocumentRefused(
                        RequestCode.BAD_REQUEST, "A document is needed: 'query', 'documentId' or a persisted query");
            }
            return known(hash, RequestCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound");
        }
        if (hash != null && !hash.equals(sha256(asked.query()))) {
            throw new DocumentRefused(
                    RequestCode.PERSISTED_QUERY_MISMATCH, "The sha256Hash given is not that of the query given");
        }
        if (trustedOnly && !registered.containsKey(sha256(asked.query()))) {
            throw new DocumentRefused(
                    RequestCode.DOCUMENT_NOT_TRUSTED,
                    "Only registered operations may run here; name one by documentId or send its exact text");
        }
        return asked.query();
    }

    /** Remembers a text that came with its hash, once it has proved to be a good document. */
    void keep(Asked asked, String text) {
        String hash = automaticHash(asked.extensions());
        if (hash != null && asked.query() != null && !trustedOnly) {
            remembered.put(hash, text);
        }
    }

    /** How many texts are remembered, those about to be forgotten not counted. */
    long remembered() {
        remembered.cleanUp();
        return remembered.estimatedSize();
    }

    private String byId(String id, boolean more) {
        if (more) {
            throw new DocumentRefused(
                    RequestCode.BAD_REQUEST, "'documentId' names the whole document; leave 'query' and hashes out");
        }
        if (!id.startsWith(PREFIX)) {
            throw new DocumentRefused(
                    RequestCode.PERSISTED_DOCUMENT_NOT_FOUND,
                    "documentId '" + Check.shortened(id) + "' is not 'sha256:' and 64 hexadecimal digits");
        }
        return known(
                id.substring(PREFIX.length()).toLowerCase(Locale.ROOT),
                RequestCode.PERSISTED_DOCUMENT_NOT_FOUND,
                "No document '" + Check.shortened(id) + "' is known here");
    }

    private String known(String hash, RequestCode code, String message) {
        String text = registered.get(hash);
        if (text == null) {
            text = remembered.getIfPresent(hash);
        }
        if (text == null) {
            throw new DocumentRefused(code, message);
        }
        return text;
    }

    private static @Nullable String automaticHash(JsonObject extensions) {
        return extensions.get("persistedQuery") instanceof JsonObject query
                        && query.get("sha256Hash") instanceof JsonString hash
                ? hash.getString().toLowerCase(Locale.ROOT)
                : null;
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return registered.size() + " registered documents" + (trustedOnly ? ", no others" : "");
    }
}
