package terrace.catalog.categories;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.annotation.Transactional;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.ids.Ids;

/** The tree of goods; read from memory, at most half a minute behind other nodes. */
@Singleton
public class Categories {
    public static final int LEVEL_MAX = 3;
    private static final int FIRST_CLASS_OF_FOOD = 29;
    private static final long FRESH_NANOS = Duration.ofSeconds(30).toNanos();
    /** Goods come by the thousand; they are counted again this often at most. */
    private static final long COUNT_NANOS = Duration.ofSeconds(2).toNanos();

    private final CategoryRows rows;
    private final AttributeRows attributes;
    private final TransactionOperations<Connection> transactions;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable CategoryTree tree;
    private volatile long readAt;
    private volatile boolean goodsMoved;

    Categories(CategoryRows rows, AttributeRows attributes, TransactionOperations<Connection> transactions) {
        this.rows = rows;
        this.attributes = attributes;
        this.transactions = transactions;
    }

    /** Those retired that have no goods any more are left out; {@link #all} has them. */
    public List<Category> roots() {
        return tree().roots();
    }

    public Optional<Category> byId(UUID id) {
        return tree().byId(id);
    }

    public Optional<Category> bySlug(String slug) {
        return tree().bySlug(slug);
    }

    /** As with {@link #roots}. */
    public List<Category> childrenOf(UUID id) {
        return tree().childrenOf(id);
    }

    /** From the root down to the category itself; empty when there is no such category. */
    public List<Category> pathOf(UUID id) {
        return tree().pathOf(id);
    }

    /** Parents before children, siblings in their order. */
    public List<Category> all() {
        return tree().all();
    }

    /** What goods of the category are asked, by it and by those above it; the most general first. */
    public List<Attribute> attributesOf(UUID id) {
        return tree().askedOf(id);
    }

    /** False when it, or one above it, is retired or not there. */
    public boolean takesGoods(UUID id) {
        return tree().takesGoods(id);
    }

    /** Its own word, or that of the nearest category above that has one. */
    public Freshness freshnessOf(UUID id) {
        return tree().freshnessOf(id);
    }

    /** Its own word, or that of the nearest category above that has one; up where none has. */
    public Direction directionOf(UUID id) {
        return tree().directionOf(id);
    }

    /** All categories, of every level, whose goods go this way. */
    public Set<UUID> going(Direction direction) {
        CategoryTree known = tree();
        return known.all().stream()
                .map(Category::id)
                .filter(id -> known.directionOf(id) == direction)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where goods that go this way begin, seen from the root: those that do below one that does not. */
    public List<Category> heads(Direction direction) {
        return tree().heads(direction);
    }

    /** Code of its own group, or that of the nearest category above that has one. */
    public Optional<String> classificationOf(UUID id) {
        return tree().classificationOf(id);
    }

    /**
     * Whether goods of the category have to say how long they keep: what is eaten, drunk or grows (classes 29 and above
     * of the Nice classification that goods can have), and what is of no known class.
     */
    public boolean mustSayHowLong(UUID id) {
        return classificationOf(id)
                .map(code -> Integer.parseInt(code.substring(0, 2)) >= FIRST_CLASS_OF_FOOD)
                .orElse(true);
    }

    /**
     * Adds the category or, when its slug is known, renames and reorders it.
     *
     * @throws IllegalArgumentException when its parent is not there or stands at the lowest level
     */
    @Transactional
    public Category define(NewCategory category) {
        Category parent = category.parentSlug() == null ? null : parent(category.parentSlug());
        rows.define(Ids.next(), parent, category);
        forget();
        return rows.bySlug(category.slug()).orElseThrow();
    }

    /** What was known is read again, now and once the transaction is over. */
    void forget() {
        transactions.findTransactionStatus().ifPresent(this::forgetAfterwards);
        tree = null;
    }

    private Category parent(String slug) {
        return rows.bySlug(slug)
                .filter(parent -> parent.level() < LEVEL_MAX)
                .orElseThrow(() -> new IllegalArgumentException("no category can stand below " + slug));
    }

    /** What was read within the transaction may never have become true. */
    private void forgetAfterwards(TransactionStatus<?> transaction) {
        transaction.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(Status status) {
                tree = null;
            }
        });
    }

    /** Goods came on the shelf or left it on this node: the numbers of goods are no longer right. */
    public void goodsMoved() {
        goodsMoved = true;
    }

    private CategoryTree tree() {
        CategoryTree known = tree;
        if (known != null && System.nanoTime() - readAt < (goodsMoved ? COUNT_NANOS : FRESH_NANOS)) {
            return known;
        }
        if (known == null) {
            reading.lock();
        } else if (!reading.tryLock()) {
            return known; // somebody is fetching a newer one already
        }
        try {
            goodsMoved = false;
            CategoryTree read = transactions.executeRead(
                    status -> new CategoryTree(rows.all(), rows.listingsOnShelf(), attributes.all()));
            readAt = System.nanoTime();
            tree = read;
            return read;
        } finally {
            reading.unlock();
        }
    }
}
