package terrace.catalog.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PicturesTest {

    private static final int PICTURE_BYTES_MAX = 4096;
    private static final List<String> PROVINCES = List.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82");

    private final Pictures pictures = new Pictures();

    @Test
    void every_picture_is_small_well_formed_and_free_of_script() throws Exception {
        DocumentBuilder xml = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
        for (Motif motif : Motif.values()) {
            for (int i = 0; i < PROVINCES.size(); i++) {
                String svg = pictures.svg(motif.code(), PROVINCES.get(i), i);
                assertThat(svg.getBytes(StandardCharsets.UTF_8).length)
                        .as("%s in %s", motif.code(), PROVINCES.get(i))
                        .isLessThanOrEqualTo(PICTURE_BYTES_MAX);
                onlyDraws(xml.parse(new InputSource(new StringReader(svg))).getElementsByTagName("*"));
            }
        }
    }

    @Test
    void no_variant_in_any_country_outgrows_its_bytes() {
        Map<Land, String> oneProvinceEach = new EnumMap<>(Land.class);
        PROVINCES.forEach(province -> oneProvinceEach.put(Land.of(province), province));
        assertThat(oneProvinceEach).hasSameSizeAs(Land.values());
        for (Motif motif : Motif.values()) {
            for (String province : oneProvinceEach.values()) {
                for (int variant = 0; variant < Pictures.VARIANTS; variant++) {
                    assertThat(pictures.svg(motif.code(), province, variant).length())
                            .isLessThanOrEqualTo(PICTURE_BYTES_MAX);
                }
            }
        }
    }

    @Test
    void a_picture_is_the_same_every_time_and_differs_by_variant_motif_and_province() {
        assertThat(pictures.svg("orange", "36", 4)).isEqualTo(new Pictures().svg("orange", "36", 4));
        assertThat(pictures.svg("orange", "36", 4)).isEqualTo(pictures.svg("orange", "36", 4 + Pictures.VARIANTS));
        Set<String> seen = new HashSet<>();
        for (int variant = 0; variant < Pictures.VARIANTS; variant++) {
            seen.add(pictures.svg("orange", "36", variant));
        }
        seen.add(pictures.svg("tea", "36", 0));
        seen.add(pictures.svg("orange", "53", 0));
        assertThat(seen).hasSize(Pictures.VARIANTS + 2);
    }

    @Test
    void goods_without_a_motif_get_a_full_basket() {
        assertThat(pictures.svg("no-such-thing", "53", 0)).contains("<path");
        assertThat(Motif.byCode("no-such-thing")).isEmpty();
    }

    @Test
    void every_province_has_a_hero_of_its_own() throws Exception {
        DocumentBuilder xml = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
        Set<String> heroes = new HashSet<>();
        for (String province : PROVINCES) {
            String hero = pictures.hero(province);
            onlyDraws(xml.parse(new InputSource(new StringReader(hero))).getElementsByTagName("*"));
            heroes.add(hero);
        }
        assertThat(heroes).hasSize(PROVINCES.size());
    }

    private static void onlyDraws(NodeList elements) {
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            assertThat(element.getTagName())
                    .isIn(
                            "svg",
                            "g",
                            "defs",
                            "path",
                            "rect",
                            "circle",
                            "ellipse",
                            "use",
                            "pattern",
                            "stop",
                            "linearGradient",
                            "radialGradient");
            assertThat(element.hasAttribute("style")).isFalse();
        }
    }
}
