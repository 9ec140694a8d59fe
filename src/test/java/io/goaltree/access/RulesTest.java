package io.goaltree.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** That the table of rights and the schema are about the same things. */
class RulesTest {
    private static final TypeDefinitionRegistry SCHEMA = schema();

    /** Texts of inputs that name nothing but themselves. */
    private static final Set<String> PLAIN = Set.of(
            "at",
            "despiteNoise",
            "description",
            "email",
            "formula",
            "idempotencyKey",
            "influencedBy",
            "key",
            "name",
            "note",
            "reason",
            "reflects",
            "source",
            "title",
            "unit",
            "whatChanged",
            "whatToTestNext",
            "whenItMoves",
            "whyItMatters",
            "zone");

    /** Written by hand: whoever changes what a mutation takes changes it there, too. */
    @Test
    void every_mutation_takes_what_was_decided() throws IOException {
        List<String> decided = Files.readAllLines(Path.of("src", "test", "resources", "rules.txt"));
        assertThat(Rules.mutations().values().stream().map(RulesTest::words))
                .containsExactlyInAnyOrderElementsOf(decided);
    }

    @Test
    void reading_takes_the_right_to_read_but_for_tokens_and_oneself() {
        assertThat(Rules.subscriptions().values()).extracting(Rule::right).containsOnly(Right.READ);
        Map<String, Rule> queries = Rules.queries();
        assertThat(queries.get("apiTokens").right()).isEqualTo(Right.ADMIN);
        assertThat(queries.get("viewer").right()).isNull();
        assertThat(queries.values())
                .filteredOn(rule -> !Set.of("apiTokens", "viewer").contains(rule.name()))
                .extracting(Rule::right)
                .containsOnly(Right.READ);
        assertThat(Rules.doors().get("ingest").right()).isEqualTo(Right.WRITE_VALUES);
        assertThat(Rules.doors().get("export").right()).isEqualTo(Right.READ);
        assertThat(Rules.doors().get("charts").right()).isEqualTo(Right.READ);
        assertThat(Rules.doors()).hasSize(3);
    }

    private static String words(Rule rule) {
        return rule.name() + " " + rule.right() + " " + rule.scope()
                + rule.places().stream()
                        .map(place -> " " + place.path() + ":" + place.need())
                        .collect(Collectors.joining());
    }

    @Test
    void every_mutation_query_and_subscription_has_a_rule_and_every_rule_is_for_one() {
        assertThat(decided(Rules.mutations())).isEqualTo(fields("Mutation"));
        assertThat(decided(Rules.queries())).isEqualTo(fields("Query"));
        assertThat(decided(Rules.subscriptions())).isEqualTo(fields("Subscription"));
        assertThat(Rules.doors()).containsOnlyKeys("charts", "export", "ingest");
    }

    @Test
    void what_nobody_has_decided_on_is_for_nobody() {
        assertThatThrownBy(() -> Rules.of(Rules.queries(), "secrets")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void every_reference_of_an_input_is_a_place_of_its_rule_and_every_place_is_there() {
        ObjectTypeDefinition mutations =
                SCHEMA.getType("Mutation", ObjectTypeDefinition.class).orElseThrow();
        for (FieldDefinition mutation : mutations.getFieldDefinitions()) {
            assertThat(mutation.getInputValueDefinitions())
                    .as(mutation.getName())
                    .hasSize(1);
            Set<String> references = new TreeSet<>();
            collect(mutation.getInputValueDefinitions().get(0).getType(), "", references);
            Set<String> places = Rules.mutations().get(mutation.getName()).places().stream()
                    .map(place -> place.path().replace('#', '*'))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(places).as(mutation.getName()).isEqualTo(references);
        }
    }

    private static Set<String> decided(Map<String, Rule> table) {
        Set<String> names = new TreeSet<>(table.keySet());
        return names;
    }

    private static Set<String> fields(String type) {
        return SCHEMA.getType(type, ObjectTypeDefinition.class).orElseThrow().getFieldDefinitions().stream()
                .map(FieldDefinition::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All that could name something: whatever is an ID, and texts that are not known to be plain. */
    private static void collect(Type<?> type, String path, Set<String> references) {
        if (type instanceof NonNullType some) {
            collect(some.getType(), path, references);
        } else if (type instanceof ListType list) {
            collect(list.getType(), path + ".*", references);
        } else {
            String name = ((TypeName) type).getName();
            String field = path.replace(".*", "").replaceAll(".*\\.", "");
            if (name.equals("ID") || name.equals("String") && !PLAIN.contains(field)) {
                references.add(path.substring(1));
            }
            InputObjectTypeDefinition input =
                    SCHEMA.getType(name, InputObjectTypeDefinition.class).orElse(null);
            if (input != null) {
                for (InputValueDefinition value : input.getInputValueDefinitions()) {
                    collect(value.getType(), path + "." + value.getName(), references);
                }
            }
        }
    }

    private static TypeDefinitionRegistry schema() {
        try {
            return new SchemaParser().parse(Files.readString(Path.of("schema", "schema.graphql")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
