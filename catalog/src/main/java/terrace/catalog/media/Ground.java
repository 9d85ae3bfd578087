package terrace.catalog.media;

/** The field of 400 by 400 a country is drawn in, and what several countries have: sky, hills, peaks, trees. */
final class Ground {

    final Sketch sketch;
    final Land land;
    final Light light;

    Ground(Sketch sketch, Land land, Light light) {
        this.sketch = sketch;
        this.land = land;
        this.light = light;
    }

    void sky() {
        sketch.raw("<linearGradient id='y' x2='0' y2='1'><stop stop-color='" + light.high
                + "'/><stop offset='.6' stop-color='" + light.low + "'/></linearGradient>");
        sketch.rect(0, 0, 400, 400, 0, "url(#y)").oval(light.sunX, light.sunY, 34, 34, "#fffa");
    }

    /** A smooth skyline about a height, closed to the bottom. */
    String hill(int y, int swing) {
        return skyline(y, swing) + "V400H0Z";
    }

    String skyline(int y, int swing) {
        StringBuilder d = new StringBuilder("M0 " + (y + sketch.between(-swing, swing)));
        int up = sketch.between(0, 1) == 0 ? -1 : 1;
        for (int x = 100; x <= 400; x += 100) {
            int end = y + up * sketch.between(swing / 3, swing);
            d.append("S")
                    .append(x - 45)
                    .append(' ')
                    .append(end)
                    .append(' ')
                    .append(x)
                    .append(' ')
                    .append(end);
            up = -up;
        }
        return d.toString();
    }

    Ground layer(int y, int swing, String colour, int distance) {
        sketch.path(hill(y, swing), light.seen(colour, distance));
        return this;
    }

    /** The steep green cones of the south. */
    void peaks(int top, int width, String colour, int distance) {
        StringBuilder d = new StringBuilder("M0 400V" + (top + 60));
        for (int x = sketch.between(-40, -10); x < 400; x += width) {
            int y = top + sketch.between(-26, 40);
            int side = width / 2 + sketch.between(2, 14);
            d.append("L")
                    .append(x)
                    .append(" 262C")
                    .append(x + 10)
                    .append(' ')
                    .append(y)
                    .append(' ')
                    .append(x + side)
                    .append(' ')
                    .append(y - 46)
                    .append(' ')
                    .append(x + width + 8)
                    .append(" 262");
        }
        sketch.path(d.append("V400Z").toString(), light.seen(colour, distance));
    }

    void trees(int y, String colour, int size) {
        int first = sketch.between(0, 12);
        sketch.beads(
                "M" + first + " " + y + "q50 -9 100 0t100 0 100 0 100 0",
                light.seen(colour, 18),
                size * 5 / 2,
                "1 26 4 48 1 19 2 36");
    }
}
