package io.goaltree.carry;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.GraphQl.Answer;
import io.goaltree.World.Goal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the tests of carry-over say to the service. */
final class Carried {
    private static final String CARRY_OVER = """
            mutation($input: ObjectiveCarryOverInput!) { objectiveCarryOver(input: $input) {
                objectives { id } userErrors { code message path index } } }
            """;

    private Carried() {}

    static Answer carry(String into, List<String> objectives) {
        return ask(CARRY_OVER, "input", input("objectives", objectives, "into", into));
    }

    /** The ids of the copies, in the order of the input. */
    static List<String> carried(String into, Goal... goals) {
        Answer answer = carry(into, ids(goals));
        assertThat(answer.<Object>list("objectiveCarryOver.userErrors"))
                .as(answer.text())
                .isEmpty();
        List<String> copies = answer.list("objectiveCarryOver.objectives.id");
        assertThat(copies).hasSize(goals.length).doesNotHaveDuplicates();
        return copies;
    }

    static List<String> ids(Goal... goals) {
        return Arrays.stream(goals).map(goal -> goal.id).toList();
    }

    /** Fields of an objective. */
    static Map<String, Object> objective(String id, String fields) {
        return ask("query($id: ID!) { objective(id: $id) { " + fields + " } }", "id", id)
                .get("objective");
    }

    /** Its key results, each with these fields. */
    static List<Map<String, Object>> keyResults(String id, String fields) {
        return ask("query($id: ID!) { objective(id: $id) { keyResults { " + fields + " } } }", "id", id)
                .list("objective.keyResults");
    }

    /** Its alignments upwards: weight, and the id of the parent objective or key result. */
    static List<String> parents(String id) {
        List<Map<String, Map<String, Object>>> parents = ask(
                        "query($id: ID!) { objective(id: $id) { parents { weight parentObjective { id } parentKeyResult { id } } } }",
                        "id",
                        id)
                .list("objective.parents");
        return parents.stream()
                .map(parent -> {
                    Map<String, Object> end = parent.get("parentObjective") == null
                            ? parent.get("parentKeyResult")
                            : parent.get("parentObjective");
                    return (Object) parent.get("weight") + " " + end.get("id");
                })
                .toList();
    }
}
