package io.goaltree.guardrail;

import io.goaltree.edge.Attempts;
import io.goaltree.edge.Guarded;
import io.goaltree.kpi.Kpi;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectivePayload;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The door to guardrails, from the objective's side and from the KPI's. */
@GraphQLApi
public class GuardrailApi {
    private final GuardrailService guardrails;
    private final GuardrailAnswers answers;

    GuardrailApi(GuardrailService guardrails, GuardrailAnswers answers) {
        this.guardrails = guardrails;
        this.answers = answers;
    }

    @Guarded
    @Mutation
    @NonNull
    public ObjectivePayload guardrailAdd(@NonNull GuardrailInput input) {
        return ObjectivePayload.of(Attempts.attempt(() -> guardrails.add(input)));
    }

    @Guarded
    @Mutation
    @NonNull
    public ObjectivePayload guardrailRemove(@NonNull GuardrailInput input) {
        return ObjectivePayload.of(Attempts.attempt(() -> guardrails.remove(input)));
    }

    @Name("guardrails")
    @NonNull
    public List<@NonNull Guardrail> guardrails(@Source Objective objective) {
        return answers.guardrails(objective);
    }

    @Name("guards")
    @NonNull
    public List<@NonNull Objective> guards(@Source Kpi kpi) {
        return answers.guards(kpi);
    }
}
