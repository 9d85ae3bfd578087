package terrace.marketplace.impact;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.money.Money;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;

/** Where facts are written: each once, however often and in whatever order it is told. */
@Singleton
public class ImpactFacts {
    public static final int NOTE_CHARACTERS_MAX = 300;

    private static final int PROVINCE_DIGITS = 2;

    private final FactRows facts;
    private final AllocationRepository allocations;
    private final Pavilions pavilions;
    private final Campaigns campaigns;
    private final Audit audit;
    private final Clock clock;

    ImpactFacts(
            FactRows facts,
            AllocationRepository allocations,
            Pavilions pavilions,
            Campaigns campaigns,
            Audit audit,
            Clock clock) {
        this.facts = facts;
        this.allocations = allocations;
        this.pavilions = pavilions;
        this.campaigns = campaigns;
        this.audit = audit;
        this.clock = clock;
    }

    /** Counts a paid line with the allocation in force on the day it was paid; false when it was counted before. */
    @Transactional
    public boolean countPaid(PaidLine line) {
        var day = clock.dayOf(line.at());
        Campaign campaign =
                campaigns.ofListings(Set.of(line.listingId()), line.at()).get(line.listingId());
        Fact sold = new Fact(
                0,
                line.source(),
                line.line(),
                Fact.Kind.SOLD,
                0,
                line.listingId(),
                null,
                line.merchantId(),
                line.countyCode(),
                null,
                null,
                0,
                line.grams(),
                line.fen(),
                campaign == null ? "" : campaign.slug(),
                pavilionsOf(line.merchantId(), line.countyCode()),
                "",
                line.at(),
                day);
        facts.lock();
        return facts.insert(
                allocations.inForce(line.listingId(), day).map(sold::behind).orElse(sold));
    }

    private List<String> pavilionsOf(UUID merchantId, String countyCode) {
        String province = countyCode.substring(0, PROVINCE_DIGITS);
        Stream<String> origin = pavilions.all().stream()
                .filter(pavilion -> pavilion.kind() == Pavilion.Kind.ORIGIN)
                .filter(pavilion -> province.equals(pavilion.provinceCode()))
                .map(Pavilion::code);
        return Stream.concat(origin, pavilions.ofMerchant(merchantId).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Takes off what went back of a line: of money so much, of weight the same share. A line counted never, or nothing
     * left of it, takes nothing off. The sale is counted before; counting it again does no harm.
     *
     * @param part tells returns of one line apart; the same told twice has the same
     */
    @Transactional
    public boolean countReturned(String source, int line, long part, long fen, Instant at) {
        facts.lock();
        List<Fact> known = facts.ofLine(source, line);
        if (known.isEmpty() || known.stream().anyMatch(fact -> isReturn(fact, part))) {
            return false;
        }
        List<Fact> left = left(known);
        long leftFen = left.stream().mapToLong(Fact::fen).sum();
        long back = Math.min(fen, leftFen);
        if (back <= 0) {
            return false;
        }
        long[] shares = Money.split(back, left.stream().mapToLong(Fact::fen).toArray());
        for (int share = 0; share < shares.length; share++) {
            Fact one = left.get(share);
            long grams = one.fen() == 0 ? 0 : Math.multiplyExact(one.grams(), shares[share]) / one.fen();
            facts.insert(one.then(Fact.Kind.RETURNED, part + share, -grams, -shares[share], "", at, clock.dayOf(at)));
        }
        return true;
    }

    private static boolean isReturn(Fact fact, long part) {
        return fact.kind() == Fact.Kind.RETURNED && fact.part() == part;
    }

    /** What is left of a line for each allocation behind it; those of which nothing is left are left out. */
    private static List<Fact> left(List<Fact> known) {
        Map<Long, Fact> sums = new LinkedHashMap<>();
        for (Fact fact : known) {
            Long behind = fact.allocation();
            sums.merge(
                    behind == null ? 0L : behind,
                    fact,
                    (sum, more) -> sum.then(
                            sum.kind(),
                            sum.part(),
                            sum.grams() + more.grams(),
                            sum.fen() + more.fen(),
                            "",
                            sum.at(),
                            sum.day()));
        }
        return sums.values().stream().filter(sum -> sum.fen() > 0).toList();
    }

    /** So many of a line's pieces are of a lot. */
    public record FromLot(UUID lotId, int pieces) {}

    /**
     * Once it is known which lots a line's goods are of: the share of those with an allocation of their own, in force
     * on the day it was paid, moves behind that. Once for a line.
     *
     * @param pieces of the line, all lots together
     */
    @Transactional
    public boolean countLots(String source, int line, int pieces, List<FromLot> lots, Instant at) {
        facts.lock();
        List<Fact> known = facts.ofLine(source, line);
        boolean moved = known.stream().anyMatch(fact -> fact.kind() == Fact.Kind.MOVED);
        Optional<Fact> sold =
                known.stream().filter(fact -> fact.kind() == Fact.Kind.SOLD).findFirst();
        if (sold.isEmpty() || moved) {
            return false;
        }
        Fact whole = left(known).stream().findFirst().orElse(sold.get());
        List<Fact> written = new ArrayList<>();
        for (FromLot lot : lots) {
            allocations
                    .inForceOfLot(whole.listingId(), lot.lotId(), sold.get().day())
                    .filter(behind -> !Long.valueOf(behind.number()).equals(whole.allocation()))
                    .ifPresent(behind -> {
                        long grams = whole.grams() * lot.pieces() / pieces;
                        long fen = whole.fen() * lot.pieces() / pieces;
                        int part = written.size();
                        written.add(whole.then(Fact.Kind.MOVED, part, -grams, -fen, "", at, clock.dayOf(at)));
                        written.add(whole.then(Fact.Kind.MOVED, part + 1, grams, fen, "", at, clock.dayOf(at))
                                .behind(behind));
                    });
        }
        written.forEach(facts::insert);
        return !written.isEmpty();
    }

    /**
     * Sets a line right by a new fact of today that says why; what was written before stays as it was.
     *
     * @param id minted when the form was shown: the same form twice corrects once
     * @param grams to be added, or taken off where negative; likewise the money
     * @return empty where there is no such fact
     */
    @Transactional
    public Optional<Correcting> correct(UUID operatorId, UUID id, long number, long grams, long fen, String note) {
        return facts.byNumber(number).map(fact -> {
            if (note.isBlank()) {
                return new Correcting.NoteMissing();
            }
            if (grams == 0 && fen == 0) {
                return new Correcting.NothingToCorrect();
            }
            facts.lock();
            List<Fact> known = facts.ofLine(fact.source(), fact.line());
            long part = part(id);
            Optional<Fact> before = known.stream()
                    .filter(one -> one.kind() == Fact.Kind.CORRECTED && one.part() == part)
                    .findFirst();
            if (before.isPresent()) {
                return new Correcting.Corrected(before.get());
            }
            long leftGrams = known.stream().mapToLong(Fact::grams).sum();
            long leftFen = known.stream().mapToLong(Fact::fen).sum();
            if (leftGrams + grams < 0 || leftFen + fen < 0) {
                return new Correcting.TooMuch(leftGrams, leftFen);
            }
            Instant now = clock.now();
            String said = note.strip().substring(0, Math.min(note.strip().length(), NOTE_CHARACTERS_MAX));
            Fact correction = fact.then(Fact.Kind.CORRECTED, part, grams, fen, said, now, clock.dayOf(now));
            facts.insert(correction);
            audit.record("account:" + operatorId, "impact.corrected", "fact:" + number, Map.of("note", said));
            return new Correcting.Corrected(correction);
        });
    }

    /** Of one line each form has another number. */
    static long part(UUID id) {
        return id.getLeastSignificantBits() & Long.MAX_VALUE;
    }
}
