package terrace.marketplace.governance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;
import terrace.marketplace.recommenders.Recommender;
import terrace.marketplace.recommenders.Recommenders;

/**
 * The door to pavilions that several partners own together. A proposal carries when those for it hold more than half
 * of the shares, and falls when the others hold half. Who asks comes first: a pavilion one's partner does not co-own
 * is absent.
 */
@Singleton
public class Governance {

    private static final int SHOWN_MAX = 60;
    private static final int PICKS_MAX = 12;

    private final GovernanceRepository rows;
    private final Pavilions pavilions;
    private final Merchants merchants;
    private final Recommenders recommenders;
    private final Audit audit;

    Governance(
            GovernanceRepository rows,
            Pavilions pavilions,
            Merchants merchants,
            Recommenders recommenders,
            Audit audit) {
        this.rows = rows;
        this.pavilions = pavilions;
        this.merchants = merchants;
        this.recommenders = recommenders;
        this.audit = audit;
    }

    /** The partner an account speaks for, where that co-owns this pavilion. */
    @Connectable
    public Optional<UUID> partner(UUID accountId, String code) {
        Optional<UUID> partner = recommenders.of(accountId).map(Recommender::partnerId);
        return pavilions.byCode(code).flatMap(pavilion -> partner.filter(pavilion.partnerIds()::contains));
    }

    /** What those who co-own it have to say, in basis points; equal parts where nobody has shared it. */
    @Connectable
    public List<Say> shares(String code) {
        return rows.shares(code);
    }

    /**
     * Shares the say anew among all who co-own it. What is decided stays.
     *
     * @param shares by partner, in basis points, together 10,000
     */
    @Transactional
    public void share(String code, Map<UUID, Integer> shares, String actor) {
        Pavilion pavilion = pavilions.byCode(code).orElseThrow();
        int all = shares.values().stream().mapToInt(Integer::intValue).sum();
        if (all != 10_000 || !shares.keySet().equals(Set.copyOf(pavilion.partnerIds()))) {
            throw new IllegalArgumentException("shares of all who co-own it come to 10,000, these to " + all);
        }
        rows.lock(code);
        shares.forEach((partner, share) -> rows.share(code, partner, share));
        audit.record(actor, "pavilion.shared", "pavilion:" + code, Map.of());
    }

    /**
     * Proposes a merchant or goods, with the proposer's vote for it. Whether a listing is there the caller has to know.
     *
     * @param id minted when the page was shown
     * @return empty for a pavilion that is not theirs
     */
    @Transactional
    public Optional<Proposing> propose(
            UUID accountId, String code, UUID id, Proposal.Kind kind, UUID subjectId, String sentence) {
        return partner(accountId, code).map(partner -> {
            String why = sentence.strip();
            if (why.length() < Proposal.SENTENCE_CHARS_MIN || why.length() > Proposal.SENTENCE_CHARS_MAX) {
                return new Proposing.SentenceMissing();
            }
            rows.lock(code);
            Optional<ProposalRow> before = rows.byId(id);
            if (before.isPresent()) {
                return before.get().partnerId().equals(partner)
                        ? new Proposing.Noted(id)
                        : new Proposing.ThereAlready();
            }
            if (kind == Proposal.Kind.MERCHANT) {
                if (merchants.byId(subjectId).isEmpty()) {
                    return new Proposing.NoSuchMerchant();
                }
                if (pavilions.merchantsOf(code).contains(subjectId)) {
                    return new Proposing.ThereAlready();
                }
            }
            if (rows.propose(id, code, partner, kind.name(), subjectId, why, accountId) == 0) {
                return new Proposing.ThereAlready();
            }
            return voted(code, id, partner, true, accountId);
        });
    }

    /** One vote for each partner; the first stands. Empty for a proposal of a pavilion that is not theirs. */
    @Transactional
    public Optional<Proposing> vote(UUID accountId, UUID proposalId, boolean yes) {
        return rows.byId(proposalId)
                .flatMap(proposal -> partner(accountId, proposal.pavilionCode()).map(partner -> {
                    rows.lock(proposal.pavilionCode());
                    boolean open = rows.byId(proposalId).orElseThrow().decided() == null;
                    return open
                            ? voted(proposal.pavilionCode(), proposalId, partner, yes, accountId)
                            : new Proposing.DecidedAlready();
                }));
    }

    private Proposing voted(String code, UUID id, UUID partner, boolean yes, UUID accountId) {
        rows.vote(id, partner, yes, accountId);
        Proposal proposal = with(List.of(rows.byId(id).orElseThrow())).getFirst();
        Map<UUID, Integer> shares = rows.shares(code).stream().collect(toMap(Say::partnerId, Say::share));
        int whole = shares.values().stream().mapToInt(Integer::intValue).sum();
        if (2 * held(proposal, shares, true) > whole) {
            rows.decide(id, Proposal.Decided.ACCEPTED.name());
            if (proposal.kind() == Proposal.Kind.MERCHANT) {
                rows.sponsor(code, proposal.subjectId(), proposal.partnerId());
                pavilions.include(code, List.of(proposal.subjectId()));
            }
        } else if (2 * held(proposal, shares, false) >= whole) {
            rows.decide(id, Proposal.Decided.REFUSED.name());
        }
        return new Proposing.Noted(id);
    }

    private static int held(Proposal proposal, Map<UUID, Integer> shares, boolean yes) {
        return proposal.votes().entrySet().stream()
                .filter(vote -> vote.getValue() == yes)
                .mapToInt(vote -> shares.getOrDefault(vote.getKey(), 0))
                .sum();
    }

    /** The newest first. */
    @Connectable
    public List<Proposal> proposals(String code) {
        return with(rows.newest(code, SHOWN_MAX));
    }

    /** Goods the co-owners agreed on, the latest first. */
    @Connectable
    public List<UUID> picks(String code) {
        return rows.picks(code, PICKS_MAX);
    }

    /** Members and which partner brought each, one at most; those of whom nothing is known are left out. */
    @Connectable
    public Map<UUID, UUID> sponsors(String code) {
        return rows.sponsored(code).stream().collect(toMap(Sponsored::merchantId, Sponsored::partnerId));
    }

    /** Says which partner brought merchants that are members already; what was said before stays. */
    @Transactional
    public void attribute(String code, UUID partnerId, Set<UUID> merchantIds) {
        merchantIds.forEach(merchant -> rows.sponsor(code, merchant, partnerId));
    }

    private List<Proposal> with(List<ProposalRow> proposals) {
        if (proposals.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<VoteRow>> votes = rows
                .votes(proposals.stream().map(ProposalRow::id).toList())
                .stream()
                .collect(groupingBy(VoteRow::proposalId));
        return proposals.stream()
                .map(row -> row.with(votes.getOrDefault(row.id(), List.of()).stream()
                        .collect(Collectors.toMap(VoteRow::partnerId, VoteRow::yes))))
                .toList();
    }
}
