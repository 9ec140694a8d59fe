package io.goaltree.edge.stream;

import io.goaltree.access.Who;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.operation.Caller;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every socket and event stream that is open on this replica: counted, limited, and told to go when the service stops. */
@ApplicationScoped
public class OpenStreams {
    private final StreamLimits limits;
    private final Set<Place> places = new HashSet<>();
    private final Map<String, Integer> byAddress = new HashMap<>();
    private boolean stopping;

    OpenStreams(StreamLimits limits) {
        this.limits = limits;
    }

    /**
     * Takes a place for a connection, to be freed when it is gone.
     *
     * @throws DocumentRefused when there is none left
     */
    synchronized Place take(Caller caller) {
        int ofCaller = byAddress.getOrDefault(caller.name(), 0);
        if (stopping) {
            throw tooMany("The service is stopping");
        }
        if (places.size() >= limits.connections()) {
            throw tooMany("All " + limits.connections() + " connections for streams are taken; try again later");
        }
        if (ofCaller >= limits.connectionsPerAddress()) {
            throw tooMany("Your address has " + ofCaller + " streams open, and may have no more");
        }
        byAddress.put(caller.name(), ofCaller + 1);
        Place place = new Place(caller);
        places.add(place);
        return place;
    }

    /** How many connections are open. */
    public synchronized int count() {
        return places.size();
    }

    /** At the very beginning of a stop: Quarkus waits for open requests, and a stream would not end by itself. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        endAll();
    }

    void stop(@Observes ShutdownEvent event) {
        endAll();
    }

    private void endAll() {
        List<Place> open;
        synchronized (this) {
            stopping = true;
            open = List.copyOf(places);
        }
        open.forEach(Place::leave);
    }

    /** Who is named and has something open. */
    synchronized Set<Who> named() {
        return places.stream().map(place -> place.who).filter(Who::isNamed).collect(Collectors.toSet());
    }

    /** Ends what callers have open who are to be let in no more. */
    void expel(Set<Who> gone) {
        List<Place> theirs;
        synchronized (this) {
            theirs = places.stream().filter(place -> gone.contains(place.who)).toList();
        }
        theirs.forEach(Place::expel);
    }

    private synchronized boolean remove(Place place) {
        boolean was = places.remove(place);
        if (was) {
            byAddress.computeIfPresent(place.caller.name(), (name, count) -> count > 1 ? count - 1 : null);
        }
        return was;
    }

    private static DocumentRefused tooMany(String message) {
        return new DocumentRefused(RequestCode.TOO_MANY_CONNECTIONS, message);
    }

    final class Place {
        private final Caller caller;
        private volatile Who who;
        private @Nullable Runnable leave;
        private volatile Runnable expelled = () -> {};
        private volatile Runnable freed = () -> {};

        private Place(Caller caller) {
            this.caller = caller;
            this.who = caller.who();
        }

        /** Who has it, once that is known better than by the request that took it. */
        void isOf(Who who) {
            this.who = who;
        }

        /** @param expelled ends the connection when its caller is to be let in no more; called on any thread */
        void whenExpelled(Runnable expelled) {
            this.expelled = expelled;
        }

        private void expel() {
            expelled.run();
        }

        /** @param leave ends the connection when the service stops; called on any thread */
        void whenLeaving(Runnable leave) {
            boolean now;
            synchronized (OpenStreams.this) {
                this.leave = leave;
                now = stopping;
            }
            if (now) {
                leave.run();
            }
        }

        /** @param freed what else is to be done when the connection is gone */
        void whenFreed(Runnable freed) {
            this.freed = freed;
        }

        void free() {
            if (remove(this)) {
                freed.run();
            }
        }

        private void leave() {
            Runnable known;
            synchronized (OpenStreams.this) {
                known = leave;
            }
            if (known != null) {
                known.run();
            }
        }
    }
}
