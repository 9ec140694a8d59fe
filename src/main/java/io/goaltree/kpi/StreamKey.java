package io.goaltree.kpi;

import java.util.UUID;

/**
 * The idempotency key of a stream.
 *
 * @param recording under which its answers are remembered part by part
 */
record StreamKey(String key, UUID recording) {}
