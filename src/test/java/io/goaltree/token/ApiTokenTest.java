package io.goaltree.token;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.As;
import io.goaltree.GraphQl.Answer;
import io.goaltree.Sql;
import io.goaltree.TestClock;
import io.goaltree.access.Reach;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tokens through the API: made, listed, revoked. */
@QuarkusTest
class ApiTokenTest extends ApiTest {
    private static final String FIELDS =
            "id name rights team { key } createdAt createdBy expiresAt lastUsedAt" + " revokedAt revokedBy";
    private static final String START = TestClock.START.toString();

    @Inject
    Sql sql;

    @Inject
    KnownTokens known;

    @Test
    void a_token_is_made_with_all_it_has_and_its_secret_is_answered_once() {
        String team = teamKey();
        Answer made = create(
                "name",
                " Loader ",
                "rights",
                List.of("WRITE_VALUES", "READ", "READ"),
                "team",
                team,
                "expiresAt",
                "2026-11-22T09:30:01Z");
        String secret = made.string("apiTokenCreate.secret");
        assertThat(secret).matches("gt_[0-9a-hjkmnp-tv-z]{32}");
        Map<String, Object> token = made.get("apiTokenCreate.token");
        assertThat(token)
                .containsEntry("name", "Loader")
                .containsEntry("createdAt", START)
                .containsEntry("rights", List.of("READ", "WRITE_VALUES"))
                .containsEntry("team", Map.of("key", team))
                .containsEntry("createdBy", "everybody")
                .containsEntry("expiresAt", "2026-11-22T09:30:01Z")
                .containsEntry("lastUsedAt", null)
                .containsEntry("revokedAt", null)
                .containsEntry("revokedBy", null);
        Answer listed = ask("{ apiTokens(first: 1) { nodes { %s } } }".formatted(FIELDS));
        assertThat(listed.<Map<String, Object>>get("apiTokens.nodes[0]")).isEqualTo(token);
        assertThat(listed.text()).doesNotContain(secret);
    }

    @Test
    void no_two_secrets_are_alike() {
        assertThat(secretOf(create("name", "A", "rights", List.of("READ"))))
                .isNotEqualTo(secretOf(create("name", "A", "rights", List.of("READ"))));
    }

    @Test
    void what_makes_no_sense_is_refused_and_nothing_is_written() {
        refused("REQUIRED", "name", "name", " ", "rights", List.of("READ"));
        refused("OUT_OF_RANGE", "name", "name", "x".repeat(101), "rights", List.of("READ"));
        refused("REQUIRED", "rights", "name", "x", "rights", List.of());
        refused("NOT_FOUND", "team", "name", "x", "rights", List.of("READ"), "team", "no-such-team");
        refused("OUT_OF_RANGE", "expiresAt", "name", "x", "rights", List.of("READ"), "expiresAt", START);
        create("name", "x".repeat(100), "rights", List.of("ADMIN"));
    }

    @Test
    void nobody_gives_away_more_than_they_have_or_reach() {
        String own = world.team();
        String other = world.team();
        As.caller(As.bound(Set.of(Right.ADMIN), own), () -> {
            refused("NOT_ALLOWED", "team", "name", "x", "rights", List.of("READ"));
            refused("NOT_ALLOWED", "team", "name", "x", "rights", List.of("READ"), "team", other);
            return create("name", "x", "rights", List.of("ADMIN"), "team", own);
        });
    }

    @Test
    void a_revoked_token_stays_revoked_as_it_was_first() {
        Answer made = create("name", "x", "rights", List.of("READ"));
        String id = made.string("apiTokenCreate.token.id");
        assertThat(known.shown(secretOf(made))).isPresent();
        clock.advance(Duration.ofHours(1));
        Answer revoked = revoke(id);
        assertThat(revoked.string("apiTokenRevoke.token.revokedAt")).isEqualTo("2026-11-22T10:30:00Z");
        assertThat(revoked.string("apiTokenRevoke.token.revokedBy")).isEqualTo("everybody");
        assertThat(known.shown(secretOf(made))).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(revoke(id).string("apiTokenRevoke.token.revokedAt")).isEqualTo("2026-11-22T10:30:00Z");
        assertThat(revoke(io.goaltree.World.unknown("tok")).string("apiTokenRevoke.userErrors[0].code"))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void a_token_without_admin_may_revoke_itself_and_no_other() {
        String own = create("name", "own", "rights", List.of("WRITE_VALUES")).string("apiTokenCreate.token.id");
        String other = create("name", "other", "rights", List.of("READ")).string("apiTokenCreate.token.id");
        Who who = new Who(Who.Kind.TOKEN, own, "own", Set.of(Right.WRITE_VALUES), Reach.EVERYWHERE, null, null);
        Map<String, String> before = sql.contents();
        Answer refused = As.caller(who, () -> revokeByWriter(other));
        assertThat(refused.string("apiTokenRevoke.userErrors[0].code")).isEqualTo("NOT_ALLOWED");
        assertThat(refused.<List<String>>get("apiTokenRevoke.userErrors[0].path"))
                .containsExactly("input");
        assertThat(sql.contents()).isEqualTo(before);
        As.caller(who, () -> revokeByWriter(own));
        assertThat(ask("{ apiTokens(first: 50) { nodes { id revokedBy } } }")
                        .<String>get("apiTokens.nodes.find { it.id == '" + own + "' }.revokedBy"))
                .isEqualTo("own (" + own + ")");
    }

    @Test
    void tokens_are_listed_from_the_newest_on_and_paged_both_ways() {
        for (String name : List.of("one", "two", "three")) {
            clock.advance(Duration.ofDays(1));
            create("name", name, "rights", List.of("READ"));
        }
        Answer page = ask("{ apiTokens(first: 2) { nodes { name } pageInfo { endCursor hasNextPage } } }");
        assertThat(page.<String>list("apiTokens.nodes.name")).containsExactly("three", "two");
        Answer next = ask(
                "query($after: String) { apiTokens(first: 1, after: $after) { nodes { name } } }",
                "after",
                page.string("apiTokens.pageInfo.endCursor"));
        assertThat(next.<String>list("apiTokens.nodes.name")).containsExactly("one");
        sql.execute("delete from api_token where created_at > ?", TestClock.START.atOffset(java.time.ZoneOffset.UTC));
    }

    @Test
    void a_token_reaches_its_team_and_all_below_as_the_tree_is_now() {
        String top = teamKey();
        Answer made = create("name", "x", "rights", List.of("READ"), "team", top);
        Who alone = known.shown(secretOf(made)).orElseThrow();
        assertThat(alone.reach().teams()).hasSize(1);
        String below = child(top);
        child(below);
        Who now = known.again(alone).orElseThrow();
        assertThat(now.reach().teams()).hasSize(3).containsAll(alone.reach().teams());
        assertThat(now.rights()).containsExactly(Right.READ);
        assertThat(now.name()).isEqualTo("x");
        assertThat(now.id()).isEqualTo(made.string("apiTokenCreate.token.id"));
    }

    @Test
    void a_token_is_good_until_the_instant_it_expires_at() {
        Answer made = create("name", "x", "rights", List.of("READ"), "expiresAt", "2026-11-22T10:30:00Z");
        clock.advance(Duration.ofHours(1).minusMillis(1));
        Who who = known.shown(secretOf(made)).orElseThrow();
        assertThat(who.until()).isEqualTo("2026-11-22T10:30:00Z");
        assertThat(known.gone(List.of(who))).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(known.shown(secretOf(made))).isEmpty();
        assertThat(known.again(who)).isEmpty();
        assertThat(known.gone(List.of(who))).containsExactly(who);
    }

    @Test
    void its_last_use_is_known_to_the_minute() throws InterruptedException {
        Answer made = create("name", "x", "rights", List.of("READ"));
        known.shown(secretOf(made));
        assertThat(lastUse(made, START)).isEqualTo(START);
        clock.advance(Duration.ofSeconds(59));
        known.shown(secretOf(made));
        clock.advance(Duration.ofSeconds(1));
        known.shown(secretOf(made));
        assertThat(lastUse(made, "2026-11-22T09:31:00Z")).isEqualTo("2026-11-22T09:31:00Z");
    }

    @Test
    void neither_secret_nor_hash_is_in_any_table_beside_the_one() throws Exception {
        String secret = secretOf(create("name", "x", "rights", List.of("READ")));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes("US-ASCII")));
        for (String table : sql.contents().keySet()) {
            assertThat(found(table, secret)).as(table).isZero();
            assertThat(found(table, secret.substring(3, 20))).as(table).isZero();
            assertThat(found(table, hash)).as(table).isEqualTo(table.equals("api_token") ? 1 : 0);
        }
    }

    private long found(String table, String text) {
        return sql.count("select count(*) from " + table + " t where strpos(t::text, ?) > 0", text);
    }

    private String lastUse(Answer made, String expected) throws InterruptedException {
        UUID id = Ids.uuid(Kind.API_TOKEN, made.string("apiTokenCreate.token.id"));
        String at = "";
        for (int i = 0; i < 100 && !at.equals(expected); i++) {
            Thread.sleep(20);
            at = sql
                    .strings("select to_char(last_used_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                            + " from api_token where id = '" + id + "' and last_used_at is not null")
                    .stream()
                    .findFirst()
                    .orElse("");
        }
        return at;
    }

    private void refused(String code, String field, Object... given) {
        Map<String, String> before = sql.contents();
        Answer answer = create(given);
        assertThat(answer.<Object>get("apiTokenCreate.token")).isNull();
        assertThat(answer.<Object>get("apiTokenCreate.secret")).isNull();
        assertThat(answer.<String>list("apiTokenCreate.userErrors.code"))
                .as(answer.text())
                .containsExactly(code);
        assertThat(answer.<List<String>>get("apiTokenCreate.userErrors[0].path"))
                .containsExactly("input", field);
        assertThat(sql.contents()).isEqualTo(before);
    }

    private static Answer create(Object... given) {
        return ask(
                "mutation($input: ApiTokenCreateInput!) { apiTokenCreate(input: $input) { token { %s } secret"
                                .formatted(FIELDS)
                        + " userErrors { code message path } } }",
                "input",
                input(given));
    }

    /** Who may not read selects no more than the id. */
    private static Answer revokeByWriter(String id) {
        return ask(
                "mutation($input: ApiTokenRevokeInput!) { apiTokenRevoke(input: $input) { token { id } userErrors { code path } } }",
                "input",
                input("id", id));
    }

    private static Answer revoke(String id) {
        return ask(
                "mutation($input: ApiTokenRevokeInput!) { apiTokenRevoke(input: $input) { token { %s } secret"
                                .formatted(FIELDS)
                        + " userErrors { code message path } } }",
                "input",
                input("id", id));
    }

    private static String secretOf(Answer made) {
        return made.string("apiTokenCreate.secret");
    }

    private String teamKey() {
        return ask("query($id: ID) { team(id: $id) { key } }", "id", world.team())
                .string("team.key");
    }

    private String child(String parent) {
        String key = world.key("team");
        io.goaltree.GraphQl.mutate("teamCreate", input("key", key, "name", "Below", "parent", parent))
                .done();
        return key;
    }
}
