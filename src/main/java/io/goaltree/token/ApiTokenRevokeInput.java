package io.goaltree.token;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("ApiTokenRevokeInput")
@NullUnmarked
public class ApiTokenRevokeInput {
    @Id
    @NonNull
    public String id;
}
