package io.goaltree.kpi;

import io.goaltree.behaviour.Signal;
import java.util.UUID;

/** A signal as it is kept. One that is gone is remembered, so that it is not new when it comes back. */
record KeptSignal(UUID id, Signal signal, boolean isGone) {}
