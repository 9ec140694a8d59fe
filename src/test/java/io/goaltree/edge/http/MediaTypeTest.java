package io.goaltree.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.impl.HeaderParser;
import io.vertx.ext.web.impl.ParsableMIMEValue;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "'' | JSON",
                "*/* | JSON",
                "application/* | JSON",
                "application/json | JSON",
                "APPLICATION/JSON | JSON",
                "application/json; charset=utf-8 | JSON",
                "application/json; charset=\"UTF-8\" | JSON",
                "application/json; charset=iso-8859-1 | none",
                "application/graphql-response+json | GRAPHQL_RESPONSE",
                "application/graphql-response+json, application/json;q=0.9 | GRAPHQL_RESPONSE",
                "application/graphql-response+json;q=0.5, application/json;q=0.9 | JSON",
                "text/html, application/json;q=0.1 | JSON",
                "text/event-stream | EVENT_STREAM",
                "text/html | none",
                "application/json;q=0 | none",
                "text/html, */*;q=0.1 | JSON"
            })
    void the_best_form_that_we_have_is_taken(String header, MediaType expected) {
        assertThat(MediaType.accepted(parsed(header))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | false",
                "gzip | true",
                "GZIP | true",
                "deflate, gzip;q=0.5, br | true",
                "gzip;q=0 | false",
                "gzip; q=0.000 | false",
                "br | false",
                "identity | false"
            })
    void gzip_is_for_those_who_name_it(String header, boolean expected) {
        assertThat(Wishes.acceptsGzip(header)).isEqualTo(expected);
    }

    private static List<MIMEHeader> parsed(String header) {
        return HeaderParser.sort(HeaderParser.convertToParsedHeaderValues(header, ParsableMIMEValue::new)).stream()
                .map(MIMEHeader.class::cast)
                .toList();
    }
}
