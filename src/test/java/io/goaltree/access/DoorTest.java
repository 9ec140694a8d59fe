package io.goaltree.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That nobody comes in past the doorkeeper. */
class DoorTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.goaltree");

    @Test
    void every_method_that_answers_over_http_is_a_door_that_says_what_it_needs() {
        List<JavaMethod> methods = SERVICE.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .toList();
        assertThat(methods).hasSizeGreaterThanOrEqualTo(4);
        assertThat(methods)
                .filteredOn(method -> !method.isAnnotatedWith(Door.class))
                .extracting(JavaMethod::getFullName)
                .isEmpty();
    }

    @Test
    void who_only_reads_needs_the_right_to_read() {
        assertThat(SERVICE.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Door.class))
                        .filter(method -> method.isAnnotatedWith("jakarta.ws.rs.GET"))
                        .map(method -> method.getAnnotationOfType(Door.class).needs()))
                .isNotEmpty()
                .containsOnly(Right.READ);
    }
}
