package io.goaltree.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Counts credentials that were no good, on this replica: by the address they came from, and by the first characters of the
 * secret. After a few, either has to wait, twice as long each time; only time makes it good again, no success does. Those who
 * show what is good never come here, so that nobody can lock them out.
 */
@ApplicationScoped
class Guesses {
    private static final Logger LOG = Logger.getLogger(Guesses.class);
    private static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    private static final long MOST_REMEMBERED = 50_000;
    private static final int PREFIX_CHARACTERS = 8;
    private static final int NETWORK_BYTES = 8;

    private final Ticker clock;
    private final Cache<String, Tally> byAddress;
    private final Cache<String, Tally> byPrefix;
    private final Cache<String, Said> lines;

    @Inject
    Guesses() {
        this(Ticker.systemTicker());
    }

    Guesses(Ticker clock) {
        this.clock = clock;
        this.byAddress = cache();
        this.byPrefix = cache();
        this.lines = cache();
    }

    /**
     * Counts one failure, unless its turn has not come yet.
     *
     * @param credential what was shown; null when it could not even be read
     * @return how long to wait before it is worth trying again; zero for a failure that is answered as one
     */
    Duration failed(String address, @Nullable Credential credential) {
        String network = network(address);
        say(network);
        Duration wait = count(byAddress, network);
        if (credential == null || !credential.isOfToken() || credential.secret().length() < PREFIX_CHARACTERS) {
            return wait;
        }
        Duration ofPrefix = count(byPrefix, credential.secret().substring(0, PREFIX_CHARACTERS));
        return wait.compareTo(ofPrefix) >= 0 ? wait : ofPrefix;
    }

    private Duration count(Cache<String, Tally> tallies, String of) {
        long now = clock.read();
        long[] left = new long[1];
        tallies.asMap().compute(of, (any, tally) -> {
            if (tally == null) {
                return new Tally(1, now);
            }
            left[0] = Math.max(0, tally.openFrom() - now);
            return left[0] > 0 ? tally : tally.more(now);
        });
        return Duration.ofNanos(left[0]);
    }

    /** One line an address and minute, however much it tries. */
    private void say(String network) {
        long minute = Duration.ofMinutes(1).toNanos();
        AtomicLong count = new AtomicLong();
        lines.asMap().compute(network, (any, before) -> {
            long now = clock.read();
            long failures = before == null ? 1 : before.unsaid() + 1;
            boolean due = before == null || now - before.at() >= minute;
            count.set(due ? failures : 0);
            return due ? new Said(now, 0) : new Said(before.at(), failures);
        });
        if (count.get() > 0) {
            LOG.infof("%d failed authentications from %s", count.get(), network);
        }
    }

    private <T> Cache<String, T> cache() {
        return Caffeine.newBuilder()
                .ticker(clock)
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(REMEMBERED)
                .build();
    }

    /** Whoever has one address of IPv6 has 2^64 of them. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return InetAddress.getByAddress(zeroed(bytes)).getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static byte[] zeroed(byte[] address) {
        byte[] network = Arrays.copyOf(address, address.length);
        if (network.length > NETWORK_BYTES) {
            Arrays.fill(network, NETWORK_BYTES, network.length, (byte) 0);
        }
        return network;
    }

    /** When an address was in the log last, and how many of its failures were not. */
    private record Said(long at, long unsaid) {}

    /**
     * Failures until now.
     *
     * @param openFrom from when on the next one counts
     */
    private record Tally(int failures, long openFrom) {
        Tally more(long now) {
            int next = failures + 1;
            if (next <= FREE) {
                return new Tally(next, now);
            }
            int doublings = Math.min(next - FREE - 1, 10);
            long wait = Math.min(FIRST_WAIT.toNanos() << doublings, LONGEST_WAIT.toNanos());
            return new Tally(next, now + wait);
        }
    }
}
