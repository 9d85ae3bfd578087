package terrace.catalog.photos;

import java.util.UUID;

/**
 * A photo on a merchant's desk, as it would be shown.
 *
 * @param name of its files, which are square
 * @param alt what is to be seen on it, in words; empty until somebody wrote it
 * @param width of the whole photo, in pixels
 */
public record Photo(UUID id, UUID listingId, String name, String alt, Cut cut, int width, int height, int position) {}
