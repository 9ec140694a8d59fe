package io.goaltree.edge.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goaltree.access.Who;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.operation.Caller;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpenStreamsTest {
    private static final Caller ANN = new Caller("10.0.0.1", Who.NOBODY);
    private static final Caller BEN = new Caller("10.0.0.2", Who.NOBODY);

    private final OpenStreams open = new OpenStreams(
            new StreamLimits(3, 2, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 1));

    @Test
    void places_of_one_address_are_limited_until_one_is_freed() {
        OpenStreams.Place first = open.take(ANN);
        open.take(ANN);
        assertThat(refusal(ANN)).isEqualTo("Your address has 2 streams open, and may have no more");
        first.free();
        open.take(ANN);
        assertThat(open.count()).isEqualTo(2);
    }

    @Test
    void places_of_all_are_limited() {
        open.take(ANN);
        open.take(ANN);
        open.take(BEN);
        assertThat(refusal(BEN)).isEqualTo("All 3 connections for streams are taken; try again later");
    }

    @Test
    void a_place_is_freed_once() {
        AtomicInteger freed = new AtomicInteger();
        OpenStreams.Place place = open.take(ANN);
        open.take(ANN);
        place.whenFreed(freed::incrementAndGet);
        place.free();
        place.free();
        assertThat(open.count()).isEqualTo(1);
        assertThat(freed).hasValue(1);
        open.take(ANN);
        assertThat(refusal(ANN)).startsWith("Your address has 2");
    }

    @Test
    void when_the_service_stops_all_leave_and_nobody_gets_in() {
        AtomicInteger left = new AtomicInteger();
        open.take(ANN).whenLeaving(left::incrementAndGet);
        OpenStreams.Place late = open.take(BEN);
        open.stop(new ShutdownEvent());
        assertThat(left).hasValue(1);
        late.whenLeaving(left::incrementAndGet);
        assertThat(left).hasValue(2);
        assertThat(refusal(ANN)).isEqualTo("The service is stopping");
    }

    private String refusal(Caller caller) {
        DocumentRefused refused = catchThrowableOfType(DocumentRefused.class, () -> open.take(caller));
        assertThat(refused.code()).isEqualTo(RequestCode.TOO_MANY_CONNECTIONS);
        return refused.getMessage();
    }
}
