package terrace.catalog.media;

/** Plains, water and sand, each kind drawn from far to near. */
final class Lowlands {

    private Lowlands() {}

    static void grassland(Ground g) {
        g.layer(186, 20, g.land.far, 50).layer(214, 14, g.land.middle, 28).layer(246, 14, g.land.near, 15);
        g.sketch.line("M-10 262Q90 240 150 270T400 300", "#fffa", 7);
        g.layer(296, 8, g.land.front, 10);
        for (int x : new int[] {34, 330}) {
            int y = 262 + g.sketch.between(-8, 8);
            g.sketch
                    .path("M" + x + " " + y + "v-16q20 -26 40 0v16z", "#FFFDF6")
                    .path("M" + x + " " + (y - 16) + "q20 -26 40 0z", "#5E86A8");
        }
        g.sketch.line("M92 292h5M110 299h5M300 294h5M372 300h5", "#fffdf6", 9);
    }

    static void dunes(Ground g) {
        g.sketch.path("M0 190L60 150 110 184 168 138 240 190 300 156 400 186V400H0Z", g.light.seen("#9FB0C0", 50));
        dune(g, 206, g.land.far, 25);
        dune(g, 240, g.land.middle, 18);
        poplars(g);
        dune(g, 286, g.land.near, 10);
    }

    private static void dune(Ground g, int y, String colour, int distance) {
        int crest = g.sketch.between(70, 330);
        String shade = g.light.seen(Tone.mix(colour, "#8A5A2B", 28), distance);
        g.sketch
                .path(
                        "M0 " + (y + 22) + "Q" + crest / 2 + " " + (y + 18) + " " + crest + " " + (y - 22) + "Q"
                                + (crest + 60) + " " + (y + 22) + " 400 " + (y + 6) + "V400H0Z",
                        g.light.seen(colour, distance))
                .path(
                        "M" + crest + " " + (y - 22) + "Q" + (crest + 60) + " " + (y + 22) + " 400 " + (y + 6) + "V"
                                + (y + 34) + "Q" + (crest + 20) + " " + (y + 50) + " " + crest + " " + (y - 22) + "Z",
                        shade);
    }

    static void poplars(Ground g) {
        for (int x : new int[] {22, 48, 70, 344, 372}) {
            int tall = g.sketch.between(52, 84);
            g.sketch
                    .rect(x - 2, 268, 4, 22, 0, "#8a6a3e")
                    .oval(x, 272 - tall / 2, 12, tall / 2, g.light.seen("#E2AE34", 12));
        }
    }

    static void lakes(Ground g) {
        g.layer(178, 20, g.land.far, 48).layer(206, 14, g.land.middle, 35);
        g.sketch.rect(0, 230, 400, 170, 0, g.light.seen(g.land.near, 25));
        g.sketch.line("M20 250h70M250 262h110M60 276h40M310 286h70M10 300h50", "#fff8", 3);
        g.sketch.path("M40 262h62l-12 12h-40z", "#6B4A32").path("M68 260v-34l26 30z", "#FBF3E0");
        g.sketch.line(
                "M318 316q-2 -40 4 -62M332 318q0 -36 10 -56M346 318q4 -30 16 -44M304 318q-2 -26 -10 -40",
                g.light.seen(g.land.front, 8),
                4);
        g.sketch
                .oval(30, 312, 34, 9, g.light.seen(g.land.front, 8))
                .oval(84, 322, 26, 7, g.light.seen(g.land.middle, 8));
    }

    static void paddies(Ground g) {
        g.layer(172, 22, g.land.far, 48).layer(204, 14, g.land.middle, 32);
        g.sketch.rect(0, 232, 400, 168, 0, g.light.seen(g.land.front, 14));
        String water = g.light.seen("#BBDCDD", 15);
        g.sketch
                .path("M0 240H120L84 268H0ZM138 240H262L286 268H104ZM0 276H74L30 318H0Z", water)
                .path("M280 240H400V268H308ZM312 276H400V318H356Z", g.light.seen(g.land.near, 8))
                .path("M96 276H304L346 330H54Z", g.light.seen("#9CC060", 8));
        for (int x : new int[] {18, 346}) {
            g.sketch.rect(x, 212, 34, 24, 0, "#FBF7EC").path("M" + (x - 7) + " 214l10 -14h28l10 14z", "#4F5A5E");
        }
        g.trees(234, "#4F7F4E", 6);
    }

    static void furrows(Ground g, String dark) {
        g.layer(190, 8, g.land.far, 48);
        g.trees(204, Tone.mix(g.land.middle, "#2F5A3A", 50), 9);
        g.sketch.rect(0, 214, 400, 186, 0, g.light.seen(g.land.middle, 22));
        int vanish = g.sketch.between(150, 250);
        StringBuilder rows = new StringBuilder();
        for (int x = -420; x < 820; x += 124) {
            rows.append("M")
                    .append(vanish)
                    .append(" 214L")
                    .append(x)
                    .append(" 400H")
                    .append(x + 58)
                    .append("Z");
        }
        g.sketch.rect(0, 226, 400, 174, 0, g.light.seen(g.land.near, 16)).path(rows.toString(), g.light.seen(dark, 30));
    }

    static void sea(Ground g) {
        g.layer(190, 12, g.land.far, 48);
        g.sketch
                .rect(0, 212, 400, 188, 0, g.light.seen(g.land.middle, 30))
                .rect(0, 246, 400, 154, 0, g.light.seen(g.land.near, 16));
        g.sketch.line("M14 232h46M300 238h70M30 264h60M250 256h50M320 276h60", "#fff9", 3);
        g.sketch.path("M300 222h56l-10 10h-36zM326 218v-44l26 40z", "#FBF3E0").path("M322 218v-34l-18 30z", "#C9683F");
        g.sketch.path("M0 214Q30 168 66 190Q96 200 112 214Z", g.light.seen("#5E8F6B", 22));
        g.sketch.path("M0 312Q100 284 210 300T400 292V400H0Z", g.light.seen(g.land.front, 10));
    }

    static void island(Ground g) {
        g.layer(192, 14, g.land.far, 40);
        g.sketch
                .rect(0, 214, 400, 186, 0, g.light.seen(g.land.middle, 22))
                .rect(0, 250, 400, 150, 0, g.light.seen(g.land.near, 14));
        g.sketch.line("M120 236h60M226 246h70M90 270h50M260 266h40", "#fff9", 3);
        g.sketch.path("M0 300Q110 280 220 298T400 284V400H0Z", g.light.seen(g.land.front, 8));
        String green = g.light.seen("#3F8A55", 8);
        g.sketch.keep("q").line("M0 0Q-10 -64 8 -122", "#8A6A45", 7);
        g.sketch
                .path(
                        "M8 -122q-30 -30 -56 6q30 -12 56 -6q-34 2 -40 42q20 -30 40 -42q-4 -40 -34 -34q26 8 34 34q22 "
                                + "-36 46 -16"
                                + "q-26 -2 -46 16q40 -6 52 26q-24 -22 -52 -26q24 14 18 48q-10 -32 -18 -48z",
                        green)
                .kept();
        g.sketch
                .again("q", 42, 302, -4, g.sketch.between(94, 112))
                .again("q", 362, 298, -14, g.sketch.between(84, 104));
    }
}
