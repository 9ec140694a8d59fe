package io.goaltree.violations.team;

/** Talks past the log. */
final class Prints {
    void print() {
        System.out.println("out");
        System.err.println("err");
    }
}
