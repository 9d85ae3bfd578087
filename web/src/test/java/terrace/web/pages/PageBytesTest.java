package terrace.web.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What a browser unpacks, which checks the checksum, is what was rendered, its holes filled. */
class PageBytesTest {
    private static final List<Hole> HOLES = List.of(Hole.values());
    private static final int PAGES = 200;
    private static final int CHARACTERS_MAX = 70_000;
    private static final int FILLING_MAX = 3_000;

    private final Random random = new Random(20261122);

    @Test
    void a_page_is_put_together_from_parts_that_were_compressed_before() throws IOException {
        int packed = 0;
        for (int number = 0; number < PAGES; number++) {
            Map<Hole, String> fillings = new EnumMap<>(Hole.class);
            HOLES.forEach(hole -> fillings.put(hole, text(FILLING_MAX)));
            StringBuilder html = new StringBuilder();
            StringBuilder filled = new StringBuilder();
            for (int part = random.nextInt(6); part > 0; part--) {
                String text = text(CHARACTERS_MAX);
                Hole hole = HOLES.get(random.nextInt(HOLES.size()));
                html.append(text).append(PageBytes.mark(hole));
                filled.append(text).append(fillings.get(hole));
            }
            String end = text(CHARACTERS_MAX);
            PageBytes page = PageBytes.of(html.append(end).toString());
            byte[] expected = filled.append(end).toString().getBytes(UTF_8);
            assertThat(page.plain(fillings)).isEqualTo(expected);
            if (page.compressed()) {
                packed++;
                assertThat(unpacked(page.gzip(fillings))).isEqualTo(expected);
            }
            assertThat(page.size()).isLessThanOrEqualTo(expected.length);
        }
        assertThat(packed).isBetween(PAGES / 2, PAGES - 1);
    }

    @Test
    void a_few_lines_are_kept_as_they_are() {
        PageBytes lines = PageBytes.of("<li>红米</li>" + PageBytes.mark(Hole.BASKET));
        assertThat(lines.compressed()).isFalse();
        assertThat(lines.plain(Map.of(Hole.BASKET, "3"))).isEqualTo("<li>红米</li>3".getBytes(UTF_8));
        assertThatIllegalStateException().isThrownBy(() -> lines.gzip(Map.of(Hole.BASKET, "3")));
        assertThat(PageBytes.of("米".repeat(400)).compressed()).as("1,200 bytes").isTrue();
    }

    @Test
    void a_page_is_kept_as_small_as_it_is_sent() {
        PageBytes page = PageBytes.of("<li>哈尼梯田红米</li>".repeat(2_000));
        assertThat(page.kept()).isLessThan(page.size() / 20);
    }

    /** Often nothing, or little. */
    private String text(int most) {
        int length = random.nextBoolean() ? random.nextInt(most) : random.nextInt(3);
        return random.ints(length, 0, 6)
                .mapToObj(one -> "<米 /a\n".substring(one, one + 1))
                .collect(Collectors.joining());
    }

    private static byte[] unpacked(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }
}
