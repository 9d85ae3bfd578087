package terrace.catalog.media;

/** Hill country, each kind drawn from far to near. */
final class Highlands {

    private Highlands() {}

    static void terraces(Ground g) {
        g.layer(160, 22, g.land.far, 45).layer(186, 18, g.land.middle, 35);
        int lean = g.sketch.between(8, 22);
        String water = Tone.mix(g.light.high, "#ffffff", 40);
        for (int step = 0; step < 9; step++) {
            int y = 204 + step * 18;
            int sway = 26 - step * 2;
            String field =
                    step % 4 == 2 ? water : g.light.seen(step % 2 == 0 ? g.land.near : g.land.front, 30 - step * 2);
            g.sketch.raw("<path d='M-4 " + (y - lean) + "C90 " + (y + sway) + " 150 " + (y - sway) + " 215 " + y
                    + "S340 " + (y + sway) + " 404 " + (y - lean) + "V404H-4Z' fill='" + field + "' stroke='#fff5'/>");
        }
    }

    static void karst(Ground g) {
        g.peaks(118, 60, g.land.far, 55);
        g.peaks(165, 52, g.land.middle, 32);
        g.layer(262, 8, g.land.near, 22).layer(292, 6, g.land.front, 12);
        g.sketch.path("M0 288Q120 276 230 290T400 284V304Q300 312 200 304T0 310Z", g.light.seen("#A9D3DA", 25));
    }

    static void loess(Ground g) {
        g.layer(160, 16, g.land.far, 40).layer(196, 20, g.land.middle, 25);
        gullies(g, 214);
        g.layer(240, 18, g.land.near, 18);
        gullies(g, 262);
        g.layer(292, 10, g.land.front, 12);
        g.trees(292, "#7F8F45", 5);
    }

    private static void gullies(Ground g, int y) {
        StringBuilder d = new StringBuilder();
        for (int x = g.sketch.between(6, 26); x < 400; x += g.sketch.between(34, 60)) {
            d.append("M")
                    .append(x)
                    .append(' ')
                    .append(y + g.sketch.between(-4, 10))
                    .append("q-3 14 4 ")
                    .append(g.sketch.between(22, 44));
        }
        g.sketch.line(d.toString(), "#7a4f2433", 3);
    }

    static void snow(Ground g) {
        range(g, 96, g.land.far, 40);
        range(g, 146, g.land.middle, 22);
        g.layer(226, 12, g.land.near, 25);
        g.trees(236, "#3F6B55", 9);
        g.layer(262, 10, g.land.front, 14);
        g.sketch.path("M0 292Q140 276 270 292T400 288V306Q260 316 140 306T0 312Z", g.light.seen("#9CCBE0", 20));
    }

    private static void range(Ground g, int top, String colour, int distance) {
        StringBuilder rock = new StringBuilder("M0 400V" + (top + 70));
        StringBuilder caps = new StringBuilder();
        for (int x = g.sketch.between(10, 50); x < 420; x += 92) {
            int y = top + g.sketch.between(-24, 26);
            rock.append("L")
                    .append(x)
                    .append(' ')
                    .append(y)
                    .append("L")
                    .append(x + 46)
                    .append(' ')
                    .append(top + 74);
            caps.append("M").append(x).append(' ').append(y).append("l-20 31 11 -6 8 11 9 -12 13 7z");
        }
        g.sketch
                .path(rock.append("V400Z").toString(), g.light.seen(colour, distance))
                .path(caps.toString(), "#fffe");
    }

    static void teaHills(Ground g) {
        g.layer(166, 24, g.land.far, 48).layer(204, 20, g.land.middle, 30);
        for (int i = 0; i < 6; i++) {
            int y = 226 + i * 20;
            String row = "M0 " + (y + 14) + "Q110 " + (y - 30) + " 220 " + (y + 6) + "T400 " + (y - 8);
            g.sketch.path(row + "V400H0Z", g.light.seen(i % 2 == 0 ? g.land.near : g.land.front, 26 - i * 3));
        }
    }

    static void gorge(Ground g) {
        g.peaks(130, 84, g.land.far, 50);
        g.sketch
                .path("M0 96Q60 110 84 180T150 262L120 400H0Z", g.light.seen(g.land.middle, 28))
                .path("M400 84Q330 116 316 190T250 262L280 400H400Z", g.light.seen(g.land.near, 24))
                .path(
                        "M0 190Q50 206 70 262L90 400H0ZM400 176Q352 206 336 262L320 400H400Z",
                        g.light.seen(g.land.near, 8));
        g.sketch.path("M150 258H250Q300 330 400 344V400H0V344Q100 330 150 258Z", g.light.seen(g.land.front, 22));
        g.sketch.line("M170 282h46M140 304h50M226 298h50", "#fff9", 3);
    }

    static void wall(Ground g) {
        g.layer(170, 22, g.land.far, 48);
        String crest = g.skyline(212, 20);
        g.sketch.path(crest + "V400H0Z", g.light.seen(g.land.middle, 30));
        g.sketch.raw("<path d='" + crest + "' fill='none' stroke='" + g.light.seen("#B79C76", 14)
                + "' stroke-width='12'/><path d='" + crest + "' fill='none' stroke='" + g.light.seen("#B79C76", 14)
                + "' stroke-width='18' stroke-dasharray='5 6'/>");
        g.sketch.rect(26, 176, 34, 40, 2, g.light.seen("#A98C65", 10)).rect(36, 186, 12, 12, 5, "#6b5237");
        g.layer(254, 14, g.land.near, 16);
        g.trees(264, "#5F8A4B", 7);
        g.layer(298, 8, g.land.front, 12);
    }
}
