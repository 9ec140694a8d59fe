package io.goaltree.edge.limits;

import static io.goaltree.edge.limits.Documents.reader;
import static io.goaltree.edge.limits.Documents.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is kept of texts that were read. */
class ReadingsTest {

    @Test
    void a_document_is_read_once() {
        DocumentReader reader = reader();
        ReadDocument first = reader.read("{ hello }");
        assertThat(reader.read(new String("{ hello }"))).isSameAs(first);
        assertThat(first.text()).isEqualTo("{ hello }");
        assertThat(reader.readAnew()).isEqualTo(1);
        reader.read("{ hello  }");
        assertThat(reader.readAnew()).isEqualTo(2);
    }

    @Test
    void a_refused_document_is_read_once() {
        DocumentReader reader = reader();
        Refusal first = refusal(reader, "{ nobody }");
        assertThat(refusal(reader, "{ nobody }")).isEqualTo(first);
        refusal(reader, "{");
        refusal(reader, "{");
        assertThat(reader.readAnew()).isEqualTo(2);
    }

    @Test
    void a_document_that_is_too_large_is_not_even_kept() {
        DocumentReader reader = reader(it -> it.bytes = 10);
        refusal(reader, "{ hello hello }");
        assertThat(reader.readAnew()).isZero();
    }

    @Test
    void what_is_kept_is_bounded_by_its_size_not_by_its_number() {
        DocumentReader reader = new DocumentReader(Documents.SMALL, new Allowed().limits(), 50_000);
        for (int i = 0; i < 300; i++) {
            reader.read("{ hello " + ",".repeat(10 * i) + "}");
        }
        assertThat(reader.kept()).isBetween(5L, 40L);
        String large = "{ me { " + "id ".repeat(3_000) + "} }";
        reader.read(large);
        reader.read(large);
        assertThat(reader.readAnew()).as("too large to keep at all").isEqualTo(302);
        assertThat(reader.kept()).isGreaterThanOrEqualTo(5);
    }
}
