package io.goaltree.edge.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.goaltree.edge.operation.Answer;
import io.goaltree.edge.operation.AnswerBytes;
import java.util.List;

/** The events of a graphql-sse server, distinct connections mode. Our JSON has no line breaks, so each needs one data line. */
final class EventForm implements Form {
    static final String COMMENT = ":\n\n";
    private static final String COMPLETE = "event: complete\ndata:\n\n";

    @Override
    public String next(Answer answer) {
        return "event: next\ndata: " + new String(AnswerBytes.of(answer), UTF_8) + "\n\n";
    }

    /** Here a refusal is an answer like any other: an EventSource cannot read the body of a refused connection. */
    @Override
    public List<String> only(Answer answer) {
        return List.of(next(answer) + COMPLETE);
    }

    @Override
    public String complete() {
        return COMPLETE;
    }
}
