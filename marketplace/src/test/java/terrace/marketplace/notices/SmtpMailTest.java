package terrace.marketplace.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;

/** Against a mail server of twenty lines. */
@MicronautTest(transactional = false)
class SmtpMailTest {

    @Inject
    Clock clock;

    @Test
    void a_letter_is_handed_to_the_server() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var heard = new ArrayList<String>();
            var talk = Thread.ofVirtual().start(() -> listen(server, heard));
            mail("smtp://127.0.0.1:" + server.getLocalPort())
                    .send(new Mail("li@example.com", "您的订单", "hello", "https://terrace.example/unsubscribe/x"));
            talk.join();
            assertThat(heard)
                    .contains("MAIL FROM:<terrace@example.com>", "RCPT TO:<li@example.com>", "hello")
                    .contains("List-Unsubscribe: <https://terrace.example/unsubscribe/x>")
                    .anyMatch(line -> line.startsWith("Subject: =?UTF-8?"));
        }
    }

    @Test
    void a_password_is_not_sent_to_a_server_without_tls() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var heard = new ArrayList<String>();
            var talk = Thread.ofVirtual().start(() -> listen(server, heard));
            var mail = mail("smtp://user:secret@127.0.0.1:" + server.getLocalPort());
            assertThatThrownBy(() -> mail.send(new Mail("li@example.com", "subject", "text")))
                    .hasMessageNotContaining("secret")
                    .hasMessageNotContaining("li@example.com");
            talk.join();
            assertThat(heard).noneMatch(line -> line.startsWith("AUTH"));
        }
    }

    @Test
    void an_address_that_is_none_is_refused() {
        assertThatThrownBy(() -> mail("http://example.com")).hasMessageContaining("SMTP_URL");
    }

    private SmtpMail mail(String server) {
        return new SmtpMail(URI.create(server), "terrace@example.com", clock);
    }

    private static void listen(ServerSocket server, List<String> heard) {
        try (var socket = server.accept();
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            var out = socket.getOutputStream();
            out.write("220 hello\r\n".getBytes(StandardCharsets.UTF_8));
            boolean text = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                if (line.equals("DATA")) {
                    text = true;
                    out.write("354 go on\r\n".getBytes(StandardCharsets.UTF_8));
                } else if (!text || line.equals(".")) {
                    text = false;
                    out.write("250 fine\r\n".getBytes(StandardCharsets.UTF_8));
                }
                if (line.equals("QUIT")) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
