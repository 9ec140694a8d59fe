package io.goaltree.team;

import io.goaltree.edge.Attempts;
import io.goaltree.edge.Guarded;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Pages;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The door to people. */
@GraphQLApi
public class PersonApi {
    private final PersonService people;
    private final Pages pages;

    PersonApi(PersonService people, Pages pages) {
        this.people = people;
        this.pages = pages;
    }

    @Query
    @NonNull
    public PersonConnection people(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        PageRequest page = pages.read("people", first, after, last, before);
        return people.page(page)
                .connect(
                        person -> pages.cursor(page, PersonService.position(person)),
                        PersonEdge::new,
                        PersonConnection::new);
    }

    @Guarded
    @Mutation
    @NonNull
    public PersonPayload personCreate(@NonNull PersonCreateInput input) {
        return PersonPayload.of(Attempts.attempt(() -> people.create(input)));
    }

    @Guarded
    @Mutation
    @NonNull
    public PersonPayload personUpdate(@NonNull PersonUpdateInput input) {
        return PersonPayload.of(Attempts.attempt(() -> people.update(input)));
    }
}
