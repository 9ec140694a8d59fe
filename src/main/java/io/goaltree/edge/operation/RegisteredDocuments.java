package io.goaltree.edge.operation;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operations registered from a folder, by the SHA-256 of their text: each {@code *.graphql} file is one document, each
 * {@code *.json} file a manifest of documents by hash, as the compilers of Relay and graphql-codegen write it.
 */
final class RegisteredDocuments {
    private RegisteredDocuments() {}

    static Map<String, String> load(Optional<String> folder) {
        Map<String, String> documents = new HashMap<>();
        if (folder.isEmpty()) {
            return documents;
        }
        try (Stream<Path> files = Files.walk(Path.of(folder.get()))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                read(file, documents);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("goaltree.documents.folder '" + folder.get() + "' cannot be read: " + e);
        }
        return Map.copyOf(documents);
    }

    private static void read(Path file, Map<String, String> documents) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".graphql")) {
            String text = Files.readString(file);
            documents.put(PersistedDocuments.sha256(text), text);
        } else if (name.endsWith(".json")) {
            manifest(file, documents);
        }
    }

    private static void manifest(Path file, Map<String, String> documents) throws IOException {
        try (JsonReader reader = Json.createReader(new StringReader(Files.readString(file)))) {
            JsonObject manifest = reader.readObject();
            for (String hash : manifest.keySet()) {
                if (!(manifest.get(hash) instanceof JsonString text)
                        || !PersistedDocuments.sha256(text.getString()).equals(hash)) {
                    throw new IllegalArgumentException(
                            "In " + file + " the entry '" + hash + "' is not a document by its SHA-256");
                }
                documents.put(hash, text.getString());
            }
        } catch (JsonException e) {
            throw new IllegalArgumentException(file + " is no JSON object of documents by hash: " + e.getMessage());
        }
    }
}
