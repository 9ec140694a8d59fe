package io.goaltree.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That nobody comes in past the doorkeeper. */
class DoorTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.goaltree");

    @Test
    void every_resource_stands_behind_the_doorkeeper() {
        List<String> paths = SERVICE.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .map(DoorTest::path)
                .toList();
        assertThat(paths).containsExactlyInAnyOrder("/charts/");
        assertThat(Doorkeeper.OPEN).containsExactly("/graphiql", "/q");
    }

    private static String path(JavaClass type) {
        return type.getAnnotationOfType(Path.class).value() + "/";
    }
}
