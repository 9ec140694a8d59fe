package io.goaltree.team;

import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Sort;
import io.goaltree.shared.Check;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class PersonStore implements PanacheRepositoryBase<PersonEntity, UUID> {
    static final Sort BY_NAME = Sort.ascending("p.name", "text", "p.id");

    Optional<PersonEntity> byEmail(String email) {
        return Check.isStorable(email)
                ? find("lower(email) = lower(?1)", email).firstResultOptional()
                : Optional.empty();
    }

    List<PersonEntity> byIds(Collection<UUID> ids) {
        return getSession()
                .createNativeQuery("select p.* from person p where p.id = any(:ids)", PersonEntity.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    /** The teams each of these people belongs to: one statement, whatever their number. */
    Map<UUID, Set<UUID>> teamIds(Collection<UUID> people) {
        Map<UUID, Set<UUID>> teams = new HashMap<>();
        getSession()
                .createNativeQuery(
                        "select person_id, team_id from team_member where person_id = any(:people)", Object[].class)
                .setParameter("people", people.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> teams.computeIfAbsent((UUID) row[0], person -> new HashSet<>())
                        .add((UUID) row[1]));
        return teams;
    }

    /** One row a team that somebody belongs to or that is below, null for none: one statement. */
    List<Object[]> reachByEmail(String email) {
        return Check.isStorable(email) ? reach("lower(email) = lower(:whom)", email) : List.of();
    }

    List<Object[]> reachById(UUID person) {
        return reach("id = :whom", person);
    }

    private List<Object[]> reach(String condition, Object whom) {
        return getSession()
                .createNativeQuery("""
                        with recursive somebody (id) as (select id from person where %s),
                        reach (team_id) as (
                            select m.team_id from team_member m join somebody on m.person_id = somebody.id
                            union
                            select t.id from team t join reach on t.parent_id = reach.team_id
                        )
                        select somebody.id, reach.team_id from somebody left join reach on true
                        """.formatted(condition), Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("team_id", UUID.class)
                .setParameter("whom", whom)
                .getResultList();
    }

    List<PersonEntity> page(PageRequest page) {
        var query = getSession()
                .createNativeQuery(
                        "select p.* from person p where true" + BY_NAME.after(page) + BY_NAME.orderAndLimit(page),
                        PersonEntity.class);
        BY_NAME.parameters(page).forEach(query::setParameter);
        return query.getResultList();
    }
}
