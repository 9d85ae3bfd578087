package terrace.marketplace.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInNameTest {

    @ParameterizedTest
    @CsvSource({
        "Li.Hong@Example.COM, li.hong@example.com",
        "'  a+b@mail.example.cn ', a+b@mail.example.cn",
        "138 8888 8888, 13888888888",
        "+86-138-8888-8888, 13888888888",
        "008613888888888, 13888888888",
        "１３８８８８８８８８８, 13888888888",
        "ａ@example.com, a@example.com"
    })
    void ways_of_writing_the_same_name_are_one(String typed, String stored) {
        assertThat(SignInName.of(typed)).hasValue(new SignInName(stored));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "a@",
                "@b.cn",
                "a@b",
                "a@b..cn",
                "a b@c.cn",
                "12888888888",
                "1388888888",
                "138888888888",
                "a@b.cn\r\nBcc: x@y.cn",
                "a@-b.cn"
            })
    void what_is_neither_mail_nor_mobile_is_no_name(String typed) {
        assertThat(SignInName.of(typed)).isEmpty();
    }

    @Test
    @Timeout(1)
    void long_nonsense_is_refused_quickly() {
        assertThat(SignInName.of("a".repeat(10_000) + "@")).isEmpty();
        assertThat(SignInName.of("a@" + "a.".repeat(120))).isEmpty();
        assertThat(PhoneNumber.any("-".repeat(100_000))).isEmpty();
    }

    @Test
    void a_landline_can_be_called_but_not_signed_in_with() {
        assertThat(PhoneNumber.any("0873-4621234")).hasValue("08734621234");
        assertThat(PhoneNumber.mobile("0873-4621234")).isEmpty();
    }

    @Test
    void a_name_in_a_log_line_says_nothing() {
        assertThat(new SignInName("li@example.com").toString()).doesNotContain("li@");
    }
}
