package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Role;

/** Files as they come in by the front door. */
class HandingInTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();
    private static final String PAPERS = "/merchant/application/papers";
    private static final Caller MEMBER = Caller.withRole(Role.MEMBER);
    private static final Pattern PAPER = Pattern.compile("src=\"(" + PAPERS + "/[0-9a-f-]{36})\"");

    @BeforeAll
    static void begin() {
        HOUSE.answer(MEMBER.send("/merchant/application", "kind=HOUSEHOLD"));
    }

    @Test
    void a_photo_is_kept_and_shown_to_its_owner_alone() throws IOException {
        assertThat(handIn(MEMBER.csrf(), "photo.jpg", photo()).statusCode()).isEqualTo(303);
        var paper = PAPER.matcher(HOUSE.answer(MEMBER.ask(PAPERS)).body());
        assertThat(paper.find()).isTrue();
        HttpResponse<String> own = HOUSE.answer(MEMBER.ask(paper.group(1)));
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(own.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(HOUSE.answer(Caller.withRole(Role.MERCHANT).ask(paper.group(1)))
                        .statusCode())
                .as("somebody else")
                .isEqualTo(404);
    }

    @Test
    void what_a_file_is_called_leads_nowhere() throws IOException {
        for (String name : new String[] {"../../../etc/passwd", "a%0d%0aSet-Cookie: x=y", "x\\..\\y.php", "照片.jpg"}) {
            HttpResponse<String> answer = handIn(MEMBER.csrf(), name, photo());
            assertThat(answer.statusCode()).as(name).isEqualTo(303);
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("x="));
        }
    }

    @Test
    void what_is_no_photo_is_refused_in_a_sentence() throws IOException {
        HttpResponse<String> answer = handIn(MEMBER.csrf(), "a.jpg", "<script>".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("JPEG", "err-sum");
    }

    @Test
    void a_file_comes_with_this_readers_own_token_or_not_at_all() throws IOException {
        assertThat(handIn("", "a.jpg", photo()).statusCode()).isEqualTo(403);
        assertThat(handIn(Caller.withRole(Role.MEMBER).csrf(), "a.jpg", photo()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void more_than_fits_is_refused_in_words_and_only_papers_may_be_large() throws IOException {
        HttpResponse<String> huge = handIn(MEMBER.csrf(), "a.jpg", new byte[11 * 1024 * 1024]);
        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(huge.body()).contains("10 MB");
        HttpResponse<String> large = handIn(MEMBER.csrf(), "a.jpg", new byte[9 * 1024 * 1024]);
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(large.body()).contains("8 MB");
        HttpRequest.Builder elsewhere = MEMBER.ask("/cart/lines")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(new byte[2_000_000]));
        assertThat(HOUSE.answer(elsewhere).statusCode()).isEqualTo(413);
        HttpRequest.Builder unlike = MEMBER.ask(PAPERS)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofByteArray(new byte[2_000_000]));
        assertThat(HOUSE.answer(unlike).statusCode()).isEqualTo(413);
    }

    private static HttpResponse<String> handIn(String csrf, String name, byte[] file) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(part("csrf", csrf));
        body.writeBytes(part("kind", "OTHER"));
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return HOUSE.answer(MEMBER.ask(PAPERS)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] part(String name, String text) {
        return ("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }
}
