package io.goaltree.demo;

/** How a key result gets from its baseline to where it stands. */
enum Course {
    STEADY {
        @Override
        double at(double elapsed) {
            return elapsed;
        }
    },
    EARLY {
        @Override
        double at(double elapsed) {
            return 1 - (1 - elapsed) * (1 - elapsed);
        }
    },
    LATE {
        @Override
        double at(double elapsed) {
            return elapsed * elapsed * elapsed;
        }
    },
    STALLED {
        @Override
        double at(double elapsed) {
            return Math.min(1, elapsed * 2.5);
        }
    },
    UNEVEN {
        @Override
        double at(double elapsed) {
            return elapsed + 0.12 * StrictMath.sin(3 * Math.PI * elapsed);
        }
    },
    /** Worse at first. */
    TURNED {
        @Override
        double at(double elapsed) {
            return elapsed * (2 * elapsed - 1);
        }
    };

    /**
     * The part of the way that is done.
     *
     * @param elapsed part of the time, 0 to 1
     * @return 0 at the beginning and 1 at the end; in between it may leave 0..1
     */
    abstract double at(double elapsed);
}
