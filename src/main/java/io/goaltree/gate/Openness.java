package io.goaltree.gate;

/**
 * Who is let in without a word.
 *
 * @param onLoopback whether that is whoever asks from this machine
 */
public record Openness(boolean onLoopback) {}
