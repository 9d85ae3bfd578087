package terrace.marketplace.phonecodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.notices.CapturedMail;

@MicronautTest(transactional = false)
class PhoneCodesTest {
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    @Inject
    PhoneCodes codes;

    @Inject
    Accounts accounts;

    @Inject
    CapturedMail mail;

    @Inject
    EventWorker worker;

    @Inject
    Clock clock;

    private final String phone = "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));

    @AfterEach
    void backToRealTime() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void a_code_makes_the_member_once_and_finds_the_same_again() {
        assertThat(codes.send("+86 " + phone, phone, false)).isEqualTo(new Sending.Sent(phone));
        String code = sent();
        assertThat(codes.enter(phone, "000000".equals(code) ? "111111" : "000000"))
                .isInstanceOf(Entering.Wrong.class);
        Account made = ((Entering.In) codes.enter(phone, " " + code)).account();
        assertThat(made.roles()).containsExactly(Role.MEMBER);
        assertThat(codes.enter(phone, code)).isInstanceOf(Entering.Wrong.class);
        codes.send(phone, phone, false);
        assertThat(codes.enter(phone, sent())).isEqualTo(new Entering.In(made));
    }

    @Test
    void a_code_bears_few_tries_and_little_time() {
        codes.send(phone, phone, false);
        String code = sent();
        String wrong = "000000".equals(code) ? "111111" : "000000";
        for (int at = 0; at < PhoneCodes.TRIES_MAX; at++) {
            assertThat(codes.enter(phone, wrong)).isInstanceOf(Entering.Wrong.class);
        }
        assertThat(codes.enter(phone, code)).isInstanceOf(Entering.Wrong.class);
        codes.send(phone, phone, false);
        String late = sent();
        clock.shift(Duration.ofMinutes(PhoneCodes.VALID_MINUTES + 1));
        assertThat(codes.enter(phone, late)).isInstanceOf(Entering.Wrong.class);
    }

    @Test
    void who_works_here_does_not_come_in_by_phone_and_codes_are_not_sent_without_end() {
        accounts.create(phone, "a-terraced-hill-of-rice", "店长", Set.of(Role.MERCHANT));
        codes.send(phone, phone, false);
        assertThat(codes.enter(phone, sent())).isInstanceOf(Entering.ByPasswordOnly.class);
        assertThat(codes.send("12345", phone, false)).isInstanceOf(Sending.NoPhone.class);
        Sending last = new Sending.NoPhone();
        for (int at = 0; at < 10; at++) {
            last = codes.send(phone, phone, false);
        }
        assertThat(last).isInstanceOf(Sending.TooMany.class);
    }

    private String sent() {
        worker.drain();
        Matcher code = CODE.matcher(mail.newest(100).stream()
                .filter(text -> text.to().startsWith(phone))
                .findFirst()
                .orElseThrow()
                .text());
        assertThat(code.find()).isTrue();
        return code.group();
    }
}
