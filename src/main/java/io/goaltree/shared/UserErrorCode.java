package io.goaltree.shared;

/** Why a request was refused: the contract between the service and a program that reacts to a refusal. */
public enum UserErrorCode {
    NOT_FOUND,
    INVALID_VALUE,
    REQUIRED,
    OUT_OF_RANGE,
    DUPLICATE_KEY,
    VERSION_CONFLICT,
    ALIGNMENT_LOOP,
    CYCLE_CLOSED,
    WRONG_STATE,
    TARGET_EQUALS_BASELINE,
    UNIT_MISMATCH,
    FUTURE_PERIOD,
    LOCAL_TIME,
    NOT_ALLOWED,
    IDEMPOTENCY_KEY_REUSED,
    IDEMPOTENCY_IN_PROGRESS,
    NOISE_NEEDS_REASON,
    TOO_MANY_ITEMS
}
