package terrace.catalog.media;

/** Colours, mixed. */
final class Tone {

    private Tone() {}

    /** The colour that is {@code percent} of the second and the rest of the first, all as #rrggbb. */
    static String mix(String first, String second, int percent) {
        int a = Integer.parseInt(first, 1, 7, 16);
        int b = Integer.parseInt(second, 1, 7, 16);
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int one = (a >> shift) & 255;
            int other = (b >> shift) & 255;
            mixed = (mixed << 8) | ((one * (100 - percent) + other * percent) / 100);
        }
        return "#" + Integer.toHexString(mixed | 0x1000000).substring(1);
    }
}
