package terrace.catalog.photos;

import java.util.List;

/**
 * Which square of a photo is shown.
 *
 * @param zoom in percent: 100 is the largest square that fits
 * @param across where the square lies between the left edge (0) and the right (100)
 * @param down where it lies between the upper edge (0) and the lower (100)
 */
public record Cut(int zoom, int across, int down) {
    public static final Cut MIDDLE = new Cut(100, 50, 50);
    public static final List<Integer> ZOOMS = List.of(100, 125, 150, 200, 300);
    public static final List<Integer> PLACES = List.of(0, 25, 50, 75, 100);

    private static final int PERCENT = 100;

    boolean possible() {
        return ZOOMS.contains(zoom) && PLACES.contains(across) && PLACES.contains(down);
    }

    int side(int width, int height) {
        return Math.max(1, Math.min(width, height) * PERCENT / zoom);
    }

    int left(int width, int height) {
        return (width - side(width, height)) * across / PERCENT;
    }

    int top(int width, int height) {
        return (height - side(width, height)) * down / PERCENT;
    }
}
