package io.goaltree.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows are handed out before the body is read on, so a body of any length needs no more memory than a short one. */
class RowsTest {
    private static final int ROWS = 300_000;

    /** More than the buffers of all readers together. */
    private static final long MOST_AHEAD = 40_000;

    /** A body that never was in memory. */
    private static final class Endless extends InputStream {
        private final byte[] row;
        private final byte[] beginning;
        private final long length;
        private long at;

        Endless(String beginning, String row) {
            this.beginning = beginning.getBytes(StandardCharsets.UTF_8);
            this.row = row.getBytes(StandardCharsets.UTF_8);
            this.length = this.beginning.length + (long) this.row.length * ROWS;
        }

        @Override
        public int read() {
            if (at == length) {
                return -1;
            }
            long inRows = at++ - beginning.length;
            return inRows < 0 ? beginning[(int) (at - 1)] : row[(int) (inRows % row.length)];
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void rows_are_handed_out_before_the_body_is_read_on(Format format) {
        String row = format == Format.CSV
                ? "some-key,2026-11-01,1.50\n"
                : "{\"kpi\":\"some-key\",\"at\":\"2026-11-01\",\"value\":1.50}" + (format == Format.JSON ? "," : "\n");
        String beginning = format == Format.CSV ? "kpi,at,value\n" : format == Format.JSON ? "[" : "";
        Endless body = new Endless(beginning, row);
        Rows rows = format.rows(body);
        long given = beginning.length();
        for (int i = 0; i < ROWS; i++) {
            Row found = rows.next();
            given += row.length();
            assertThat(found).isNotNull();
            if (i % 1_000 == 0) {
                assertThat(found.value().value()).isEqualTo("1.50");
                assertThat(body.at - given).isLessThan(MOST_AHEAD);
            }
        }
        assertThat(body.at).isEqualTo(body.length);
    }
}
