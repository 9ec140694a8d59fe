package io.goaltree.export;

import static io.goaltree.GraphQl.ask;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.goaltree.ApiTest;
import io.goaltree.As;
import io.goaltree.HeldToken;
import io.goaltree.Sql;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** An export that does not come to its end: nothing is left behind, and nobody takes it for whole. */
@QuarkusTest
class ExportBrokenOffTest extends ApiTest {
    private static final String READING =
            "select count(*) from pg_stat_activity where query like 'copy (%' and state <> 'idle'";

    @Inject
    Sql sql;

    @Test
    void a_caller_who_goes_away_leaves_no_connection_behind() throws Exception {
        String kpi = large();
        for (int i = 0; i < 3; i++) {
            try (InputStream body = open(kpi)) {
                assertThat(body.readNBytes(1_000)).hasSize(1_000);
            }
        }
        waitUntilNobodyReads();
        assertThat(sql.count(READING)).isZero();
        for (int i = 0; i < 30; i++) {
            world.kpi();
        }
    }

    /** Each connection was told for whom it works. */
    @Test
    void a_token_that_goes_away_leaves_none_behind_either() throws Exception {
        String kpi = large();
        for (int i = 0; i < 3; i++) {
            try (InputStream body = open(kpi, As.known(As.bound(Set.of(Right.READ), world.team())))) {
                assertThat(body.readNBytes(1_000)).hasSize(1_000);
            }
            waitUntilNobodyReads();
        }
        for (int i = 0; i < 30; i++) {
            world.kpi();
        }
    }

    @Test
    void a_fault_on_the_way_cuts_the_body_off() throws Exception {
        String kpi = large();
        try (InputStream body = open(kpi)) {
            assertThat(body.readNBytes(1_000)).hasSize(1_000);
            assertThat(sql.count(
                            "select count(pg_terminate_backend(pid)) from pg_stat_activity where query like 'copy (%'"
                                    + " and state <> 'idle'"))
                    .isEqualTo(1);
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
        waitUntilNobodyReads();
        assertThat(sql.count(READING)).isZero();
    }

    @Test
    void a_token_that_is_revoked_on_the_way_reads_no_more() throws Exception {
        String kpi = large();
        HeldToken token = HeldToken.of(Right.READ);
        try (InputStream body = open(kpi, "Authorization", token.bearer())) {
            assertThat(body.readNBytes(1_000)).hasSize(1_000);
            token.revoke();
            waitUntilNobodyReads();
            assertThat(sql.count(READING)).isZero();
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void of_many_at_once_some_are_told_to_come_later_and_then_may() throws Exception {
        String kpi = large();
        List<InputStream> open = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            InputStream body = open(kpi);
            assertThat(body.readNBytes(1_000)).hasSize(1_000);
            open.add(body);
        }
        given().queryParam("kpis", kpi)
                .get("/export/kpi-values.csv")
                .then()
                .statusCode(503)
                .header("Retry-After", "10")
                .body("error.code", equalTo("BUSY"));
        for (InputStream body : open) {
            body.close();
        }
        waitUntilNobodyReads();
        given().queryParam("kpis", kpi).get("/export/kpi-values.csv").then().statusCode(200);
        for (int i = 0; i < 30; i++) {
            world.kpi();
        }
    }

    private void waitUntilNobodyReads() {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (sql.count(READING) > 0 && System.nanoTime() < patience) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static InputStream open(String kpi) throws IOException, InterruptedException {
        return open(kpi, As.known(Who.EVERYBODY));
    }

    private static InputStream open(String kpi, String asker) throws IOException, InterruptedException {
        return open(kpi, As.HEADER, asker);
    }

    private static InputStream open(String kpi, String header, String value) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + RestAssured.port + "/export/kpi-values.ndjson?kpis=" + kpi);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri).header(header, value).build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    /** More than all buffers on the way hold. */
    private String large() {
        String kpi = world.kpi();
        String id = ask("query($k: String) { kpi(key: $k) { id } }", "k", kpi).string("kpi.id");
        sql.execute("""
                insert into kpi_value (id, kpi_id, period_start, period_end, value, measured_at, late, note, recorded_at)
                select gen_random_uuid(), cast(? as uuid), d, d, 1, now(), false, repeat('x', 2000), now()
                from (select date '2004-01-01' + n from generate_series(0, 8000) n) days(d)
                """, id.substring(4));
        return kpi;
    }
}
