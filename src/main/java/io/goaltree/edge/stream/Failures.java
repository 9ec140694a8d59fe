package io.goaltree.edge.stream;

import io.goaltree.edge.Faults;
import io.goaltree.edge.RequestRefused;
import io.goaltree.edge.SubscriberTooSlow;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.operation.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The last answer of an operation that does not come to a good end. */
final class Failures {
    private Failures() {}

    static Answer answer(Throwable failure, int mostErrors) {
        // Whoever carried the failure here may have wrapped it.
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof DocumentRefused refused) {
                return Answer.refused(refused, mostErrors);
            }
            if (cause instanceof SubscriberTooSlow slow) {
                return Answer.refused(
                        new DocumentRefused(RequestCode.SLOW_CONSUMER, String.valueOf(slow.getMessage())), mostErrors);
            }
            if (cause instanceof RequestRefused refused) {
                return new Answer(
                        Map.of(
                                "errors",
                                List.of(Map.of(
                                        "message",
                                        String.valueOf(refused.getMessage()),
                                        "extensions",
                                        Map.of("code", refused.code().name())))),
                        RequestCode.BAD_USER_INPUT);
            }
        }
        Throwable cause = failure.getCause();
        return Answer.fault(Faults.incident(
                "a stream of answers", failure instanceof CompletionException && cause != null ? cause : failure));
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure.getCause() == failure ? null : failure.getCause();
    }
}
