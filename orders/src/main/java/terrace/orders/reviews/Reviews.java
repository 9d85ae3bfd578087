package terrace.orders.reviews;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.ListingCard.Rating;
import terrace.catalog.questions.Asking;
import terrace.catalog.questions.PublicWords;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.Events;
import terrace.marketplace.files.KeptPhotos;
import terrace.marketplace.ids.Ids;
import terrace.orders.purchases.OpenOrder;
import terrace.orders.purchases.OrderBook;
import terrace.orders.purchases.OrderLine;
import terrace.orders.purchases.OrderState;
import terrace.orders.purchases.Purchases;
import terrace.orders.reversals.Reversals;
import terrace.orders.reviews.Writing.Fault;

/** The door to reviews for everybody: members write of what they received, everybody reads, anybody may object. */
@Singleton
public class Reviews {
    public static final int TEXT_CHARS_MAX = 1_000;
    public static final int REASON_CHARS_MAX = 200;
    public static final int PHOTOS_MAX = 6;
    public static final int PHOTO_BYTES_MAX = 8 * 1024 * 1024;
    /** So long after acceptance a line can be reviewed. */
    public static final Duration WINDOW = Duration.ofDays(90);

    private static final int STARS_MAX = 5;
    private static final String FOLDER = "reviews";
    private static final UUID NEWEST = new UUID(-1, -1);

    private final ReviewRows rows;
    private final OrderBook book;
    private final Purchases purchases;
    private final Reversals reversals;
    private final Accounts accounts;
    private final KeptPhotos photos;
    private final Events events;
    private final Clock clock;
    private final TransactionOperations<Connection> transactions;

    Reviews(
            ReviewRows rows,
            OrderBook book,
            Purchases purchases,
            Reversals reversals,
            Accounts accounts,
            KeptPhotos photos,
            Events events,
            Clock clock,
            TransactionOperations<Connection> transactions) {
        this.rows = rows;
        this.book = book;
        this.purchases = purchases;
        this.reversals = reversals;
        this.accounts = accounts;
        this.photos = photos;
        this.events = events;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * Writes of a line of an order of theirs; a line that has a review keeps it. Empty when the order is not this
     * member's. Not for use in a transaction: photos are stored before the row that names them.
     */
    public Optional<Writing> write(UUID memberId, String orderNumber, NewReview wanted, List<byte[]> pictures) {
        if (pictures.size() > PHOTOS_MAX) {
            return Optional.of(new Writing.Refused(Fault.TOO_MANY_PHOTOS));
        }
        Optional<List<String>> keys = photos.keep(FOLDER, pictures, PHOTO_BYTES_MAX);
        if (keys.isEmpty()) {
            return Optional.of(new Writing.Refused(Fault.PHOTO_UNREADABLE));
        }
        UUID id = Ids.next();
        Optional<Writing> writing = transactions.executeWrite(
                status -> book.lockOfMember(memberId, orderNumber).map(order -> write(order, id, wanted, keys.get())));
        boolean written = writing.orElse(null) instanceof Writing.Written(Review review)
                && review.id().equals(id);
        if (!written) {
            photos.forget(keys.get());
        }
        return writing;
    }

    private Writing write(OpenOrder order, UUID id, NewReview wanted, List<String> keys) {
        Optional<OrderLine> line = book.lines(order.id()).stream()
                .filter(each -> each.position() == wanted.position())
                .findFirst();
        if (line.isEmpty()) {
            return new Writing.Refused(Fault.NO_SUCH_LINE);
        }
        Optional<Review> known = rows.ofOrder(order.id()).stream()
                .filter(review -> review.position() == wanted.position())
                .findFirst();
        if (known.isPresent()) {
            return new Writing.Written(known.get());
        }
        Optional<Fault> fault = fault(order.state(), order.acceptedAt(), left(reversals.left(order.id()), line.get()))
                .or(() -> fault(wanted));
        if (fault.isPresent()) {
            return new Writing.Refused(fault.get());
        }
        rows.add(review(order, line.get(), id, wanted), keys);
        events.publish(new ReviewsChanged(line.get().listingId()));
        return new Writing.Written(rows.byId(id).orElseThrow());
    }

    private Review review(OpenOrder order, OrderLine line, UUID id, NewReview wanted) {
        return new Review(
                id,
                order.id(),
                line.position(),
                line.listingId(),
                order.merchantId(),
                order.memberId(),
                author(order.memberId()),
                line.skuName(),
                wanted.stars(),
                wanted.text().strip(),
                0,
                clock.now(),
                "",
                null,
                null,
                "");
    }

    /** 张**: enough for readers, too little to know somebody by. */
    private String author(UUID memberId) {
        String name = accounts.byId(memberId).map(Account::name).orElse("");
        return name.isEmpty() ? "**" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    private static long left(SortedMap<Integer, Long> left, OrderLine line) {
        return line.amountFen() == 0 ? 1 : left.getOrDefault(line.position(), 0L);
    }

    private Optional<Fault> fault(OrderState state, @Nullable Instant accepted, long leftFen) {
        if (state != OrderState.ACCEPTED || accepted == null) {
            return Optional.of(Fault.NOT_RECEIVED);
        }
        if (leftFen == 0) {
            return Optional.of(Fault.REFUNDED);
        }
        return accepted.plus(WINDOW).isBefore(clock.now()) ? Optional.of(Fault.TOO_LATE) : Optional.empty();
    }

    private static Optional<Fault> fault(NewReview wanted) {
        if (wanted.stars() < 1 || wanted.stars() > STARS_MAX) {
            return Optional.of(Fault.STARS);
        }
        return PublicWords.fault(wanted.text().strip(), 0, TEXT_CHARS_MAX).map(Reviews::fault);
    }

    private static Fault fault(Asking.Fault fault) {
        return switch (fault) {
            case CONTACT -> Fault.CONTACT;
            case LINK -> Fault.LINK;
            default -> Fault.TOO_LONG;
        };
    }

    /** An order's lines with what may be said of each or was said; empty when it is not this member's. */
    @Connectable
    public Optional<List<Reviewable>> reviewable(UUID memberId, String orderNumber) {
        return purchases.orderOfMember(memberId, orderNumber).map(order -> {
            Map<Integer, Review> written =
                    rows.ofOrder(order.id()).stream().collect(Collectors.toMap(Review::position, Function.identity()));
            SortedMap<Integer, Long> left = reversals.left(order.id());
            return order.lines().stream()
                    .map(line -> new Reviewable(
                            line,
                            written.get(line.position()),
                            fault(order.state(), order.acceptedAt(), left(left, line))
                                    .orElse(null)))
                    .toList();
        });
    }

    @Connectable
    public Rating rating(UUID listingId) {
        return rows.ratings(Set.of(listingId)).getOrDefault(listingId, Rating.NONE);
    }

    /** What everybody may read of a listing, newest first. */
    @Connectable
    public ReviewSlice shown(UUID listingId, @Nullable UUID before, int limit) {
        return slice(rows.shown(listingId, before == null ? NEWEST : before, limit + 1), limit);
    }

    static ReviewSlice slice(List<Review> found, int limit) {
        return found.size() > limit
                ? new ReviewSlice(found.subList(0, limit), found.get(limit - 1).id())
                : new ReviewSlice(found, null);
    }

    /** The photo of a review that is shown. */
    @Connectable
    public Optional<byte[]> photo(UUID id, int at) {
        return rows.byId(id)
                .filter(review -> !review.hidden())
                .flatMap(review -> rows.photoKey(id, at))
                .flatMap(photos::get);
    }

    /** Somebody objects, once; an operator looks. False where there is no such review, or no reason. */
    @Transactional
    public boolean report(UUID accountId, UUID id, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > REASON_CHARS_MAX || rows.lock(id).isEmpty()) {
            return false;
        }
        rows.report(id, accountId, why);
        return true;
    }
}
