package terrace.orders.promotions;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignBudget;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.coupons.CouponBatches;
import terrace.marketplace.database.SqlArrays;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Bearer;
import terrace.orders.ledger.Ledger;

/** What is in a fund for buyers' prices, and what of it coupons and campaigns may still take. */
@Singleton
class PromisedFunds {
    private static final String SPENT = """
            select s.campaign_id, sum(s.fen)::bigint as fen
            from orders.line_share s join orders.customer_order o on o.id = s.order_id
            where s.campaign_id = any(?) and s.bearer = ? and o.paid_at is not null group by s.campaign_id
            """;

    private final Ledger ledger;
    private final CouponBatches batches;
    private final Campaigns campaigns;
    private final JdbcOperations jdbc;

    PromisedFunds(Ledger ledger, CouponBatches batches, Campaigns campaigns, JdbcOperations jdbc) {
        this.ledger = ledger;
        this.batches = batches;
        this.campaigns = campaigns;
        this.jdbc = jdbc;
    }

    /** @param organiserId whose fund; null for the platform's */
    FundState state(@Nullable UUID organiserId) {
        return new FundState(ledger.balance(fund(organiserId)), promised(organiserId));
    }

    /** Locks the fund until the transaction ends. */
    FundState locked(@Nullable UUID organiserId) {
        long balance = ledger.lockedBalance(fund(organiserId));
        return new FundState(balance, promised(organiserId));
    }

    /** By campaign, what this bearer paid of what was sold in it; goods that came back change nothing here. */
    @Connectable
    Map<UUID, Long> spent(List<UUID> campaignIds, Bearer bearer) {
        return jdbc.prepareStatement(SPENT, (PreparedStatement statement) -> {
            statement.setArray(1, SqlArrays.uuids(statement, campaignIds));
            statement.setString(2, bearer.name());
            Map<UUID, Long> spent = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    spent.put(row.getObject("campaign_id", UUID.class), row.getLong("fen"));
                }
            }
            return spent;
        });
    }

    /** A campaign may take its part of the budget while it enrols; afterwards of what is still set aside. */
    private long promised(@Nullable UUID organiserId) {
        List<Campaign> funded = campaigns.funded().stream()
                .filter(campaign -> organiserId == null || Objects.equals(organiserId, campaign.ownerPartnerId()))
                .toList();
        Map<UUID, Long> spent = funded.isEmpty()
                ? Map.of()
                : spent(
                        funded.stream().map(Campaign::id).toList(),
                        organiserId == null ? Bearer.PLATFORM : Bearer.ORGANISER);
        long campaignsFen = funded.stream()
                .mapToLong(campaign -> {
                    CampaignBudget budget = campaign.budget();
                    long most = budget.part(
                            campaign.state().over() ? budget.reservedFen() : budget.fen(),
                            organiserId == null ? budget.platform() : budget.organiser());
                    return Math.max(0, most - spent.getOrDefault(campaign.id(), 0L));
                })
                .reduce(0, Math::addExact);
        return Math.addExact(batches.promisedFen(organiserId), campaignsFen);
    }

    static Account fund(@Nullable UUID organiserId) {
        return (organiserId == null ? Bearer.PLATFORM : Bearer.ORGANISER)
                .fund(organiserId)
                .orElseThrow();
    }
}
