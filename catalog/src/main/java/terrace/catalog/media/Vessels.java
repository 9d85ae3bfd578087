package terrace.catalog.media;

/** What goods stand in: bowls, sacks, baskets, jars, trays, and heaps of small things. */
final class Vessels {

    private Vessels() {}

    /** A bowl, its heap drawn between the far and the near rim. */
    static void bowl(Sketch s, String body, Runnable heap) {
        s.shadow(200, 348, 110).oval(200, 226, 116, 30, Tone.mix(body, "#000000", 35));
        heap.run();
        s.rect(150, 334, 100, 15, 6, Tone.mix(body, "#000000", 30));
        s.vessel("M84 226A116 30 0 0 0 316 226C312 298 264 340 238 340H162C136 340 88 298 84 226Z", body);
        s.line("M85 233A116 30 0 0 0 315 233", "#fff7", 4);
    }

    /** The outline of a heap that stands in a bowl or a sack. */
    private static final String HEAP = "M92 230Q126 132 200 124Q274 132 308 230Q200 266 92 230Z";

    /** Small grains heaped up, in three tones. */
    static void grains(Sketch s, String ground, String dark, String pale, int size) {
        s.raw("<pattern id='gr' width='34' height='26' patternUnits='userSpaceOnUse'>");
        s.line("M4 5l5 3M20 3l3 4M12 15l6 -2M28 16l4 3M6 22l4 -4M20 23l5 1", dark, size);
        s.line("M12 4l4 3M27 7l4 -3M3 14l4 2M20 14l4 4M13 21l3 3M29 24l4 -2", pale, size);
        s.raw("</pattern>").path(HEAP, ground).path(HEAP, "url(#gr)").path(HEAP, "url(#ls)");
    }

    /** Beans or berries heaped up in a bowl: rims, bodies, every third of another tone, and a gleam on each. */
    static void heap(Sketch s, int width, int length, String rim, String body, String other) {
        StringBuilder rows = new StringBuilder();
        int[] half = {30, 56, 74, 88, 96};
        for (int row = 0; row < half.length; row++) {
            int quarter = half[row] / 2;
            rows.append("M")
                    .append(200 - half[row])
                    .append(' ')
                    .append(150 + row * 20)
                    .append("q")
                    .append(quarter / 2)
                    .append(" -")
                    .append(width / 3)
                    .append(' ')
                    .append(quarter)
                    .append(" 0t")
                    .append(quarter)
                    .append(" 0 ")
                    .append(quarter)
                    .append(" 0 ")
                    .append(quarter)
                    .append(" 0");
        }
        int gap = width - 1;
        s.path(HEAP, rim).raw("<defs><path id='hp' d='" + rows + "'/></defs>");
        s.beads("#hp", rim, width + 4, length + " " + gap).beads("#hp", body, width, length + " " + gap);
        s.beads("#hp", other, width, length + " " + (gap * 3 + length * 2));
        s.beads("#hp", "#fff6", Math.max(2, width / 6), length + " " + gap);
    }

    /** An open sack with room for a heap in its mouth. */
    static void sack(Sketch s, String cloth, Runnable heap) {
        s.shadow(200, 346, 108);
        heap.run();
        s.vessel("M108 214Q200 246 292 214C306 262 304 312 290 340Q200 356 110 340C96 312 94 262 108 214Z", cloth);
        s.solid(
                "M98 206Q200 238 302 206Q310 224 298 232Q200 262 102 232Q90 224 98 206Z",
                Tone.mix(cloth, "#ffffff", 28));
    }

    static void basket(Sketch s, Runnable content) {
        s.shadow(200, 347, 116);
        content.run();
        s.vessel("M82 238H318L298 332Q296 346 280 346H120Q104 346 102 332Z", "#B98348");
        String weave = "M98 262H304M118 280H300M106 298H296M124 316H290M112 334H288";
        s.beads(weave, "#7E5124", 6, "16 18").beads(weave, "#E0B577", 2, "8 26");
        s.rect(74, 228, 252, 20, 10, "#A26F38").line("M84 234H316", "#E3BC83", 3);
    }

    static void jar(Sketch s, String content, String lid) {
        s.shadow(200, 347, 88);
        s.vessel("M132 178Q112 190 112 214V318Q112 346 140 346H260Q288 346 288 318V214Q288 190 268 178Z", content);
        s.line("M130 222V306", "#fff8", 8);
        s.vessel("M128 138H272V170Q272 182 260 182H140Q128 182 128 170Z", lid);
        s.line("M136 170H264", "#0002", 4);
    }

    static void bottle(Sketch s, String content, String cap) {
        s.shadow(200, 347, 64);
        s.vessel(
                "M176 138H224V176C226 196 258 206 258 242V326Q258 347 238 347H162Q142 347 142 326V242C142 206 "
                        + "174 196 "
                        + "176 176Z",
                content);
        s.vessel("M172 104H228V140H172Z", cap);
        s.line("M158 246V318", "#fff7", 6);
    }

    /** A paper label without words. */
    static void label(Sketch s, int x, int y, int width, int height) {
        s.rect(x - width / 2, y - height / 2, width, height, 6, "#FFF8E6");
        s.line("M" + (x - width / 2 + 14) + " " + (y + height / 2 - 12) + "h" + (width - 28), "#C9B78C", 4);
    }

    static void board(Sketch s) {
        s.shadow(200, 352, 140).rect(58, 322, 284, 26, 12, "#8C5F35").rect(58, 316, 284, 22, 11, "#C08A52");
        s.line("M84 326H190M220 329H310", "#A06E3B", 2);
    }

    /** A shallow round tray of bamboo. */
    static void tray(Sketch s) {
        s.shadow(200, 346, 140).oval(200, 312, 140, 38, "#A9763C").oval(200, 306, 140, 36, "#D9AC68");
        s.oval(200, 308, 122, 28, "#C2904E").line("M96 302Q200 340 304 302", "#DDB574", 2);
    }

    /** An ear of grain, bending from its stalk's foot. */
    static void ear(Sketch s, int x, int y, int degrees, String colour) {
        s.at(x, y, degrees, 100).line("M0 0Q4 -70 26 -118", "#A8923C", 4);
        s.line(
                "M8 -62l-7 -10M14 -82l-7 -10M20 -102l-6 -10M12 -66l11 -6M18 -86l11 -6M24 -106l10 -5M27 -118l2 -8",
                colour,
                10);
        s.end();
    }
}
