package io.goaltree.edge.operation;

import static io.goaltree.edge.limits.RequestCode.BAD_REQUEST;
import static io.goaltree.edge.limits.RequestCode.DOCUMENT_NOT_TRUSTED;
import static io.goaltree.edge.limits.RequestCode.PERSISTED_DOCUMENT_NOT_FOUND;
import static io.goaltree.edge.limits.RequestCode.PERSISTED_QUERY_MISMATCH;
import static io.goaltree.edge.limits.RequestCode.PERSISTED_QUERY_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistedDocumentsTest {
    /** sha256sum of the text, by coreutils. */
    private static final String TEXT = "{ __typename }";

    private static final String HASH = "7f56e67dd21ab3f30d1ff8b7bed08893f0a0db86449836189b361dd1e56ddb4b";

    @TempDir
    Path folder;

    @Test
    void a_hash_is_known_once_its_text_was_sent_and_kept() {
        PersistedDocuments documents = documents(false);
        assertThat(refusal(documents, asked(null, HASH, null))).isEqualTo(PERSISTED_QUERY_NOT_FOUND);
        Asked first = asked(TEXT, HASH, null);
        assertThat(documents.text(first)).isEqualTo(TEXT);
        documents.keep(first, TEXT);
        assertThat(documents.text(asked(null, HASH, null))).isEqualTo(TEXT);
        assertThat(documents.text(asked(null, HASH.toUpperCase(java.util.Locale.ROOT), null)))
                .isEqualTo(TEXT);
        assertThat(documents.text(asked(null, null, "sha256:" + HASH))).isEqualTo(TEXT);
    }

    @Test
    void a_hash_of_another_text_is_refused_and_nothing_is_kept() {
        PersistedDocuments documents = documents(false);
        assertThat(refusal(documents, asked("{ other }", HASH, null))).isEqualTo(PERSISTED_QUERY_MISMATCH);
        assertThat(refusal(documents, asked(null, HASH, null))).isEqualTo(PERSISTED_QUERY_NOT_FOUND);
    }

    @Test
    void a_text_without_a_hash_is_not_kept() {
        PersistedDocuments documents = documents(false);
        documents.keep(asked(TEXT, null, null), TEXT);
        assertThat(refusal(documents, asked(null, HASH, null))).isEqualTo(PERSISTED_QUERY_NOT_FOUND);
    }

    @Test
    void a_request_names_one_document() {
        PersistedDocuments documents = documents(false);
        assertThat(refusal(documents, asked(null, null, null))).isEqualTo(BAD_REQUEST);
        assertThat(refusal(documents, asked(TEXT, null, "sha256:" + HASH))).isEqualTo(BAD_REQUEST);
        assertThat(refusal(documents, asked(null, HASH, "sha256:" + HASH))).isEqualTo(BAD_REQUEST);
        assertThat(refusal(documents, asked(null, null, "md5:1"))).isEqualTo(PERSISTED_DOCUMENT_NOT_FOUND);
        assertThat(refusal(documents, asked(null, null, "sha256:" + HASH))).isEqualTo(PERSISTED_DOCUMENT_NOT_FOUND);
    }

    @Test
    void what_lies_in_the_folder_is_known_by_its_hash() throws IOException {
        Files.writeString(folder.resolve("typename.graphql"), TEXT);
        Files.createDirectory(folder.resolve("deeper"));
        String manifest = Json.createObjectBuilder()
                .add(PersistedDocuments.sha256("{ a }"), "{ a }")
                .build()
                .toString();
        Files.writeString(folder.resolve("deeper").resolve("persisted.json"), manifest);
        Files.writeString(folder.resolve("README.md"), "not a document");
        PersistedDocuments documents = documents(false);
        assertThat(documents).hasToString("2 registered documents");
        assertThat(documents.text(asked(null, null, "sha256:" + HASH))).isEqualTo(TEXT);
        assertThat(documents.text(asked(null, PersistedDocuments.sha256("{ a }"), null)))
                .isEqualTo("{ a }");
        assertThat(documents.text(asked("{ any }", null, null))).isEqualTo("{ any }");
    }

    @Test
    void trusted_only_runs_nothing_else_not_even_what_was_sent_with_its_hash() throws IOException {
        Files.writeString(folder.resolve("typename.graphql"), TEXT);
        PersistedDocuments documents = documents(true);
        assertThat(documents.text(asked(TEXT, null, null))).isEqualTo(TEXT);
        assertThat(documents.text(asked(null, HASH, null))).isEqualTo(TEXT);
        assertThat(refusal(documents, asked(TEXT + " ", null, null))).isEqualTo(DOCUMENT_NOT_TRUSTED);
        Asked other = asked("{ a }", PersistedDocuments.sha256("{ a }"), null);
        assertThat(refusal(documents, other)).isEqualTo(DOCUMENT_NOT_TRUSTED);
        documents.keep(other, "{ a }");
        assertThat(refusal(documents, asked(null, PersistedDocuments.sha256("{ a }"), null)))
                .isEqualTo(PERSISTED_QUERY_NOT_FOUND);
    }

    @Test
    void what_is_remembered_is_bounded() {
        PersistedDocuments documents = new PersistedDocuments(new PersistedLimits(Optional.empty(), false, 100_000));
        for (int i = 0; i < 1_000; i++) {
            String text = "{ a" + i + " ".repeat(10_000) + "}";
            documents.keep(asked(text, PersistedDocuments.sha256(text), null), text);
        }
        assertThat(documents.remembered()).isBetween(1L, 10L);
    }

    @Test
    void nonsense_in_settings_and_folder_stops_the_start() throws IOException {
        assertThatThrownBy(() -> new PersistedLimits(Optional.empty(), true, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PersistedDocuments(
                        new PersistedLimits(Optional.of(folder.resolve("none").toString()), false, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("goaltree.documents.folder");
        Files.writeString(folder.resolve("wrong.json"), "{\"abc\": \"{ a }\"}");
        assertThatThrownBy(() -> documents(false)).hasMessageContaining("'abc' is not a document by its SHA-256");
    }

    private PersistedDocuments documents(boolean trustedOnly) {
        return new PersistedDocuments(new PersistedLimits(Optional.of(folder.toString()), trustedOnly, 1_000_000));
    }

    private static Asked asked(String query, String hash, String documentId) {
        JsonObject extensions = hash == null
                ? JsonValue.EMPTY_JSON_OBJECT
                : Json.createObjectBuilder()
                        .add(
                                "persistedQuery",
                                Json.createObjectBuilder().add("version", 1).add("sha256Hash", hash))
                        .build();
        return new Asked(query, null, JsonValue.EMPTY_JSON_OBJECT, extensions, documentId);
    }

    private static RequestCode refusal(PersistedDocuments documents, Asked asked) {
        return catchThrowableOfType(DocumentRefused.class, () -> documents.text(asked))
                .code();
    }
}
