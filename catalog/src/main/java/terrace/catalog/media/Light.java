package terrace.catalog.media;

/** The hour of a picture: sky, place of the sun, and what the air does to far hills. */
enum Light {
    DAWN("#F3D3B0", "#FCF0DA", "#F6DDBB", 318, 118, "#B98A56"),
    DAY("#BFDCE6", "#F1F4E6", "#DCE9E2", 306, 74, "#B58E5E"),
    DUSK("#C3B3CF", "#F6D6BF", "#DDB9B2", 82, 122, "#A97B57");

    final String high;
    final String low;
    final String air;
    final int sunX;
    final int sunY;
    final String wood;

    Light(String high, String low, String air, int sunX, int sunY, String wood) {
        this.high = high;
        this.low = low;
        this.air = air;
        this.sunX = sunX;
        this.sunY = sunY;
        this.wood = wood;
    }

    static Light of(int variant) {
        return values()[Math.floorMod(variant, 3)];
    }

    /** A colour as the air shows it, the farther the paler. */
    String seen(String colour, int distance) {
        return Tone.mix(colour, air, distance);
    }
}
