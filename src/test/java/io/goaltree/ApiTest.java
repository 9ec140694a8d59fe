package io.goaltree;

import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;

/** What all tests through the API share: a world to build in, and a clock that each finds as it was. */
public abstract class ApiTest {
    @Inject
    protected World world;

    @Inject
    protected TestClock clock;

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }
}
