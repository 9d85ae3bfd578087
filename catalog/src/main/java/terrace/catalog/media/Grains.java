package terrace.catalog.media;

/** Rice, millet, beans and what is made of them. */
final class Grains {

    private Grains() {}

    static void rice(Sketch s) {
        Vessels.sack(s, "#EADFC3", () -> Vessels.grains(s, "#FBF7EA", "#DDD2B4", "#FFFFFF", 5));
        s.oval(200, 294, 38, 36, "#2F6B45").line("M200 320Q198 290 212 268", "#F3D675", 3);
        s.line("M204 304l-9 -7M205 292l-9 -7M208 280l-8 -8M205 302l11 -5M208 290l10 -6M212 278l8 -6", "#F3D675", 6);
        Vessels.ear(s, 300, 344, 24, "#DDB244");
    }

    static void redRice(Sketch s) {
        Vessels.bowl(s, "#2F5F7E", () -> Vessels.grains(s, "#8F382B", "#6E251D", "#C2705A", 5));
        s.line("M108 262q24 22 46 26M292 262q-24 22 -46 26M200 288v24M186 300h28", "#DCEBF0", 4);
        Vessels.ear(s, 308, 346, 14, "#C56A4C");
        Vessels.ear(s, 326, 346, 34, "#D28B58");
    }

    static void millet(Sketch s) {
        Vessels.bowl(s, "#A2603A", () -> Vessels.grains(s, "#EDBB38", "#D19A20", "#FBDD7E", 4));
        s.line("M92 346Q60 250 84 176", "#8B9A45", 5);
        String ear = "M84 186Q92 128 122 146Q138 160 132 190";
        s.beads(ear, "#B97F1B", 26, "2 10").beads(ear, "#EBBE4E", 16, "1 11");
        s.leaf(78, 262, 64, -150, "#7FA04C");
    }

    static void noodles(Sketch s) {
        Vessels.bowl(s, "#F4F0E6", () -> {
            s.oval(200, 226, 108, 26, "#B9772F")
                    .path("M100 226Q120 168 200 162Q280 168 300 226Q200 262 100 226Z", "#E9BE66");
            s.line(
                    "M112 222Q150 176 196 214T290 216M118 206Q160 168 214 196T284 204M136 236Q180 196 214 236T282 232",
                    "#F8DE9F",
                    7);
            s.line("M134 194Q170 164 204 184T272 190M150 228Q190 190 236 222", "#CF9A42", 3);
            s.line("M212 196V112M224 200V108M236 198V108M248 194V112", "#F3D58C", 7);
            s.line("M158 206l12 4M176 186l10 -5M262 212l12 -6M178 232l12 2", "#4F9446", 8);
        });
        s.line("M170 116L330 86M172 128L334 106", "#7A3B22", 7);
        s.line("M104 276q20 26 46 32M296 276q-20 26 -46 32", "#3C6E9A", 5);
    }

    static void soybeans(Sketch s) {
        Vessels.bowl(s, "#5E7D5A", () -> {
            Vessels.heap(s, 21, 3, "#B5852F", "#EFD48A", "#E3BF68");
        });
        s.keep("p")
                .solid("M0 0Q12 -22 30 -14Q46 -24 62 -14Q80 -20 90 0Q80 16 62 10Q46 18 30 10Q12 16 0 0Z", "#7FAF4C")
                .kept();
        s.again("p", 72, 334, -14, 100).again("p", 256, 336, 10, 110);
    }

    static void tofu(Sketch s) {
        Vessels.board(s);
        s.keep("p")
                .path("M0 14l22 -26h96l-16 26z", "#FFFDF4")
                .vessel("M0 12h102v60q0 4 -4 4h-94q-4 0 -4 -4z", "#F4EBD2");
        s.path("M102 13l16 -25v58l-16 26z", "#D9CBA4").kept();
        s.again("p", 86, 250, 0, 100).again("p", 206, 250, 0, 100).again("p", 146, 176, 0, 100);
        s.line("M176 172l12 -5M196 178l10 3M218 168l12 3M206 164l-9 -6M130 254l10 -4M250 250l12 3", "#5E9B4A", 7);
    }

    static void corn(Sketch s) {
        s.shadow(200, 346, 120).keep("p").solid("M-44 -60C-50 -160 -22 -216 0 -224C22 -216 50 -160 44 -60Z", "#F2C230");
        s.beads("M-24 -176V-70M-8 -202V-80M8 -202V-80M24 -176V-70", "#FCE27C", 12, "0 16");
        s.solid("M0 0C-44 -10 -66 -70 -48 -138Q-30 -90 0 -64Q30 -90 48 -138C66 -70 44 -10 0 0Z", "#86AE4E");
        s.line("M0 -6V-58M-16 -14Q-34 -50 -40 -96M16 -14Q34 -50 40 -96", "#5F8A36", 3)
                .kept();
        s.again("p", 138, 340, -22, 100).again("p", 262, 340, 22, 100).again("p", 200, 348, 0, 104);
    }

    static void peanuts(Sketch s) {
        Vessels.tray(s);
        s.keep("p")
                .solid(
                        "M-46 0C-46 -30 -14 -28 0 -18C14 -28 46 -30 46 0C46 30 14 28 0 18C-14 28 -46 30 -46 0Z",
                        "#D8AE70");
        s.line("M-30 -12q8 10 0 22M-14 -10q6 10 0 20M14 -10q6 10 0 20M30 -12q8 10 0 22", "#B58849", 3)
                .kept();
        for (int[] at : new int[][] {
            {138, 226, -30},
            {256, 232, 40},
            {198, 210, 16},
            {104, 286, 14},
            {296, 286, -20},
            {200, 270, -10},
            {148, 312, 8},
            {254, 314, -8}
        }) {
            s.again("p", at[0], at[1], at[2], 112);
        }
    }
}
