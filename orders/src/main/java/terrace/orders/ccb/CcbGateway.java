package terrace.orders.ccb;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import terrace.marketplace.clock.Clock;
import terrace.orders.ccb.CcbQuery.Found;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.BankAnswer.Said;
import terrace.orders.gateway.BankAnswer.Silent;
import terrace.orders.gateway.BankNotice;
import terrace.orders.gateway.NoticeLetter;
import terrace.orders.gateway.OurNumber;
import terrace.orders.gateway.PaymentGateway;

/**
 * A signed redirect, an order query, and the bank's market behind them. Built after public integrations and verified
 * against the sandbox bank only. The bank's page cannot be closed: it closes by itself at the time it was told.
 */
class CcbGateway implements PaymentGateway {

    static final String CHANNEL = "ccb";
    static final String OF_FIRMS = "ccbfirm";

    /** How far the bank's idea of the day may be from ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final String channel;
    private final Way way;
    private final CcbQuery query;
    private final CcbMarket market;
    private final CcbCalls calls;
    private final CcbNotices notices;

    /** The address of the page a payer is sent to. */
    interface Way {
        URI to(URI bank, Checkout checkout) throws IOException;
    }

    CcbGateway(String channel, Way way, CcbQuery query, CcbMarket market, CcbCalls calls, CcbNotices notices) {
        this.channel = channel;
        this.way = way;
        this.query = query;
        this.market = market;
        this.calls = calls;
        this.notices = notices;
    }

    @Override
    public String channel() {
        return channel;
    }

    @Override
    public boolean ofFirms() {
        return channel.equals(OF_FIRMS);
    }

    @Override
    public boolean splits() {
        return true;
    }

    @Override
    public BankAnswer<Charge> open(Checkout checkout, String key) {
        return market.announce(checkout, key).then(announced -> charge(checkout, Stage.OPEN, 0));
    }

    @Override
    public BankAnswer<Optional<Charge>> find(Opened opened) {
        Checkout checkout = opened.checkout();
        return query.ask(OurNumber.of(checkout.paymentId()), days(checkout.openedAt()))
                .then(found -> found.isEmpty()
                        ? new Said<>(Optional.empty())
                        : charge(checkout, found.get()).map(Optional::of));
    }

    @Override
    public BankAnswer<Charge> expire(Opened opened) {
        Checkout checkout = opened.checkout();
        return find(opened)
                .then(found ->
                        found.<BankAnswer<Charge>>map(Said::new).orElseGet(() -> charge(checkout, Stage.EXPIRED, 0)));
    }

    private BankAnswer<Charge> charge(Checkout checkout, Found found) {
        return charge(checkout, found.stage(), found.stage() == Stage.PAID ? found.fen() : 0);
    }

    private BankAnswer<Charge> charge(Checkout checkout, Stage stage, long receivedFen) {
        String order = OurNumber.of(checkout.paymentId());
        Optional<URI> bank = calls.address();
        if (bank.isEmpty()) {
            return new Silent<>("the bank has no address yet", false);
        }
        try {
            URI page = stage == Stage.OPEN ? way.to(bank.get(), checkout) : null;
            return new Said<>(new Charge(order, order, stage, receivedFen, page));
        } catch (IOException e) {
            return new Silent<>("the bank's key: " + e.getMessage(), false);
        }
    }

    /** The days the bank may have an order of this moment under. */
    private static List<LocalDate> days(Instant opened) {
        return Stream.of(opened, opened.plus(CLOCKS_DIFFER), opened.minus(CLOCKS_DIFFER))
                .map(at -> at.atZone(Clock.ZONE).toLocalDate())
                .distinct()
                .toList();
    }

    @Override
    public BankAnswer<Movement> refund(UUID refundId, String intent, long fen, String key) {
        return market.refund(null, refundId, intent, fen, key);
    }

    @Override
    public BankAnswer<Movement> refundOf(UUID orderId, UUID refundId, String intent, long fen, String key) {
        return market.refund(orderId, refundId, intent, fen, key);
    }

    @Override
    public BankAnswer<Optional<Movement>> findRefund(UUID refundId, String intent) {
        return market.findRefund(refundId);
    }

    @Override
    public BankAnswer<LocalDate> accepted(UUID paymentId, UUID orderId, LocalDate day) {
        return market.accepted(paymentId, orderId, day);
    }

    @Override
    public BankAnswer<byte[]> file(LocalDate day) {
        return market.file(day);
    }

    @Override
    public BankNotice read(NoticeLetter letter) {
        return notices.read(letter);
    }

    /** Verified like a notice, and believed no more. */
    @Override
    public Optional<UUID> cameBack(String query) {
        return notices.readForm(query.getBytes(StandardCharsets.UTF_8)) instanceof BankNotice.Genuine genuine
                ? genuine.paymentId()
                : Optional.empty();
    }
}
