package terrace.catalog.stock;

import java.util.UUID;

/**
 * Pieces of a SKU that are set aside.
 *
 * @param pieces still in it, those held for unpaid purchases among them
 * @param waiting of those that are free, kept for people who wait in line
 * @param taken paid
 * @param cap pieces one member may have from it; 0 for as many as they like
 */
public record Bucket(UUID id, UUID skuId, long pieces, long held, long waiting, long taken, long cap, boolean closed) {

    /** What anybody can buy now. */
    public long free() {
        return closed ? 0 : Math.max(0, pieces - held - waiting);
    }

    /** What nobody has bought or is paying for. */
    public long unsold() {
        return pieces - held;
    }
}
