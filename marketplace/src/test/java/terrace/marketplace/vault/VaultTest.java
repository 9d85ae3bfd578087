package terrace.marketplace.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class VaultTest {

    private final Vault vault = new Vault(key(1));

    @Test
    void what_was_sealed_can_be_opened() {
        assertThat(vault.open(vault.seal("哈尼红米 13888888888"))).isEqualTo("哈尼红米 13888888888");
        assertThat(vault.open(vault.seal(""))).isEmpty();
    }

    @Test
    void the_same_text_never_looks_the_same_twice() {
        assertThat(vault.seal("13888888888")).isNotEqualTo(vault.seal("13888888888"));
    }

    @Test
    void any_altered_byte_is_noticed() {
        var sealed = vault.seal("13888888888");
        for (int i = 0; i < sealed.length; i++) {
            var altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> vault.open(altered)).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> vault.open(new byte[5])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void another_key_opens_nothing_and_indexes_differently() {
        var other = new Vault(key(2));
        assertThatThrownBy(() -> other.open(vault.seal("text"))).isInstanceOf(IllegalStateException.class);
        assertThat(other.blindIndex("text")).isNotEqualTo(vault.blindIndex("text"));
    }

    @Test
    void the_index_of_a_text_is_stable() {
        assertThat(vault.blindIndex("text")).isEqualTo(new Vault(key(1)).blindIndex("text"));
        assertThat(vault.blindIndex("text")).isNotEqualTo(vault.blindIndex("text2"));
    }

    @Test
    void a_key_of_another_length_or_no_base64_is_refused() {
        assertThatThrownBy(() -> new Vault("AAAA")).hasMessageContaining("3 bytes long, it must be 32");
        assertThatThrownBy(() -> new Vault("梯田")).hasMessageContaining("base64");
    }

    @Test
    void only_demo_and_tests_may_do_without_a_key() {
        assertThat(Vault.chosen(null, true)).isNotBlank();
        assertThat(new Vault(Vault.chosen("", true)).usesDevelopmentKey()).isTrue();
        assertThat(new Vault(Vault.chosen(key(3), true)).usesDevelopmentKey()).isFalse();
        assertThatThrownBy(() -> Vault.chosen(null, false)).hasMessageContaining("TERRACE_KEY");
    }

    @Test
    void tokens_are_long_and_differ() {
        assertThat(Token.random()).hasSize(43).isNotEqualTo(Token.random());
        assertThat(Token.hash("a")).hasSize(32).isNotEqualTo("a".getBytes(StandardCharsets.UTF_8));
    }

    private static String key(int seed) {
        var bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Base64.getEncoder().encodeToString(bytes);
    }
}
