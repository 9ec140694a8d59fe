package io.goaltree.edge.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goaltree.access.Reach;
import io.goaltree.access.Who;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.operation.Caller;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.Set;
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

    @Test
    void who_is_let_in_no_more_is_expelled_from_all_their_places_and_nobody_else() {
        Who known = who("tok_1");
        Who other = who("tok_2");
        AtomicInteger left = new AtomicInteger();
        OpenStreams.Place early = open.take(ANN);
        early.whenExpelled(left::incrementAndGet);
        early.isOf(known);
        open.take(new Caller("10.0.0.2", known)).whenExpelled(left::incrementAndGet);
        open.take(new Caller("10.0.0.2", other)).whenExpelled(() -> left.addAndGet(100));
        assertThat(open.named()).containsExactlyInAnyOrder(known, other);
        open.expel(Set.of(known));
        assertThat(left).hasValue(2);
    }

    private static Who who(String id) {
        return new Who(Who.Kind.TOKEN, id, "A token", Set.of(), Reach.EVERYWHERE, null, null);
    }

    private String refusal(Caller caller) {
        DocumentRefused refused = catchThrowableOfType(DocumentRefused.class, () -> open.take(caller));
        assertThat(refused.code()).isEqualTo(RequestCode.TOO_MANY_CONNECTIONS);
        return refused.getMessage();
    }
}
