package terrace.marketplace.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import terrace.marketplace.files.SafeFile.Reason;
import terrace.marketplace.papers.Samples;

class SafeFilesTest {

    private static final int LIMIT = 8 * 1024 * 1024;

    private final SafeFiles files = new SafeFiles(new PhotoDesk());

    @Test
    void photos_are_drawn_anew_and_documents_kept() {
        for (var format : new String[] {"jpeg", "png"}) {
            var safe = safe(Samples.photo(format, 300, 200));
            assertThat(safe.mediaType()).isEqualTo("image/jpeg");
        }
        var document = Samples.pdf("");
        assertThat(safe(document).bytes()).isEqualTo(document);
        assertThat(safe(document).mediaType()).isEqualTo("application/pdf");
    }

    @Test
    void where_a_photo_was_taken_is_forgotten() {
        var photo = Samples.held(1, 300, 200);
        assertThat(text(photo)).contains("102.42");
        assertThat(text(safe(photo).bytes())).doesNotContain("102.42").doesNotContain("Exif");
    }

    @Test
    void a_photo_stands_upright_however_the_camera_was_held() throws IOException {
        var upside = ImageIO.read(
                new ByteArrayInputStream(safe(Samples.held(3, 300, 200)).bytes()));
        assertThat(reddish(upside.getRGB(290, 100))).isTrue();
        assertThat(reddish(upside.getRGB(10, 100))).isFalse();
        var right = ImageIO.read(
                new ByteArrayInputStream(safe(Samples.held(6, 300, 200)).bytes()));
        assertThat(right.getWidth()).isEqualTo(200);
        assertThat(reddish(right.getRGB(100, 10))).isTrue();
        assertThat(reddish(right.getRGB(100, 290))).isFalse();
        var left = ImageIO.read(
                new ByteArrayInputStream(safe(Samples.held(8, 300, 200)).bytes()));
        assertThat(reddish(left.getRGB(100, 290))).isTrue();
    }

    @Test
    void a_large_photo_is_made_smaller() throws IOException {
        var stored = ImageIO.read(new ByteArrayInputStream(
                safe(Samples.photo("jpeg", 6_000, 3_000)).bytes()));
        assertThat(stored.getWidth()).isEqualTo(2_400);
        assertThat(stored.getHeight()).isEqualTo(1_200);
    }

    @Test
    void more_pixels_than_fit_are_refused_by_what_the_header_says() {
        assertThat(reason(Samples.boast(50_000, 50_000))).isEqualTo(Reason.TOO_MANY_PIXELS);
        assertThat(reason(Samples.boast(12_001, 10))).isEqualTo(Reason.TOO_MANY_PIXELS);
        assertThat(reason(Samples.boast(8_000, 8_000))).isEqualTo(Reason.TOO_MANY_PIXELS);
    }

    @Test
    void nothing_too_much_or_something_else_is_refused() {
        assertThat(reason(new byte[0])).isEqualTo(Reason.EMPTY);
        assertThat(reason(new byte[LIMIT + 1])).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(bytes("<svg onload=alert(1)>"))).isEqualTo(Reason.UNKNOWN_TYPE);
        assertThat(reason(bytes("GIF89a..."))).isEqualTo(Reason.UNKNOWN_TYPE);
        assertThat(reason(bytes("PK\u0003\u0004"))).isEqualTo(Reason.UNKNOWN_TYPE);
        assertThat(reason(bytes("\u00ff\u00d8"))).isEqualTo(Reason.UNKNOWN_TYPE);
    }

    @Test
    void what_is_torn_is_refused_wherever_it_was_torn() {
        for (var whole : new byte[][] {
            Samples.photo("jpeg", 300, 200), Samples.held(6, 300, 200), Samples.photo("png", 300, 200), Samples.pdf("")
        }) {
            for (double share : new double[] {0.2, 0.5, 0.8, 0.98}) {
                var torn = Arrays.copyOf(whole, (int) (whole.length * share));
                assertThat(reason(torn)).as("%s of it", share).isEqualTo(Reason.TORN);
            }
        }
        assertThat(reason(Samples.boast(100, 100)))
                .as("a picture without a picture")
                .isEqualTo(Reason.TORN);
    }

    @Test
    void what_is_two_things_at_once_is_refused() {
        var photo = Samples.photo("jpeg", 30, 20);
        var archive = new byte[22];
        System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, archive, 0, 4);
        assertThat(reason(Samples.joined(photo, archive))).isEqualTo(Reason.MIXED);
        assertThat(reason(Samples.joined(Samples.pdf(""), archive))).isEqualTo(Reason.MIXED);
        assertThat(reason(Samples.joined(photo, bytes("<script>alert(1)</script>"))))
                .isEqualTo(Reason.MIXED);
        assertThat(reason(bytes("%PDF-1.4 <html><script>alert(1)</script> %%EOF")))
                .isEqualTo(Reason.MIXED);
        assertThat(reason(Samples.joined(bytes("\u00ff\u00d8\u00ff\u00fe\u0000\u0010%PDF-1.4"), photo)))
                .isEqualTo(Reason.MIXED);
    }

    @Test
    void where_a_photo_is_wanted_a_document_is_none() {
        assertThat(files.photo(Samples.pdf(""), LIMIT)).isEqualTo(new SafeFile.Unsafe(Reason.UNKNOWN_TYPE));
        assertThat(files.photo(Samples.photo("png", 300, 200), LIMIT))
                .matches(file -> file instanceof SafeFile.Safe safe && safe.width() == 300 && safe.height() == 200);
    }

    @Test
    void a_square_is_cut_from_its_place_in_every_size() throws IOException {
        var squares = files.squares(Samples.photo("jpeg", 1_000, 500), 500, 0, 500, List.of(960, 480, 160));
        assertThat(squares).hasSize(3);
        for (int each = 0; each < 3; each++) {
            var square = ImageIO.read(new ByteArrayInputStream(squares.get(each)));
            assertThat(square.getWidth()).isEqualTo(List.of(960, 480, 160).get(each));
            assertThat(square.getHeight()).isEqualTo(square.getWidth());
            assertThat(reddish(square.getRGB(10, 10))).isFalse();
        }
    }

    @Test
    void a_document_that_does_something_is_refused() {
        assertThat(reason(Samples.pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")))
                .isEqualTo(Reason.ACTIVE);
        assertThat(reason(Samples.pdf("/Open#41ction 3 0 R"))).isEqualTo(Reason.ACTIVE);
        assertThat(reason(Samples.pdf("/EmbeddedFile 3 0 R"))).isEqualTo(Reason.ACTIVE);
    }

    private SafeFile.Safe safe(byte[] bytes) {
        return (SafeFile.Safe) files.safe(bytes, LIMIT);
    }

    private Reason reason(byte[] bytes) {
        return ((SafeFile.Unsafe) files.safe(bytes, LIMIT)).reason();
    }

    private static boolean reddish(int rgb) {
        return new Color(rgb).getRed() > 128;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
