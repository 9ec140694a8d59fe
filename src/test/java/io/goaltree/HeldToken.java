package io.goaltree;

import static io.goaltree.GraphQl.ask;

import io.goaltree.access.Right;
import java.util.List;

/** A token that was made as callers make them. */
public record HeldToken(String id, String secret) {

    public static HeldToken of(Right... rights) {
        GraphQl.Answer made = ask(
                "mutation($rights: [Right!]!) { apiTokenCreate(input: {name: \"Fresh\", rights: $rights})"
                        + " { token { id } secret } }",
                "rights",
                List.of(rights));
        return new HeldToken(made.string("apiTokenCreate.token.id"), made.string("apiTokenCreate.secret"));
    }

    public void revoke() {
        ask("mutation($id: ID!) { apiTokenRevoke(input: {id: $id}) { token { id } } }", "id", id)
                .string("apiTokenRevoke.token.id");
    }

    /** The value of the header Authorization. */
    public String bearer() {
        return "Bearer " + secret;
    }
}
