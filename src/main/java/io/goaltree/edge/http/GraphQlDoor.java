package io.goaltree.edge.http;

import graphql.ExecutionResult;
import io.goaltree.access.Asking;
import io.goaltree.change.Families;
import io.goaltree.edge.limits.DocumentLimits;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.operation.Answer;
import io.goaltree.edge.operation.Asked;
import io.goaltree.edge.operation.Execution;
import io.goaltree.edge.operation.Operation;
import io.goaltree.edge.operation.Operations;
import io.goaltree.edge.operation.Stop;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From what is asked to a reply, on a worker thread. */
@ApplicationScoped
class GraphQlDoor {
    private static final String ETAG = "ETag";

    private final Operations operations;
    private final Execution execution;
    private final Etags etags;
    private final HttpLimits limits;
    private final long mostCost;
    private final Dependencies dependencies = Dependencies.load();

    GraphQlDoor(Operations operations, Execution execution, Etags etags, HttpLimits limits, DocumentLimits documents) {
        this.operations = operations;
        this.execution = execution;
        this.etags = etags;
        this.limits = limits;
        this.mostCost = documents.cost();
    }

    Reply get(Asked asked, Wishes wishes, Stop stop) {
        Operation operation = operations.read(asked, Asking.current().who());
        if (operation.isMutation()) {
            throw new DocumentRefused(RequestCode.METHOD_NOT_ALLOWED, "A mutation needs POST; GET only reads");
        }
        Set<String> families = dependencies.of(operation.read().types());
        if (families.contains(Dependencies.NEVER_THE_SAME)) {
            return reply(run(operation, wishes, stop), wishes);
        }
        Question question = question(operation, families, wishes);
        Optional<String> known = etags.stillTrue(question, wishes.known());
        if (known.isPresent()) {
            return Reply.notModified().with(ETAG, known.get());
        }
        String tag = etags.tag(question);
        Answer answer = run(operation, wishes, stop);
        Reply reply = reply(answer, wishes);
        return answer.isWhole() ? reply.with(ETAG, tag).with("Cache-Control", Reply.REVALIDATED) : reply;
    }

    Reply post(Asked asked, Wishes wishes, Stop stop) {
        return reply(run(operations.read(asked, Asking.current().who()), wishes, stop), wishes);
    }

    private static Question question(Operation operation, Set<String> families, Wishes wishes) {
        Question.Passing passing = Question.Passing.DAY;
        if (families.contains(Families.KPI)) {
            passing = Question.Passing.DAY_OF_ANY_ZONE;
        } else if (families.isEmpty()) {
            passing = Question.Passing.NOTHING;
        }
        return new Question(
                families,
                passing,
                List.of(
                        operation.text(),
                        String.valueOf(operation.asked().operationName()),
                        operation.asked().variables().toString(),
                        wishes.requiredType().name() + wishes.cost()));
    }

    private static Reply reply(Answer answer, Wishes wishes) {
        return Reply.of(answer, wishes.requiredType(), wishes.gzip());
    }

    private Answer run(Operation operation, Wishes wishes, Stop stop) {
        if (operation.isSubscription()) {
            throw new DocumentRefused(
                    RequestCode.NOT_ACCEPTABLE,
                    "A subscription needs Accept: text/event-stream, or a WebSocket of graphql-transport-ws");
        }
        ExecutionResult result = execution.run(operation, stop);
        Answer answer = Answer.of(result, limits.errors());
        if (!wishes.cost()) {
            return answer;
        }
        Map<String, Object> cost = new LinkedHashMap<>();
        cost.put("requested", operation.cost());
        cost.put("limit", mostCost);
        return answer.with("cost", cost);
    }
}
