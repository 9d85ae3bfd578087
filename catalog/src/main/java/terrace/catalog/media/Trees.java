package terrace.catalog.media;

/** Nuts, berries, tea and coffee: what is picked from trees and shrubs and keeps. */
final class Trees {

    private Trees() {}

    static void walnut(Sketch s) {
        s.shadow(200, 346, 132);
        s.keep("p").ball(0, 0, 78, 82, "#C2935A");
        s.line(
                "M0 -80Q14 0 0 80M-20 -72Q-50 -40 -34 -8T-44 52M-50 -50Q-66 -14 -56 26M22 -72Q50 -44 34 -8T46 "
                        + "50M52 -48Q68 "
                        + "-10 56 28M-14 -30q-12 14 0 26M14 8q14 12 2 30",
                "#8C6032",
                5);
        s.kept().again("p", 236, 196, 8, 100).again("p", 130, 262, -14, 98);
        s.at(272, 276, 0, 90).oval(0, 0, 84, 76, "#8C6032").oval(0, 0, 72, 64, "#E3BE86");
        s.path(
                "M-4 -52C-40 -60 -62 -26 -54 0C-64 26 -36 56 -4 50ZM4 -52C40 -60 62 -26 54 0C64 26 36 56 4 50Z",
                "#B57F43");
        s.line(
                        "M-20 -36Q-44 -20 -26 0T-24 38M22 -36Q44 -18 28 2T24 38M-40 -8q10 8 2 18M42 -6q-10 8 -2 18",
                        "#F0D3A0",
                        6)
                .end();
    }

    static void chestnut(Sketch s) {
        s.shadow(200, 346, 132);
        s.raw("<circle cx='200' cy='222' r='92' stroke='#8FA04A' stroke-width='56' stroke-linecap='butt' "
                + "stroke-dasharray='4 7'/>");
        s.ball(200, 222, 94, 84, "#A3AE55").oval(200, 228, 76, 62, "#EBD9A8");
        s.keep("p")
                .solid(
                        "M0 -70C-20 -46 -64 -40 -62 6C-60 40 -30 54 0 54C30 54 60 40 62 6C64 -40 20 -46 0 -70Z",
                        "#7C3A1C");
        s.path("M-52 34Q0 6 52 34Q34 54 0 54Q-34 54 -52 34Z", "#D2A873").kept();
        s.again("p", 166, 220, -10, 80)
                .again("p", 236, 222, 10, 80)
                .again("p", 130, 288, -16, 92)
                .again("p", 262, 290, 14, 94)
                .again("p", 196, 300, 0, 88);
    }

    static void tea(Sketch s) {
        s.shadow(178, 347, 84);
        s.vessel("M106 150H250V334Q250 346 238 346H118Q106 346 106 334Z", "#2F6B4B");
        s.vessel("M100 112Q100 104 110 104H246Q256 104 256 112V156H100Z", "#3E8560");
        s.oval(178, 252, 50, 50, "#FBF3DC")
                .leaf(178, 292, 66, -90, "#5A9A4C")
                .leaf(178, 284, 48, -140, "#79B25A")
                .leaf(178, 284, 48, -40, "#79B25A");
        s.shadow(292, 346, 54)
                .vessel("M244 290H340Q338 342 306 344H278Q246 342 244 290Z", "#F6F3EA")
                .oval(292, 290, 48, 13, "#E3DFD0")
                .oval(292, 291, 41, 10, "#B9B13C");
        s.line("M280 272q-8 -12 2 -22t0 -22M304 272q-8 -12 2 -22t0 -22", "#fffb", 5);
        s.leaf(60, 344, 60, -28, "#4F8C42").leaf(62, 346, 44, -80, "#6FA552");
    }

    static void coffee(Sketch s) {
        s.keep("p")
                .ball(0, 0, 44, 29, "#6B3F22")
                .line("M-40 2Q-14 -14 0 0T40 -2", "#2E190D", 6)
                .kept();
        Vessels.sack(s, "#C79C66", () -> {
            s.path("M102 220Q130 138 200 130Q270 138 298 220Q200 262 102 220Z", "#3F2415");
            for (int[] at : new int[][] {
                {176, 152, 20},
                {226, 154, -24},
                {144, 182, -30},
                {200, 178, 10},
                {258, 184, 34},
                {124, 214, 16},
                {178, 210, -16},
                {232, 212, 20},
                {284, 216, -18}
            }) {
                s.again("p", at[0], at[1], at[2], 72);
            }
        });
        s.line("M116 284Q200 304 284 284M116 312Q200 330 284 312", "#a4783f66", 3);
        s.again("p", 118, 320, -24, 100).again("p", 286, 322, 20, 100).again("p", 200, 308, 4, 100);
    }

    static void goji(Sketch s) {
        Vessels.bowl(s, "#F1EBDD", () -> {
            Vessels.heap(s, 17, 13, "#8F1D14", "#DF3B26", "#C92D1E");
        });
        s.line("M60 340Q70 280 118 258", "#7E8B46", 4)
                .leaf(66, 310, 52, -150, "#6FA552")
                .leaf(84, 280, 54, -60, "#5A9448");
        s.line("M96 292v12M112 282v12M78 322v10", "#DF3B26", 15);
    }

    static void seaBuckthorn(Sketch s) {
        s.at(-46, 0, 0, 100);
        Vessels.bottle(s, "#F39A1E", "#F7F2E2");
        Vessels.label(s, 200, 282, 100, 66);
        s.oval(188, 276, 13, 13, "#F39A1E")
                .oval(212, 276, 13, 13, "#E27F12")
                .leaf(200, 266, 34, -60, "#5A9448")
                .end();
        s.line("M240 344Q300 290 318 178", "#7A5A35", 7);
        s.leaf(316, 200, 74, -70, "#8FA98A").leaf(312, 226, 74, -20, "#7E9C78");
        s.keep("p").ball(0, 0, 16, 16, "#F28A17").kept();
        for (int[] at : new int[][] {
            {304, 204}, {330, 212}, {292, 232}, {320, 244}, {280, 260}, {308, 274}, {264, 288}, {292, 304}
        }) {
            s.again("p", at[0], at[1], 0, 100);
        }
    }

    static void peppercorn(Sketch s) {
        Vessels.bowl(s, "#3E5C55", () -> {
            Vessels.heap(s, 20, 1, "#5E1712", "#B0392B", "#8F2A20");
            s.line("M170 176h.1M220 160h.1M246 200h.1M140 214h.1M196 220h.1M268 226h.1M210 190h.1", "#2a1512", 8);
        });
        s.line("M330 344Q320 280 288 250", "#6E7A3E", 4)
                .leaf(326, 306, 50, -20, "#5A9448")
                .leaf(312, 276, 50, -70, "#6FA552");
        s.line("M300 276h.1M316 300h.1M304 312h.1M334 328h.1", "#B0392B", 16);
    }
}
