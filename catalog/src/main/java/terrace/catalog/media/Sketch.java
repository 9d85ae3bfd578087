package terrace.catalog.media;

import java.util.Random;

/** Writes SVG, shape by shape; "solid" shapes get light and shade laid over their colour. */
final class Sketch {

    /** ls lights a round thing, lc an upright vessel; lh is haze that lifts goods off the hills, ld shadow. */
    private static final String LIGHT = "<defs><radialGradient id='ls' cx='.36' cy='.3' r='.75'>"
            + "<stop stop-color='#fff' stop-opacity='.42'/><stop offset='.45' stop-color='#fff' stop-opacity='0'/>"
            + "<stop offset='.5' stop-opacity='0'/><stop offset='1' stop-opacity='.34'/></radialGradient>"
            + "<linearGradient id='lc'><stop stop-opacity='.14'/><stop offset='.26' stop-color='#fff' "
            + "stop-opacity='.34'/>"
            + "<stop offset='.55' stop-opacity='0'/><stop offset='1' stop-opacity='.3'/></linearGradient>"
            + "<radialGradient id='lh'><stop stop-color='#fffdf2' stop-opacity='.8'/>"
            + "<stop offset='1' stop-color='#fffdf2' stop-opacity='0'/></radialGradient><radialGradient id='ld'>"
            + "<stop offset='.5' stop-opacity='.42'/><stop offset='1' stop-opacity='0'/></radialGradient></defs>";

    private final StringBuilder text = new StringBuilder(4096);
    private final Random chance;
    private int shapes;

    Sketch(int width, int height, Random chance) {
        this.chance = chance;
        text.append("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + width + " " + height
                + "' fill='none' stroke-linecap='round'>");
    }

    Sketch light() {
        return raw(LIGHT);
    }

    /** A whole number from, to (both included). */
    int between(int from, int to) {
        return from + chance.nextInt(to - from + 1);
    }

    Sketch raw(String svg) {
        text.append(svg);
        return this;
    }

    Sketch rect(int x, int y, int width, int height, int radius, String fill) {
        return raw("<rect x='" + x + "' y='" + y + "' width='" + width + "' height='" + height
                + (radius == 0 ? "" : "' rx='" + radius) + "' fill='" + fill + "'/>");
    }

    Sketch oval(int x, int y, int rx, int ry, String fill) {
        return raw("<ellipse cx='" + x + "' cy='" + y + "' rx='" + rx + "' ry='" + ry + "' fill='" + fill + "'/>");
    }

    Sketch path(String d, String fill) {
        return raw("<path d='" + d + "' fill='" + fill + "'/>");
    }

    /** A stroke with round ends; many short ones in one path make grains, leaves and beans. */
    Sketch line(String d, String colour, int width) {
        return raw("<path d='" + d + "' stroke='" + colour + "' stroke-width='" + width + "'/>");
    }

    Sketch ball(int x, int y, int rx, int ry, String fill) {
        return lit("<ellipse cx='" + x + "' cy='" + y + "' rx='" + rx + "' ry='" + ry + "'", fill, "ls");
    }

    Sketch solid(String d, String fill) {
        return lit("<path d='" + d + "'", fill, "ls");
    }

    Sketch vessel(String d, String fill) {
        return lit("<path d='" + d + "'", fill, "lc");
    }

    private Sketch lit(String shape, String fill, String light) {
        String id = "k" + shapes++;
        return raw("<g fill='" + fill + "'>" + shape + " id='" + id + "'/></g><use href='#" + id + "' fill='url(#"
                + light + ")'/>");
    }

    /** Opens a group that stands elsewhere, turned and scaled (per cent); ends with {@link #end}. */
    Sketch at(int x, int y, int degrees, int scale) {
        return raw("<g transform='" + place(x, y, degrees, scale) + "'>");
    }

    /** Opens a shape that is kept, to be drawn with {@link #again}; ends with {@link #kept}. */
    Sketch keep(String id) {
        return raw("<defs><g id='" + id + "'>");
    }

    Sketch kept() {
        return raw("</g></defs>");
    }

    Sketch end() {
        return raw("</g>");
    }

    Sketch again(String id, int x, int y, int degrees, int scale) {
        return raw("<use href='#" + id + "' transform='" + place(x, y, degrees, scale) + "'/>");
    }

    Sketch leaf(int x, int y, int length, int degrees, String fill) {
        int half = length / 2;
        int width = length * 2 / 5;
        return raw("<path d='M0 0q" + half + " -" + width + " " + length + " 0q-" + half + " " + width + " -" + length
                + " 0' transform='" + place(x, y, degrees, 100) + "' fill='" + fill + "'/>");
    }

    Sketch shadow(int x, int y, int rx) {
        return oval(x, y, rx * 9 / 8, rx / 7, "url(#ld)");
    }

    /** A stroke broken into pieces: beads, beans, weave; along a path, or along a kept one (#id). */
    Sketch beads(String d, String colour, int width, String lengths) {
        return raw((d.startsWith("#") ? "<use href='" : "<path d='") + d + "' stroke='" + colour + "' "
                + "stroke-width='" + width
                + "' stroke-dasharray='" + lengths + "'/>");
    }

    String done() {
        return text + "</svg>";
    }

    private static String place(int x, int y, int degrees, int scale) {
        return "translate(" + x + " " + y + ")" + (degrees == 0 ? "" : "rotate(" + degrees + ")")
                + (scale == 100
                        ? ""
                        : "scale(" + scale / 100 + "." + (scale % 100 < 10 ? "0" : "") + scale % 100 + ")");
    }
}
