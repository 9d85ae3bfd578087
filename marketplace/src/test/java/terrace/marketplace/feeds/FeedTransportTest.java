package terrace.marketplace.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTransportTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "192.168.0.9",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "[::1]",
                "[fe80::1]",
                "[fd00::1]",
                "[::ffff:10.0.0.1]"
            })
    void machines_of_the_own_network_are_told_nothing(String host) {
        assertThat(FeedTransport.inside(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "[2400:3200::1]"})
    void machines_outside_may_be_told(String host) {
        assertThat(FeedTransport.inside(host)).isFalse();
    }
}
