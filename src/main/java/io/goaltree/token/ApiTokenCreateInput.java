package io.goaltree.token;

import io.goaltree.access.Right;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("ApiTokenCreateInput")
@NullUnmarked
public class ApiTokenCreateInput {
    @NonNull
    public String name;

    @NonNull
    public List<@NonNull Right> rights;

    public String team;
    public Instant expiresAt;
}
