package terrace.marketplace.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.jobs.Jobs;

@MicronautTest(transactional = false)
class SessionsTest {

    private static final String PASSWORD = "terraces at dawn";

    @Inject
    Sessions sessions;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    @Inject
    Jobs jobs;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    @AfterEach
    void backToRealTime() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void whoever_holds_the_token_is_signed_in_until_it_ends() {
        var member = account(Role.MEMBER);
        var token = sessions.open(member, false, "Firefox");
        var session = sessions.find(token).orElseThrow();
        assertThat(session.account().id()).isEqualTo(member);
        assertThat(session.userAgent()).isEqualTo("Firefox");
        sessions.end(token);
        assertThat(sessions.find(token)).isEmpty();
        assertThat(sessions.find("guessed")).isEmpty();
    }

    @Test
    void the_token_is_stored_nowhere() {
        var token = sessions.open(account(Role.MEMBER), false, "Firefox");
        var rows = transactions.executeRead(status ->
                jdbc.prepareStatement("select string_agg(s::text, ' ') from marketplace.session s", statement -> {
                    try (var result = statement.executeQuery()) {
                        result.next();
                        return result.getString(1);
                    }
                }));
        assertThat(rows).isNotBlank().doesNotContain(token);
    }

    @Test
    void renewing_changes_the_token_and_kills_the_old_one() {
        var token = sessions.open(account(Role.OPERATOR), false, "Firefox");
        assertThat(sessions.find(token).orElseThrow().secondFactorPassed()).isFalse();
        var renewed = sessions.renew(token, true).orElseThrow();
        assertThat(sessions.find(token)).isEmpty();
        assertThat(sessions.find(renewed).orElseThrow().secondFactorPassed()).isTrue();
        assertThat(sessions.renew(token, true)).isEmpty();
    }

    @Test
    void a_new_password_ends_every_session() {
        var member = account(Role.MEMBER);
        var token = sessions.open(member, false, "Firefox");
        accounts.changePassword(member, PASSWORD, "terraces at dusk");
        assertThat(sessions.find(token)).isEmpty();
        assertThat(sessions.ofAccount(member)).isEmpty();
    }

    @Test
    void all_devices_can_be_signed_out_at_once() {
        var member = account(Role.MEMBER);
        var phone = sessions.open(member, false, "phone");
        var desk = sessions.open(member, false, "x".repeat(1000));
        assertThat(sessions.ofAccount(member)).hasSize(2);
        sessions.find(phone);
        sessions.endAll(member);
        assertThat(sessions.find(phone)).isEmpty();
        assertThat(sessions.find(desk)).isEmpty();
    }

    @Test
    void staff_are_signed_out_after_half_a_day_and_members_after_two_weeks() {
        var operator = sessions.open(account(Role.OPERATOR), true, "desk");
        var member = sessions.open(account(Role.MEMBER), false, "phone");
        assertThat(sessions.find(operator)).isPresent();
        clock.shift(Duration.ofHours(13));
        assertThat(sessions.find(operator)).isEmpty();
        assertThat(sessions.find(member)).isPresent();
        clock.shift(Duration.ofDays(15));
        assertThat(sessions.find(member)).isEmpty();
        jobs.run("clear-sessions");
        clock.shift(Duration.ZERO);
        assertThat(sessions.renew(member, false)).isEmpty();
    }

    private UUID account(Role role) {
        var created = accounts.create(UUID.randomUUID() + "@example.com", PASSWORD, "小红", Set.of(role));
        return ((Registration.Registered) created).account().id();
    }
}
