package terrace.marketplace.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.PasswordChange;
import terrace.marketplace.accounts.PasswordResets;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.accounts.SignIn;
import terrace.marketplace.accounts.Weakness;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.sessions.Sessions;

@MicronautTest(transactional = false)
class MailPasswordResetTest {

    private static final String WANTED = "terraces at dusk";

    @Inject
    PasswordResets resets;

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    CapturedMail mail;

    @Inject
    EventWorker worker;

    @Inject
    Clock clock;

    private final String name = UUID.randomUUID() + "@example.com";

    @AfterEach
    void backToRealTime() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void the_link_of_the_letter_sets_a_password_once_and_ends_all_sessions() {
        var member = register();
        var session = sessions.open(member, false, "phone");
        var token = token(Locale.ROOT);
        assertThat(resets.usable(token)).isTrue();
        assertThat(resets.reset(token, "12345678", name)).isEqualTo(new PasswordChange.WeakPassword(Weakness.COMMON));
        assertThat(resets.reset(token, WANTED, name)).isEqualTo(new PasswordChange.Changed(member));
        assertThat(resets.reset(token, WANTED, name)).isEqualTo(new PasswordChange.LinkExpired());
        assertThat(resets.usable(token)).isFalse();
        assertThat(sessions.find(session)).isEmpty();
        assertThat(accounts.signIn(name, WANTED, name)).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void a_link_is_good_for_half_an_hour() {
        register();
        var token = token(Locale.ROOT);
        clock.shift(Duration.ofMinutes(PasswordResets.VALID_MINUTES + 1L));
        assertThat(resets.reset(token, WANTED, name)).isEqualTo(new PasswordChange.LinkExpired());
    }

    @Test
    void the_letter_speaks_the_language_of_the_page_it_was_asked_on() {
        register();
        token(Locale.ENGLISH);
        assertThat(letters().getFirst().subject()).isEqualTo("Terrace: set a new password");
        assertThat(letters().getFirst().text()).contains("http://localhost:8080/en/password-reset?token=");
        token(Locale.CHINA);
        assertThat(letters().getFirst().subject()).isEqualTo("梯田：设置新密码");
    }

    @Test
    void nobody_is_written_to_who_has_no_account_and_nobody_is_flooded() {
        resets.ask(name, name, Locale.ROOT);
        resets.ask("no name at all", name, Locale.ROOT);
        worker.drain();
        assertThat(letters()).isEmpty();
        register();
        for (int i = 0; i < 10; i++) {
            resets.ask(name, name, Locale.ROOT);
        }
        worker.drain();
        assertThat(letters()).hasSizeBetween(1, 3);
    }

    private UUID register() {
        var created = accounts.create(name, "terraces at dawn", "小红", Set.of(Role.MEMBER));
        return ((Registration.Registered) created).account().id();
    }

    private String token(Locale language) {
        resets.ask(name, name, language);
        worker.drain();
        var link = Pattern.compile("token=(\\S+)").matcher(letters().getFirst().text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private List<Mail> letters() {
        return mail.newest(1_000).stream()
                .filter(each -> each.to().equals(name))
                .toList();
    }
}
