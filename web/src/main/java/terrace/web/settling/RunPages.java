package terrace.web.settling;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.orders.books.Invariant;
import terrace.orders.runs.RunLine;
import terrace.orders.runs.SettlementRun;
import terrace.orders.runs.SettlementRun.State;
import terrace.orders.runs.SettlementRuns;
import terrace.orders.settlement.Payout;
import terrace.orders.settlement.Settlement;
import terrace.web.buying.Sights;
import terrace.web.merchant.PayoutStand;
import terrace.web.operator.Actors;
import terrace.web.pages.Form;

/** Turns a run into its page. */
@Singleton
class RunPages {
    private static final Set<String> DONE = Set.of("drafted", "another", "checked", "sent", "dropped", "moved-on");

    private final SettlementRuns runs;
    private final Settlement settlement;
    private final Merchants merchants;
    private final Actors actors;
    private final Sights sights;

    RunPages(SettlementRuns runs, Settlement settlement, Merchants merchants, Actors actors, Sights sights) {
        this.runs = runs;
        this.settlement = settlement;
        this.merchants = merchants;
        this.actors = actors;
        this.sights = sights;
    }

    /**
     * What the page says above everything.
     *
     * @param key words are at {@code settling.run.<key>}; null for nothing
     * @param broken promises of the books that are not kept
     */
    record Said(@Nullable String key, String tone, List<String> broken) {
        static Said of(@Nullable String done) {
            boolean known = done != null && DONE.contains(done);
            boolean news = Objects.equals(done, "another") || Objects.equals(done, "moved-on");
            return new Said(known ? done : null, news ? "info" : "good", List.of());
        }

        static Said refusal(String key) {
            return new Said(key, "bad", List.of());
        }

        static Said unsound(List<Invariant> broken) {
            return new Said(
                    "unsound", "bad", broken.stream().map(Invariant::name).toList());
        }
    }

    RunPage of(SettlementRun run, UUID reader, Form form, Said said) {
        List<RunLine> lines = runs.lines(run.id());
        Map<UUID, Payout> payouts = settlement.payoutsOfRun(run.id()).stream()
                .collect(Collectors.toMap(Payout::merchantId, Function.identity()));
        Map<UUID, Merchant> known =
                merchants.byIds(lines.stream().map(RunLine::merchantId).collect(Collectors.toSet()));
        List<Line> shown = lines.stream()
                .map(line -> line(line, known.get(line.merchantId()), payouts.get(line.merchantId())))
                .toList();
        return new RunPage(
                run.id(),
                run.number(),
                run.state().name(),
                run.fen(),
                run.merchants(),
                run.capFen(),
                run.merchantCapFen(),
                payouts.values().stream()
                        .filter(payout -> payout.state() != Payout.State.RETURNED)
                        .mapToLong(Payout::fen)
                        .sum(),
                marks(run),
                run.state() == State.DRAFT,
                run.state() == State.CHECKED,
                run.draftedBy().equals(reader),
                shown.stream().filter(line -> line.fen() > 0).toList(),
                shown.stream().filter(line -> line.fen() == 0).toList(),
                form,
                said);
    }

    private static Line line(RunLine line, @Nullable Merchant merchant, @Nullable Payout payout) {
        return new Line(
                merchant == null ? line.merchantId().toString() : merchant.name(),
                line.availableFen(),
                line.debtFen(),
                line.fen(),
                line.held() == null ? null : line.held().name(),
                payout == null ? null : PayoutStand.of(payout).name(),
                payout == null ? 0 : payout.fen(),
                payout == null || payout.inFile() == null
                        ? null
                        : payout.inFile().toString(),
                payout == null ? null : payout.trouble());
    }

    private List<Mark> marks(SettlementRun run) {
        Map<String, String> names =
                actors.names(Stream.of(run.draftedBy(), run.checkedBy(), run.approvedBy(), run.droppedBy())
                        .filter(Objects::nonNull)
                        .map(UUID::toString)
                        .toList());
        List<Mark> marks = new ArrayList<>();
        marks.add(mark("drafted", run.draftedAt(), run.draftedBy(), names));
        marks.add(mark("checked", run.checkedAt(), run.checkedBy(), names));
        if (run.state() == State.DROPPED) {
            marks.add(mark("dropped", run.droppedAt(), run.droppedBy(), names));
            return marks;
        }
        marks.add(mark("approved", run.approvedAt(), run.approvedBy(), names));
        marks.add(mark("sent", run.sentAt(), null, names));
        marks.add(mark("in-file", run.inFileAt(), null, names));
        return marks;
    }

    private Mark mark(String key, @Nullable Instant at, @Nullable UUID by, Map<String, String> names) {
        return new Mark(
                key,
                at == null ? null : sights.time(at),
                by == null ? null : names.getOrDefault(by.toString(), ""),
                at != null);
    }

    /** @param key words are at {@code settling.step.<key>} */
    record Mark(String key, @Nullable String time, @Nullable String by, boolean done) {}

    /**
     * @param held words are at {@code settling.held.<held>}; null where it is paid
     * @param stand words are at {@code merchant.payout.<stand>}
     */
    record Line(
            String merchant,
            long availableFen,
            long debtFen,
            long fen,
            @Nullable String held,
            @Nullable String stand,
            long paidFen,
            @Nullable String inFile,
            @Nullable String trouble) {}

    /** @param mine whether the reader has drafted it, and so may not approve it */
    record RunPage(
            UUID id,
            long number,
            String state,
            long fen,
            int merchants,
            long capFen,
            long merchantCapFen,
            long paidFen,
            List<Mark> marks,
            boolean toCheck,
            boolean toApprove,
            boolean mine,
            List<Line> paid,
            List<Line> held,
            Form form,
            Said said) {}
}
