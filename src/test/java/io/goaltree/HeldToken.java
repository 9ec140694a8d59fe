package io.goaltree;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;

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
        mutate("apiTokenRevoke", input("id", id)).done();
    }

    /** The value of the header Authorization. */
    public String bearer() {
        return "Bearer " + secret;
    }
}
