package terrace.catalog.media;

import jakarta.inject.Singleton;
import java.util.Random;

/** Draws the pictures of goods: decorative, the same every time, nothing in them that a page must rely on. */
@Singleton
public class Pictures {

    /** Variants repeat after this many: three hours of the day, two arrangements, two lines of hills. */
    public static final int VARIANTS = 12;

    Pictures() {}

    /** A square picture of the goods before their province; goods without a motif of their own get a basket. */
    public String svg(String motif, String provinceCode, int variant) {
        int turn = Math.floorMod(variant, VARIANTS);
        Light light = Light.of(turn);
        Sketch sketch = new Sketch(400, 400, chance(motif + provinceCode, turn / 6)).light();
        Landscape.draw(sketch, Land.of(provinceCode), light);
        sketch.oval(200, 232, 176, 150, "url(#lh)");
        sketch.rect(0, 318, 400, 82, 0, light.wood).rect(0, 318, 400, 5, 0, "#fff5");
        sketch.line("M-8 350H150M210 344H420M60 376H420M-8 390H60", "#5b3a1a2e", 2);
        boolean mirrored = turn / 3 % 2 == 1;
        sketch.raw(mirrored ? "<g transform='matrix(-1 0 0 1 400 6)'>" : "<g transform='translate(0 6)'>");
        Motif.byCode(motif).orElse(Motif.VEGETABLES).draw(sketch);
        return sketch.end().done();
    }

    /** A wide picture of a province's country, 960 by 600. */
    public String hero(String provinceCode) {
        Sketch sketch = new Sketch(960, 600, chance(provinceCode, 0));
        sketch.raw("<g transform='translate(0 -180)scale(2.4)'>");
        Landscape.draw(sketch, Land.of(provinceCode), Light.DAWN);
        return sketch.end().done();
    }

    private static Random chance(String words, int round) {
        return new Random(words.hashCode() * 31L + round);
    }
}
