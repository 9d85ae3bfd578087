package terrace.catalog.media;

/** Fruit, whole and cut. */
final class Fruits {

    private static final String APPLE =
            "M0 -62C-26 -86 -92 -82 -96 -10C-100 54 -50 104 0 90C50 104 100 54 96 -10C92 -82 26 -86 0 -62Z";
    private static final String PEAR = "M0 -116C-26 -116 -30 -70 -42 -40C-58 -6 -88 18 -82 62C-76 106 -34 116 0 114"
            + "C34 116 76 106 82 62C88 18 58 -6 42 -40C30 -70 26 -116 0 -116Z";

    private Fruits() {}

    /** A round fruit cut across: rind, pith, flesh and its wedges. */
    private static void cut(Sketch s, int x, int y, int radius, String rind, String pith, String flesh) {
        s.at(x, y, 0, radius)
                .oval(0, 0, 100, 100, rind)
                .oval(0, 0, 90, 90, pith)
                .oval(0, 0, 80, 80, flesh);
        s.line("M0 -78V78M-78 0H78M-55 -55L55 55M55 -55L-55 55", pith, 5).oval(0, 0, 10, 10, pith);
        s.line("M-30 -58l8 18M34 -56l-8 18M58 -30l-18 8M58 34l-18 -8M-58 -28l18 8M-56 34l18 -8", "#fff7", 4)
                .end();
    }

    static void orange(Sketch s) {
        s.shadow(200, 346, 130);
        s.ball(202, 196, 80, 78, "#F08A1D").leaf(204, 122, 74, -24, "#3F7D3B").leaf(200, 124, 50, -160, "#558F45");
        s.line("M202 128v-14", "#6B5A2B", 7);
        s.ball(130, 268, 80, 78, "#F4951F").oval(116, 268, 11, 10, "#D9740F").oval(116, 268, 5, 5, "#A9590C");
        s.line("M160 236h.1M176 262h.1M166 300h.1M136 318h.1M92 300h.1M84 250h.1", "#D9740F", 4);
        cut(s, 272, 274, 74, "#F08A1D", "#FFE9BF", "#F9A62B");
    }

    static void apple(Sketch s) {
        s.shadow(200, 346, 128);
        whole(s, 262, 232, 8, APPLE, "#D9553A", "#F2C463");
        whole(s, 150, 252, -6, APPLE, "#C22F2B", "#E8874F");
    }

    private static void whole(Sketch s, int x, int y, int turn, String shape, String colour, String blush) {
        s.at(x, y, turn, 100).solid(shape, colour);
        s.line("M-40 -52Q-62 20 -34 74M34 -56Q52 10 30 76M0 -48Q-6 20 0 78", blush + "66", 9);
        s.oval(0, -58, 30, 9, "#5b1a1266")
                .line("M0 -58Q2 -88 16 -104", "#6B4A2B", 8)
                .leaf(8, -82, 70, -18, "#5A9448")
                .end();
    }

    static void pear(Sketch s) {
        s.shadow(200, 346, 128);
        onePear(s, 262, 240, 10, "#C9C35A");
        onePear(s, 148, 238, -6, "#E2CB63");
    }

    private static void onePear(Sketch s, int x, int y, int turn, String colour) {
        s.at(x, y, turn, 95).solid(PEAR, colour);
        s.line("M-30 40h.1M-10 70h.1M20 50h.1M34 78h.1M-44 74h.1M8 12h.1M-14 -8h.1M12 -50h.1M42 40h.1", "#9E8B35", 5);
        s.line("M0 -110Q2 -138 14 -150", "#6B4A2B", 7)
                .leaf(4, -126, 62, -10, "#6B9A4A")
                .end();
    }

    static void lemon(Sketch s) {
        s.shadow(200, 346, 128);
        s.keep("p")
                .solid(
                        "M-112 0Q-104 -14 -88 -20C-64 -78 64 -78 88 -20Q104 -14 112 0Q104 14 88 20C64 78 -64 78 "
                                + "-88 20Q-104 14 "
                                + "-112 0Z",
                        "#F4D02E");
        s.beads("M-50 -30H60M-60 -6H70M-50 20H60M-20 42H30", "#D9AE12", 4, "0 23")
                .kept();
        s.again("p", 226, 190, -24, 100).again("p", 136, 276, 14, 100);
        cut(s, 278, 280, 66, "#F1CB25", "#FFF7D0", "#F7DE62");
        s.leaf(150, 160, 70, -150, "#4F8C3F");
    }

    static void peach(Sketch s) {
        s.shadow(200, 346, 128);
        s.leaf(200, 150, 110, -24, "#5A9448").leaf(196, 152, 100, -160, "#6FA552");
        s.keep("p")
                .solid(
                        "M0 -94C-40 -104 -100 -66 -98 6C-96 66 -50 92 0 92C50 92 96 66 98 6C100 -66 40 -104 0 "
                                + "-94Z",
                        "#F6B98A");
        s.path("M6 -92C44 -100 100 -64 98 6C96 62 56 90 12 92C50 40 54 -30 6 -92Z", "#E4566A77");
        s.line("M2 -92Q-34 -10 4 84", "#C9505C99", 5).kept();
        s.again("p", 258, 242, 10, 100).again("p", 148, 254, -8, 100);
        s.leaf(204, 334, 80, -6, "#4F8C42");
    }

    static void grapes(Sketch s) {
        s.shadow(200, 350, 90).line("M200 146Q196 112 214 92", "#6B5A2B", 9);
        s.path("M206 120C240 76 300 88 318 126C290 126 284 144 300 160C262 164 226 156 206 120Z", "#5F9A4A");
        s.keep("p").ball(0, 0, 34, 34, "#6A3A74").kept();
        int[] rows = {4, 5, 4, 3, 2, 1};
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < rows[row]; i++) {
                s.again("p", 200 - (rows[row] - 1) * 26 + i * 52 + s.between(-3, 3), 158 + row * 33, 0, 100);
            }
        }
        s.line("M202 138Q160 112 130 128", "#7A6A35", 4);
    }

    static void kiwi(Sketch s) {
        s.shadow(200, 346, 130);
        s.ball(236, 210, 96, 74, "#8A6238")
                .line("M180 190l6 -4M210 168l5 -5M250 176l5 -3M290 196l5 1M268 228l5 " + "2M214 236l5 2", "#6B4824", 3);
        s.ball(126, 268, 82, 74, "#946C40");
        s.at(258, 276, 0, 76)
                .oval(0, 0, 100, 92, "#7E5A30")
                .oval(0, 0, 92, 84, "#8FBF3C")
                .oval(0, 0, 56, 50, "#A9D25A");
        s.oval(0, 0, 28, 22, "#F2F5CF")
                .line(
                        "M0 -34v-14M0 34v14M40 0h14M-40 0h-14M28 -26l10 -10M-28 -26l-10 "
                                + "-10M28 26l10 10"
                                + "M-28 26l-10 10M16 -34l4 -12M-16 -34l-4 -12M16 34l4 12M-16 34l-4 12",
                        "#2B2A18",
                        6)
                .end();
    }

    static void jujube(Sketch s) {
        Vessels.tray(s);
        s.keep("p").ball(0, 0, 40, 25, "#A32E20").line("M-26 -4q16 6 30 -2M-14 12q18 4 30 -4", "#7A2016", 3);
        s.line("M-22 -13q10 -6 22 -6", "#ffd9c088", 5).kept();
        for (int[] at : new int[][] {
            {174, 208, -20},
            {232, 212, 30},
            {130, 254, 20},
            {204, 248, -8},
            {276, 256, -24},
            {98, 296, -14},
            {160, 296, 26},
            {232, 294, -14},
            {302, 296, 20},
            {196, 324, 4},
            {264, 324, -10},
            {130, 322, 8}
        }) {
            s.again("p", at[0], at[1], at[2], 108);
        }
    }

    static void watermelon(Sketch s) {
        s.shadow(200, 346, 132).ball(160, 226, 116, 112, "#3F7D45");
        s.line(
                "M110 130Q70 226 110 324M160 116Q140 226 160 336M210 130Q234 226 210 324M72 170Q40 226 72 284",
                "#214F2E",
                11);
        s.path("M182 262L344 214A96 96 0 0 1 262 344Z", "#2F6B3E")
                .path("M190 262L334 220A84 84 0 0 1 262 332Z", "#F3F4D5")
                .path("M196 262L326 224A76 76 0 0 1 262 322Z", "#E04B4B");
        s.line("M246 262l4 2M276 256l4 -2M270 284l3 4M298 262l4 1M252 288l2 4M280 306l3 2", "#3a1616", 6);
    }

    static void strawberry(Sketch s) {
        s.keep("p").solid("M0 46C-30 26 -42 -4 -32 -22Q-16 -34 0 -28Q16 -34 32 -22C42 -4 30 26 0 46Z", "#D7322F");
        s.beads("M-16 -8H16M-16 10H18M0 28H1", "#F8D37A", 4, "0 15");
        s.path("M0 -24l-28 -2 14 -8 -4 -14 18 10 18 -10 -4 14 14 8z", "#4F9446").kept();
        Vessels.basket(s, () -> {
            for (int[] at :
                    new int[][] {{146, 154}, {254, 156}, {200, 138}, {116, 206}, {284, 208}, {172, 204}, {230, 206}}) {
                s.again("p", at[0], at[1], (at[0] - 200) / 8, 115);
            }
        });
    }
}
