package io.goaltree.edge.operation;

import java.util.Optional;

/**
 * Which documents may run.
 *
 * @param folder holds the registered operations, {@code *.graphql}; empty when there are none
 * @param trustedOnly whether nothing but the registered operations may run
 * @param rememberedCharacters how much text of automatically persisted queries is remembered, in characters
 */
public record PersistedLimits(Optional<String> folder, boolean trustedOnly, long rememberedCharacters) {
    public PersistedLimits {
        if (trustedOnly && folder.isEmpty()) {
            throw new IllegalArgumentException(
                    "goaltree.documents.trusted-only needs goaltree.documents.folder, the registered operations");
        }
        if (rememberedCharacters < 0) {
            throw new IllegalArgumentException("goaltree.documents.remembered-characters must not be negative");
        }
    }
}
