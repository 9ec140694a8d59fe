package io.goaltree.token;

import static io.goaltree.shared.UserErrorCode.NOT_ALLOWED;
import static io.goaltree.shared.UserErrorCode.OUT_OF_RANGE;
import static io.goaltree.shared.UserErrorCode.REQUIRED;

import io.goaltree.access.Asking;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.Page;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Position;
import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.shared.Problem;
import io.goaltree.team.Team;
import io.goaltree.team.TeamService;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Decides on tokens. That only administrators come here is decided before; nobody gives away more than they have. */
@ApplicationScoped
public class ApiTokenService {
    private static final int NAME_LENGTH = 100;

    private final ApiTokenStore tokens;
    private final TeamService teams;
    private final Now now;

    ApiTokenService(ApiTokenStore tokens, TeamService teams, Now now) {
        this.tokens = tokens;
        this.teams = teams;
        this.now = now;
    }

    @Transactional
    Outcome<FreshToken> create(ApiTokenCreateInput input) {
        Who who = Asking.current().who();
        Check check = Check.of("input");
        String name = check.text("name", input.name, NAME_LENGTH);
        List<Right> rights = input.rights.stream().distinct().sorted().toList();
        refuseRights(check, who, rights);
        UUID team = teams.reference(check, "team", input.team).orElse(null);
        if (input.team == null || team != null) {
            refuseOutOfReach(check, who, team, "team");
        }
        Instant at = now.instant();
        if (input.expiresAt != null && !input.expiresAt.isAfter(at)) {
            check.refuse(
                    OUT_OF_RANGE, "ExpiresAt is " + input.expiresAt + "; it must be after now, " + at, "expiresAt");
        }
        if (check.failed()) {
            return Outcome.refused(check.problems());
        }
        Secret secret = Secret.fresh();
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        tokens.insert(TokenRow.made(id, name, rights, team, at, signature(who), input.expiresAt), secret.hash());
        return Outcome.done(new FreshToken(answer(id), secret));
    }

    /** From the end of this transaction on it is good for nothing, on every replica. */
    @Transactional
    Outcome<ApiToken> revoke(ApiTokenRevokeInput input) {
        Who who = Asking.current().who();
        Check check = Check.of("input");
        UUID id = Ids.parse(Kind.API_TOKEN, input.id).orElse(null);
        boolean own = id != null && who.kind() == Who.Kind.TOKEN && who.id().equals(Ids.of(Kind.API_TOKEN, id));
        if (!own && !who.may(Right.ADMIN)) {
            return Outcome.refused(Problem.at(
                    NOT_ALLOWED, "Revoking a token other than your own needs the right ADMIN", "input", "id"));
        }
        TokenRow token = id == null ? null : tokens.byId(id).orElse(null);
        if (id == null || token == null) {
            return Outcome.refused(Ids.absent(check, "id", Kind.API_TOKEN, input.id));
        }
        if (!own) {
            refuseOutOfReach(check, who, token.team(), "id");
        }
        if (check.failed()) {
            return Outcome.refused(check.problems());
        }
        tokens.revoke(id, now.instant(), signature(who));
        return Outcome.done(answer(id));
    }

    @Transactional
    Page<ApiToken> page(PageRequest request) {
        List<TokenRow> found = tokens.page(request, Asking.current().who().reach());
        Map<UUID, Team> known = teams.nodesById(
                found.stream().map(TokenRow::team).filter(Objects::nonNull).collect(Collectors.toSet()));
        return Page.cut(request, found).map(token -> answer(token, known));
    }

    static Position position(ApiToken token) {
        return new Position(token.createdAt().toString(), Ids.uuid(Kind.API_TOKEN, token.id()));
    }

    private static void refuseRights(Check check, Who who, List<Right> rights) {
        if (rights.isEmpty()) {
            check.refuse(REQUIRED, "Rights is empty; a token needs at least one", "rights");
        }
        rights.stream()
                .filter(right -> !who.may(right))
                .forEach(right ->
                        check.refuse(NOT_ALLOWED, "You have not the right " + right + " to give away", "rights"));
    }

    private static void refuseOutOfReach(Check check, Who who, @Nullable UUID team, String field) {
        if (who.isLimited() && (team == null || !who.reach().teams().contains(team))) {
            String message = team == null
                    ? "A token that is good everywhere is beyond your reach, which is some teams and all below them"
                    : "The token's team is beyond your reach, which is some teams and all below them";
            check.refuse(NOT_ALLOWED, message, field);
        }
    }

    private static String signature(Who who) {
        return who.isNamed() ? who.signature() : who.name();
    }

    private ApiToken answer(UUID id) {
        TokenRow row = tokens.byId(id).orElseThrow();
        return answer(row, row.team() == null ? Map.of() : teams.nodesById(List.of(row.team())));
    }

    private static ApiToken answer(TokenRow row, Map<UUID, Team> known) {
        return new ApiToken(
                Ids.of(Kind.API_TOKEN, row.id()),
                row.name(),
                row.rights(),
                row.team() == null ? null : known.get(row.team()),
                row.createdAt(),
                row.createdBy(),
                row.expiresAt(),
                row.lastUsedAt(),
                row.revokedAt(),
                row.revokedBy());
    }
}
