package io.goaltree.gate;

import io.goaltree.access.Reach;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import io.goaltree.team.Membership;
import io.goaltree.team.PersonService;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Knows people by the tokens of an identity provider: what they may is in the token, how far it goes is where they belong by
 * now. Somebody whom we have no row of comes in, too, and reaches nothing that is not public.
 */
@ApplicationScoped
class PersonWitness implements Witness {
    /** What tokens of our own begin with. */
    private static final String OURS = "gt_";

    private final TrustedIssuer issuer;
    private final IssuedTokens tokens;
    private final PersonService people;
    private final Now now;

    PersonWitness(TrustedIssuer issuer, IssuedTokens tokens, PersonService people, Now now) {
        this.issuer = issuer;
        this.tokens = tokens;
        this.people = people;
        this.now = now;
    }

    @Override
    public boolean isFor(Credential credential) {
        return issuer.isThere()
                && credential.scheme() == Credential.Scheme.BEARER
                && !credential.secret().startsWith(OURS);
    }

    @Override
    public Optional<Who> who(Credential credential) {
        return isFor(credential) ? tokens.verified(credential.secret()).flatMap(this::said) : Optional.empty();
    }

    @Override
    public boolean knows(Who who) {
        return who.kind() == Who.Kind.PERSON;
    }

    @Override
    public Optional<Who> again(Who who) {
        if (who.until() != null && !now.instant().isBefore(who.until())) {
            return Optional.empty();
        }
        Optional<Membership> membership = Optional.ofNullable(who.person()).flatMap(people::membership);
        return Optional.of(person(who.id(), who.name(), who.rights(), membership, who.until()));
    }

    /** By the time alone: where they belong by now is looked at with all that they ask. */
    @Override
    public Set<Who> gone(Collection<Who> callers) {
        Instant at = now.instant();
        return callers.stream()
                .filter(who -> who.until() != null && !at.isBefore(who.until()))
                .collect(Collectors.toSet());
    }

    private Optional<Who> said(Claims claims) {
        Optional<String> subject = claims.subject();
        Optional<Instant> until = claims.expiry().map(it -> it.plus(IssuedTokens.LEEWAY));
        if (subject.isEmpty() || until.isEmpty() || isFromTheFuture(claims)) {
            return Optional.empty();
        }
        Optional<String> email = claims.email();
        Set<Right> named = claims.rights(issuer.rightsClaim());
        return Optional.of(person(
                subject.get(),
                email.orElse(subject.get()),
                named.isEmpty() ? issuer.defaultRights() : named,
                email.flatMap(people::membership),
                until.get()));
    }

    private boolean isFromTheFuture(Claims claims) {
        Instant latest = now.instant().plus(IssuedTokens.LEEWAY);
        return claims.issuedAt().filter(latest::isBefore).isPresent();
    }

    private static Who person(
            String id, String name, Set<Right> rights, Optional<Membership> membership, @Nullable Instant until) {
        Reach reach = rights.contains(Right.ADMIN)
                ? Reach.EVERYWHERE
                : membership.map(it -> Reach.of(it.teams())).orElse(Reach.NOWHERE);
        return new Who(
                Who.Kind.PERSON,
                id,
                name,
                rights,
                reach,
                membership.map(Membership::person).orElse(null),
                until);
    }
}
