package io.goaltree.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.goaltree.edge.Guarded;
import java.util.List;
import org.eclipse.microprofile.graphql.Mutation;
import org.junit.jupiter.api.Test;

/** That no mutation goes past the gate. */
class GuardedTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.goaltree");

    @Test
    void every_mutation_is_guarded_and_takes_one_input() {
        List<JavaMethod> mutations = SERVICE.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Mutation.class))
                .toList();
        assertThat(mutations).hasSizeGreaterThan(30);
        assertThat(mutations).allMatch(method -> method.isAnnotatedWith(Guarded.class));
        assertThat(mutations).allMatch(method -> method.getRawParameterTypes().size() == 1);
    }
}
