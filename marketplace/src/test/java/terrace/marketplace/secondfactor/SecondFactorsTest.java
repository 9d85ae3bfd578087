package terrace.marketplace.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.accounts.SignIn;
import terrace.marketplace.clock.Clock;

@MicronautTest(transactional = false)
class SecondFactorsTest {

    private static final String PASSWORD = "terraces at dawn";

    @Inject
    SecondFactors factors;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    private final String name = UUID.randomUUID() + "@example.com";
    private UUID accountId = new UUID(0, 0);

    @BeforeEach
    void createOperator() {
        var created = (Registration.Registered) accounts.create(name, PASSWORD, "运营", Set.of(Role.OPERATOR));
        accountId = created.account().id();
    }

    @AfterEach
    void backToRealTime() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void a_secret_counts_once_a_code_made_with_it_was_seen() {
        var enrolment = factors.enrol(accountId);
        assertThat(enrolment.uri()).startsWith("otpauth://totp/Terrace%20").contains("secret=" + enrolment.secret());
        assertThat(factors.confirm(accountId, "000000x")).isEmpty();
        assertThat(factors.isSetUp(accountId)).isFalse();
        assertThat(factors.confirm(accountId, code(enrolment, 0)).orElseThrow()).hasSize(10);
        assertThat(factors.isSetUp(accountId)).isTrue();
        assertThat(((SignIn.SignedIn) accounts.signIn(name, PASSWORD, name)).next())
                .isEqualTo(SignIn.Next.SECOND_FACTOR);
        assertThatThrownBy(() -> factors.enrol(accountId)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_code_is_taken_once() {
        var enrolment = factors.enrol(accountId);
        var code = code(enrolment, 0);
        factors.confirm(accountId, code);
        assertThat(factors.verify(accountId, code)).isEqualTo(new SecondFactorCheck.Wrong());
        clock.shift(Duration.ofSeconds(30));
        var next = code(enrolment, 0);
        assertThat(factors.verify(accountId, next.substring(0, 3) + " " + next.substring(3)))
                .isEqualTo(new SecondFactorCheck.Passed(10));
        assertThat(factors.verify(accountId, next)).isEqualTo(new SecondFactorCheck.Wrong());
    }

    @Test
    void a_recovery_code_is_taken_once_however_it_is_typed() {
        List<String> codes = confirmed();
        assertThat(factors.verify(accountId, codes.getFirst().toLowerCase(Locale.ROOT)))
                .isEqualTo(new SecondFactorCheck.Passed(9));
        assertThat(factors.verify(accountId, codes.getFirst())).isEqualTo(new SecondFactorCheck.Wrong());
        assertThat(factors.verify(accountId, codes.get(1).replace("-", ""))).isEqualTo(new SecondFactorCheck.Passed(8));
    }

    @Test
    void guessing_codes_is_limited() {
        confirmed();
        for (int i = 0; i < 5; i++) {
            assertThat(factors.verify(accountId, "AAAA-AAAA-AAAA-AAAA")).isEqualTo(new SecondFactorCheck.Wrong());
        }
        assertThat(factors.verify(accountId, "AAAA-AAAA-AAAA-AAAA"))
                .isInstanceOf(SecondFactorCheck.TooManyAttempts.class);
    }

    @Test
    void an_operator_can_take_a_lost_factor_away() {
        confirmed();
        factors.remove(accountId, "account:operator");
        assertThat(factors.isSetUp(accountId)).isFalse();
        assertThat(factors.verify(accountId, "123456")).isEqualTo(new SecondFactorCheck.NotSetUp());
        assertThat(factors.enrol(accountId).secret()).hasSize(32);
    }

    private List<String> confirmed() {
        return factors.confirm(accountId, code(factors.enrol(accountId), 0)).orElseThrow();
    }

    private String code(Enrolment enrolment, int stepsAhead) {
        long step = clock.now().getEpochSecond() / Totp.STEP_SECONDS + stepsAhead;
        return Totp.code(Base32.decode(enrolment.secret()), step, Totp.DIGITS);
    }
}
