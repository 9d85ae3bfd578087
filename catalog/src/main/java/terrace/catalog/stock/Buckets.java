package terrace.catalog.stock;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.listings.Listings;

/**
 * Stock that is set aside, for a campaign for instance: nobody buys it in the ordinary way, and what nobody bought goes
 * back. A SKU's stock is locked before its buckets.
 */
@Singleton
public class Buckets {
    private final StockRows rows;
    private final BucketRows buckets;
    private final Listings listings;

    Buckets(StockRows rows, BucketRows buckets, Listings listings) {
        this.rows = rows;
        this.buckets = buckets;
        this.listings = listings;
    }

    /** What became of setting stock aside. */
    public sealed interface Setting {
        /** It is set aside, now or since an earlier call with the same id. */
        record Set() implements Setting {}

        /** Only so many are free; nothing is set aside. */
        record TooFew(long available) implements Setting {}
    }

    /**
     * Sets pieces aside from what is free. Callers that set several SKUs aside do so in the order of their ids.
     *
     * @param id minted by the caller
     * @param cap pieces one member may have from it; 0 for as many as they like
     */
    @Transactional
    public Setting open(UUID id, UUID skuId, long pieces, long cap) {
        if (pieces <= 0 || cap < 0) {
            throw new IllegalArgumentException(pieces + " pieces with a cap of " + cap);
        }
        StockRows.Counted level = rows.lock(skuId);
        if (buckets.lock(id) != null) {
            return new Setting.Set();
        }
        if (level.available() < pieces) {
            return new Setting.TooFew(level.available());
        }
        buckets.keep(skuId, pieces);
        buckets.add(id, skuId, pieces, cap);
        return new Setting.Set();
    }

    /** Moves pieces that nobody bought into a bucket of their own; safe to repeat, as above. */
    @Transactional
    public Setting split(UUID from, UUID id, long pieces, long cap) {
        Bucket source = buckets.lock(from);
        if (source == null || pieces <= 0) {
            throw new IllegalArgumentException(pieces + " pieces out of " + from);
        }
        if (buckets.lock(id) != null) {
            return new Setting.Set();
        }
        if (source.free() < pieces) {
            return new Setting.TooFew(source.free());
        }
        buckets.change(from, -pieces, 0, false);
        buckets.add(id, source.skuId(), pieces, cap);
        return new Setting.Set();
    }

    /** Undoes a split of which nothing was sold or held; false when something was. */
    @Transactional
    public boolean unite(UUID from, UUID into) {
        Bucket source = buckets.lock(from);
        if (source == null || source.held() > 0 || source.taken() > 0) {
            return false;
        }
        if (!source.closed()) {
            buckets.change(from, -source.pieces(), 0, true);
            buckets.change(into, source.pieces(), 0, false);
        }
        return true;
    }

    /**
     * From now on nothing is sold from it, and what nobody bought is in the ordinary stock again; safe to repeat. What
     * somebody is paying for stays theirs; where they do not pay, {@link #emptyClosed} brings it back.
     */
    @Transactional
    public void close(UUID id) {
        List<Bucket> known = buckets.byIds(Set.of(id));
        if (known.isEmpty()) {
            return;
        }
        UUID skuId = known.getFirst().skuId();
        StockRows.Counted level = rows.lock(skuId);
        Bucket bucket = buckets.lock(id);
        if (bucket == null || (bucket.closed() && bucket.unsold() == 0)) {
            return;
        }
        buckets.change(id, -bucket.unsold(), 0, true);
        buckets.keep(skuId, -bucket.unsold());
        if (level.available() == 0 || bucket.unsold() > 0) {
            listings.stockTurned(List.of(skuId));
        }
    }

    /** Empties closed buckets to which unpaid goods came back; says how many. */
    @Connectable
    public int emptyClosed(int limit) {
        List<Bucket> due = buckets.toEmpty(limit);
        due.forEach(bucket -> close(bucket.id()));
        return due.size();
    }

    /** So many more people wait for pieces of it, or fewer; the bucket stays locked until the transaction ends. */
    @Transactional
    public void wait(UUID id, long more) {
        buckets.change(id, 0, more, false);
    }

    /** Locks it until the caller's transaction ends, and reads it as it is then. */
    @Transactional
    public Optional<Bucket> locked(UUID id) {
        return Optional.ofNullable(buckets.lock(id));
    }

    /** Unknown ones are left out. */
    @Connectable
    public Map<UUID, Bucket> byIds(Set<UUID> ids) {
        return buckets.byIds(ids).stream().collect(Collectors.toMap(Bucket::id, bucket -> bucket));
    }
}
