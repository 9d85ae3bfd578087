package terrace.catalog.media;

/** Tools and boxes: what is neither grown nor eaten. */
final class Wares {

    private Wares() {}

    /** A hoe, and shears for twigs. */
    static void handTool(Sketch s) {
        s.shadow(200, 348, 132);
        s.line("M124 342L268 128", "#8A5B33", 18).line("M121 338L265 124", "#C08A55", 8);
        s.solid("M236 116L334 84Q352 138 326 186L266 160Z", "#7F8E96");
        s.line("M330 92Q344 138 322 178", "#DCE4E7", 6)
                .oval(262, 134, 20, 17, "#4E5A61")
                .oval(262, 134, 9, 8, "#C08A55");
        s.path("M246 232Q300 170 346 172Q322 228 268 256Z", "#AEBBC1")
                .path("M252 264Q282 214 274 182Q236 206 232 254Z", "#8B99A0");
        s.line("M256 250Q222 276 214 338", "#A93226", 20)
                .line("M254 250Q270 292 318 330", "#A93226", 20)
                .line("M250 256Q222 282 216 326", "#D9685C", 6)
                .line("M262 262Q280 294 312 322", "#D9685C", 6);
        s.oval(255, 250, 14, 14, "#4E5A61").oval(255, 250, 5, 5, "#C6D0D4");
    }

    /** A closed box of corrugated board, with holes to breathe, and foam nets for fruit beside it. */
    static void carton(Sketch s) {
        s.shadow(186, 347, 126).vessel("M66 212H304V334Q304 346 292 346H78Q66 346 66 334Z", "#C4955B");
        s.path("M66 212L104 158H268L304 212Z", "#DDB680")
                .path("M66 212L104 158 186 158V212Z", "#D3A971")
                .path("M170 158H200L206 212H164Z", "#EFE0C2")
                .rect(164, 212, 42, 44, 0, "#EFE0C2");
        s.line("M92 304h22m10 0h22", "#7E5A31", 12).line("M226 304h22m10 0h22", "#7E5A31", 12);
        s.line("M108 250v-20m-9 9l9 -10 9 10M262 250v-20m-9 9l9 -10 9 10", "#7E5A31", 5);
        s.shadow(338, 346, 34).ball(338, 312, 34, 36, "#EDF2F3");
        s.line("M310 296q28 24 56 0M306 314q32 26 64 0M318 336q20 12 40 0", "#A9BCC4", 4)
                .line("M322 282q-12 30 4 62M354 282q12 30 -4 62M338 278v70", "#A9BCC4", 4);
    }
}
