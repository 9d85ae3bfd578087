package terrace.orders.returns;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.orders.fulfilment.Courier;
import terrace.orders.purchases.OpenOrder;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderBook;
import terrace.orders.purchases.OrderLine;
import terrace.orders.purchases.Purchases;
import terrace.orders.returns.ClaimEvent.Act;
import terrace.orders.returns.ClaimEvent.Actor;
import terrace.orders.returns.ClaimRows.Entry;
import terrace.orders.returns.Opening.Fault;
import terrace.orders.reversals.Reversals;

/** The member's door to claims (售后); somebody else's claim is none. */
@Singleton
public class Claims {
    public static final int WORDS_CHARS_MAX = 500;
    public static final int PHOTOS_MAX = 6;
    public static final int PHOTO_BYTES_MAX = 8 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);
    private static final int AT_ONCE = 200;

    private final ClaimRows rows;
    private final ClaimSteps steps;
    private final ClaimTerms terms;
    private final ClaimPhotos photos;
    private final OrderBook book;
    private final Purchases purchases;
    private final Reversals reversals;
    private final AfterSaleLetters letters;
    private final TransactionOperations<Connection> transactions;

    Claims(
            ClaimRows rows,
            ClaimSteps steps,
            ClaimTerms terms,
            ClaimPhotos photos,
            OrderBook book,
            Purchases purchases,
            Reversals reversals,
            AfterSaleLetters letters,
            TransactionOperations<Connection> transactions) {
        this.rows = rows;
        this.steps = steps;
        this.terms = terms;
        this.photos = photos;
        this.book = book;
        this.purchases = purchases;
        this.reversals = reversals;
        this.letters = letters;
        this.transactions = transactions;
    }

    /**
     * Opens a claim about a line; a line with an open claim keeps that one. Empty when the order is not this member's.
     * Not for use in a transaction: photos are stored before the rows that name them.
     */
    public Optional<Opening> open(UUID memberId, String orderNumber, NewClaim wanted, List<byte[]> pictures) {
        if (pictures.size() > PHOTOS_MAX) {
            return Optional.of(new Opening.Refused(Fault.TOO_MANY_PHOTOS));
        }
        Optional<List<String>> keys = photos.store(pictures);
        if (keys.isEmpty()) {
            return Optional.of(new Opening.Refused(Fault.PHOTO_UNREADABLE));
        }
        Optional<Opening> opening = transactions.executeWrite(
                status -> book.lockOfMember(memberId, orderNumber).map(order -> open(order, wanted, keys.get())));
        if (!(opening.orElse(null) instanceof Opening.Opened)) {
            photos.forget(keys.get());
        }
        return opening;
    }

    private Opening open(OpenOrder order, NewClaim wanted, List<String> keys) {
        Optional<OrderLine> line = book.lines(order.id()).stream()
                .filter(each -> each.position() == wanted.position())
                .findFirst();
        if (line.isEmpty()) {
            return new Opening.Refused(Fault.NO_SUCH_LINE);
        }
        Optional<Claim> known = rows.openOf(order.id(), wanted.position());
        if (known.isPresent()) {
            photos.forget(keys);
            return new Opening.Opened(known.get());
        }
        Optional<Fault> fault = terms.fault(order.state(), order.acceptedAt(), line.get(), wanted.kind())
                .or(() -> Wanting.fault(wanted, line.get(), keys.size()));
        if (fault.isPresent()) {
            return new Opening.Refused(fault.get());
        }
        long most = mostFen(order.id(), line.get(), wanted.quantity());
        if (most == 0) {
            return new Opening.Refused(Fault.NOTHING_LEFT);
        }
        long asked = Wanting.fen(wanted, most);
        if (asked <= 0 || asked > most) {
            return new Opening.Refused(Fault.SUM);
        }
        return new Opening.Opened(enter(order, wanted, asked, keys));
    }

    private Claim enter(OpenOrder order, NewClaim wanted, long asked, List<String> keys) {
        Claim claim = Wanting.claim(order, wanted, asked);
        rows.open(
                claim,
                new Entry(Actor.MEMBER, order.memberId(), Act.OPENED, asked, wanted.words()),
                ClaimState.WITH_MERCHANT.within().orElseThrow());
        photos.add(claim.id(), keys);
        letters.toShop(claim, "opened", AfterSaleLetters.yuan(asked));
        return rows.lock(claim.id());
    }

    private long mostFen(UUID orderId, OrderLine line, int quantity) {
        SortedMap<Integer, Long> sold = reversals.sold(orderId);
        SortedMap<Integer, Long> left = reversals.left(orderId);
        return ClaimTerms.priceFen(
                Objects.requireNonNull(sold.get(line.position())),
                Objects.requireNonNull(left.get(line.position())),
                line.quantity(),
                quantity);
    }

    /** What may be claimed of an order of theirs, by line; empty when it is not this member's. */
    @Connectable
    public Optional<List<Claimable>> claimable(UUID memberId, String orderNumber) {
        return purchases.orderOfMember(memberId, orderNumber).map(order -> {
            SortedMap<Integer, Long> left = reversals.left(order.id());
            List<Claim> claims = rows.ofOrder(order.id());
            return order.lines().stream()
                    .map(line -> new Claimable(
                            line,
                            left.getOrDefault(line.position(), 0L),
                            kinds(order, line),
                            claims.stream()
                                    .filter(claim -> claim.position() == line.position())
                                    .toList()))
                    .toList();
        });
    }

    private List<ClaimKind> kinds(Order order, OrderLine line) {
        return Arrays.stream(ClaimKind.values())
                .filter(kind -> terms.fault(order.state(), order.acceptedAt(), line, kind)
                        .isEmpty())
                .toList();
    }

    /** A member's claims, newest first. */
    @Connectable
    public List<Claim> ofMember(UUID memberId, @Nullable UUID before, int limit) {
        return rows.of("member_id", memberId, before, limit);
    }

    @Connectable
    public Optional<ClaimFile> ofMember(UUID memberId, String number) {
        return mine(memberId, number)
                .map(claim -> new ClaimFile(claim, rows.events(claim.id()), photos.count(claim.id())));
    }

    @Connectable
    public Optional<byte[]> photo(UUID memberId, String number, int at) {
        return mine(memberId, number).flatMap(claim -> photos.file(claim.id(), at));
    }

    /** One more photo while it is open. Empty when it is not this member's. Not for use in a transaction. */
    public Optional<Stepping> addPhotos(UUID memberId, String number, List<byte[]> pictures) {
        Optional<Claim> found = mine(memberId, number);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<String>> keys = photos.store(pictures);
        if (keys.isEmpty() || pictures.isEmpty()) {
            return Optional.of(new Stepping.Refused(Stepping.Fault.PHOTO_UNREADABLE));
        }
        Optional<Stepping> stepping = steps.on(found, held -> {
            Claim claim = held.claim();
            if (!claim.state().open()) {
                return new Stepping.NotNow(claim.state());
            }
            if (photos.count(claim.id()) + keys.get().size() > PHOTOS_MAX) {
                return new Stepping.Refused(Stepping.Fault.TOO_MANY_PHOTOS);
            }
            photos.add(claim.id(), keys.get());
            rows.note(claim.id(), new Entry(Actor.MEMBER, memberId, Act.PHOTO, null, ""));
            return steps.done(claim);
        });
        if (!(stepping.orElse(null) instanceof Stepping.Done)) {
            photos.forget(keys.get());
        }
        return stepping;
    }

    /** The member takes the sum the merchant offers, or agrees to what the mediator proposes. */
    public Optional<Stepping> agree(UUID memberId, String number) {
        return steps.on(mine(memberId, number), held -> {
            Claim claim = held.claim();
            Entry entry = new Entry(Actor.MEMBER, memberId, Act.AGREED, claim.standingFen(), "");
            return switch (claim.state()) {
                case OFFERED -> steps.refund(held, entry);
                case PROPOSED -> steps.agree(held, entry, true);
                default -> new Stepping.NotNow(claim.state());
            };
        });
    }

    /** The member wants an operator to look: after an offer or a refusal a mediator, after a proposal an arbiter. */
    public Optional<Stepping> appeal(UUID memberId, String number, String words) {
        return steps.on(mine(memberId, number), held -> {
            Claim claim = held.claim();
            Optional<Stepping> fault = Wanting.wordsFault(words);
            if (fault.isPresent()) {
                return fault.get();
            }
            return switch (claim.state()) {
                case OFFERED, REFUSED -> {
                    rows.put(claim.id(), claim.askedFen(), claim.goodsBack());
                    rows.step(
                            claim.id(),
                            ClaimState.IN_MEDIATION,
                            new Entry(Actor.MEMBER, memberId, Act.APPEALED, claim.askedFen(), words.strip()));
                    letters.toShop(claim, "mediation");
                    yield steps.done(claim);
                }
                case PROPOSED -> steps.decline(held, Actor.MEMBER, memberId, words.strip());
                default -> new Stepping.NotNow(claim.state());
            };
        });
    }

    /** The goods are on their way back. */
    public Optional<Stepping> sendBack(UUID memberId, String number, Courier courier, String tracking) {
        return steps.on(mine(memberId, number), held -> {
            Claim claim = held.claim();
            if (claim.state() != ClaimState.TO_SEND_BACK) {
                return new Stepping.NotNow(claim.state());
            }
            if (!courier.recognises(tracking)) {
                return new Stepping.Refused(Stepping.Fault.TRACKING);
            }
            rows.sentBack(claim.id(), courier.code(), Courier.tidy(tracking));
            rows.step(
                    claim.id(),
                    ClaimState.ON_WAY_BACK,
                    new Entry(Actor.MEMBER, memberId, Act.SENT_BACK, null, Courier.tidy(tracking)));
            letters.toShop(claim, "sent-back");
            return steps.done(claim);
        });
    }

    /** Nothing is asked any more. */
    public Optional<Stepping> withdraw(UUID memberId, String number) {
        return steps.on(mine(memberId, number), held -> {
            Claim claim = held.claim();
            if (!claim.state().next().contains(ClaimState.WITHDRAWN)) {
                return new Stepping.NotNow(claim.state());
            }
            rows.step(claim.id(), ClaimState.WITHDRAWN, new Entry(Actor.MEMBER, memberId, Act.WITHDRAWN, null, ""));
            letters.toShop(claim, "withdrawn");
            return steps.done(claim);
        });
    }

    /** Lets silence decide what is due; says how many. One that fails keeps back no other. */
    public int endDue() {
        int ended = 0;
        for (Claim claim : rows.due(AT_ONCE)) {
            try {
                ended += steps.silence(claim.orderId(), claim.id()) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.error("Claim {} could not be ended by time; it is tried again", claim.number(), e);
            }
        }
        return ended;
    }

    private Optional<Claim> mine(UUID memberId, String number) {
        return rows.byNumber(number).filter(claim -> claim.memberId().equals(memberId));
    }
}
