package terrace.web.parcels;

import java.util.List;

/**
 * A parcel as pages show it.
 *
 * @param goods what is in it, a line of text for each line of the order
 */
public record ParcelSight(int number, String courier, String trackingNumber, String sentAt, List<String> goods) {}
