package io.goaltree.edge;

import io.goaltree.shared.Outcome;
import io.goaltree.shared.Problem;
import io.goaltree.shared.UserErrorCode;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.StaleObjectStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a service's decision. Decisions look before they write; where two writers race, the database refuses the later
 * one, and this is the one place where that refusal becomes the same answer the decision would have given.
 */
public final class Attempts {
    private record Rule(UserErrorCode code, String message, String field) {}

    private static final Map<String, Rule> RULES = Map.of(
            "team_key_is_unique", duplicate("Team key", "key"),
            "cycle_key_is_unique", duplicate("Cycle key", "key"),
            "kpi_key_is_unique", duplicate("Kpi key", "key"),
            "person_email_is_unique", duplicate("Email", "email"),
            "key_result_is_fed_once_an_objective",
                    new Rule(
                            UserErrorCode.DUPLICATE_KEY,
                            "The KPI feeds a key result of this objective already",
                            "kpi"));

    private static final String DEADLOCK = "40P01";
    private static final int MOST_ATTEMPTS = 4;

    private Attempts() {}

    /** The decision's answer. A decision that met another writer's is taken anew, on what that one has left. */
    public static <T> Outcome<T> attempt(Supplier<Outcome<T>> decision) {
        for (int attempt = 1; ; attempt++) {
            try {
                return decision.get();
            } catch (RuntimeException e) {
                if (attempt == MOST_ATTEMPTS || !isCollision(e)) {
                    return Outcome.refused(refusal(e));
                }
            }
        }
    }

    /** Two writers of one row, or two that wait for each other: nothing was written, and the next try may succeed. */
    private static boolean isCollision(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof StaleObjectStateException
                    || (cause instanceof SQLException sql && DEADLOCK.equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static Problem refusal(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException || cause instanceof StaleObjectStateException) {
                return Problem.at(
                        UserErrorCode.VERSION_CONFLICT,
                        "Somebody else changed this meanwhile; read it again and repeat with its current version",
                        "input",
                        "expectedVersion");
            }
            if (cause instanceof ConstraintViolationException violation) {
                Rule rule = rule(violation.getConstraintName());
                if (rule != null) {
                    return Problem.at(rule.code(), rule.message(), "input", rule.field());
                }
            }
        }
        throw thrown;
    }

    private static @Nullable Rule rule(@Nullable String constraint) {
        return constraint == null ? null : RULES.get(constraint);
    }

    private static Rule duplicate(String what, String field) {
        return new Rule(UserErrorCode.DUPLICATE_KEY, what + " is taken already", field);
    }
}
