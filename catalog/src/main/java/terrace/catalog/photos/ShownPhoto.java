package terrace.catalog.photos;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A photo as shoppers see it.
 *
 * @param name of its files: {@code <name>-<side>.jpg} for sides of 960, 480 and 160 pixels
 * @param alt what is to be seen on it, in words
 */
public record ShownPhoto(String name, String alt) {
    private static final char BETWEEN = ' ';

    /** As one text, a line each, for what waits for an operator. */
    public static String written(List<ShownPhoto> photos) {
        return photos.stream().map(photo -> photo.name + BETWEEN + photo.alt).collect(Collectors.joining("\n"));
    }

    /** From such a text. */
    public static List<ShownPhoto> read(String written) {
        return written.lines()
                .map(line -> new ShownPhoto(
                        line.substring(0, line.indexOf(BETWEEN)), line.substring(line.indexOf(BETWEEN) + 1)))
                .toList();
    }
}
