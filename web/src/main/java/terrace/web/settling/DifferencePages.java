package terrace.web.settling;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.orders.clearing.RefusedClearing;
import terrace.orders.clearing.RefusedClearings;
import terrace.orders.reconciliation.Difference;
import terrace.orders.reconciliation.DifferenceQueue;
import terrace.orders.reconciliation.WriteOff;
import terrace.orders.reconciliation.WriteOffs;
import terrace.web.buying.Sights;
import terrace.web.operator.Actors;
import terrace.web.pages.Form;

/** Turns differences with the bank into pages. */
@Singleton
class DifferencePages {
    private static final int SHOWN = 200;
    private static final Set<String> DONE =
            Set.of("noted", "proposed", "decided", "nothing", "standing", "same-person");
    private static final Set<String> TOLD = Set.of("told-again", "told-before");
    private static final Set<String> GOOD = Set.of("noted", "proposed", "decided");

    private final DifferenceQueue queue;
    private final WriteOffs writeOffs;
    private final RefusedClearings clearings;
    private final Actors actors;
    private final Sights sights;
    private final Clock clock;

    DifferencePages(
            DifferenceQueue queue,
            WriteOffs writeOffs,
            RefusedClearings clearings,
            Actors actors,
            Sights sights,
            Clock clock) {
        this.queue = queue;
        this.writeOffs = writeOffs;
        this.clearings = clearings;
        this.actors = actors;
        this.sights = sights;
        this.clock = clock;
    }

    ListPage list(@Nullable String done) {
        List<Difference> open = queue.oldest(SHOWN);
        Map<String, String> names = actors.names(open.stream()
                .flatMap(difference -> Stream.ofNullable(difference.ownerId()))
                .map(UUID::toString)
                .toList());
        return new ListPage(
                open.stream().map(one -> row(one, names)).toList(),
                clearings.oldest(SHOWN),
                done != null && TOLD.contains(done) ? done : null);
    }

    DifferencePage of(Difference difference, UUID reader, Form typed, @Nullable String done) {
        List<WriteOff> proposals = writeOffs.ofDifferences(List.of(difference.id()));
        Map<String, String> names = actors.names(Stream.concat(
                        Stream.ofNullable(difference.ownerId()),
                        proposals.stream()
                                .flatMap(one ->
                                        Stream.concat(Stream.of(one.proposedBy()), Stream.ofNullable(one.decidedBy()))))
                .map(UUID::toString)
                .collect(Collectors.toSet()));
        String note = difference.note();
        Form form = typed.values().isEmpty() && note != null ? Form.of(Map.of("note", note)) : typed;
        boolean proposed = proposals.stream().anyMatch(one -> one.state() == WriteOff.State.PROPOSED);
        return new DifferencePage(
                row(difference, names),
                difference.overFen(),
                sights.time(difference.foundAt()),
                difference.clearedAt() == null ? null : sights.time(difference.clearedAt()),
                difference.writtenOffAt() == null ? null : sights.time(difference.writtenOffAt()),
                proposals.stream().map(one -> proposal(one, reader, names)).toList(),
                difference.open() && difference.overFen() != 0 && !proposed,
                form,
                done != null && DONE.contains(done) ? done : null,
                done != null && GOOD.contains(done) ? "good" : "warn");
    }

    private Row row(Difference difference, Map<String, String> names) {
        Instant until = clock.now();
        return new Row(
                difference.id(),
                difference.kind().name(),
                difference.type().toLowerCase(Locale.ROOT),
                difference.ourRef(),
                difference.bankFen(),
                difference.ourFen(),
                difference.day().toString(),
                Math.max(0, Duration.between(difference.foundAt(), until).toDays()),
                difference.ownerId() == null
                        ? null
                        : names.getOrDefault(difference.ownerId().toString(), ""),
                difference.note(),
                difference.open());
    }

    private Proposal proposal(WriteOff one, UUID reader, Map<String, String> names) {
        return new Proposal(
                one.id(),
                one.overFen(),
                one.reason(),
                one.state().name(),
                names.getOrDefault(one.proposedBy().toString(), ""),
                sights.time(one.proposedAt()),
                one.decidedBy() == null
                        ? null
                        : names.getOrDefault(one.decidedBy().toString(), ""),
                one.proposedBy().equals(reader));
    }

    /**
     * @param kind words are at {@code operator.difference.<kind>}
     * @param type words are at {@code operator.movement.<type>}
     * @param days how long it has been known
     */
    record Row(
            UUID id,
            String kind,
            String type,
            String ref,
            long bankFen,
            long ourFen,
            String day,
            long days,
            @Nullable String owner,
            @Nullable String note,
            boolean open) {}

    /**
     * @param state words are at {@code settling.write-off.<state>}
     * @param mine whether the reader has proposed it, and so may not decide it
     */
    record Proposal(
            UUID id,
            long overFen,
            String reason,
            String state,
            String by,
            String at,
            @Nullable String decidedBy,
            boolean mine) {}

    /** @param done words are at {@code settling.clearing.<done>} */
    record ListPage(
            List<Row> rows,
            List<RefusedClearing> refused,
            @Nullable String done) {}

    /** @param done words are at {@code settling.difference.<done>} */
    record DifferencePage(
            Row row,
            long overFen,
            String foundAt,
            @Nullable String clearedAt,
            @Nullable String writtenOffAt,
            List<Proposal> proposals,
            boolean mayPropose,
            Form form,
            @Nullable String done,
            String tone) {}
}
