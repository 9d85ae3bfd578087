package terrace.catalog.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class PricesTest {
    @Inject
    Listings listings;

    @Inject
    SampleGoods goods;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    @Test
    void every_price_is_kept_once_from_the_first_one_on() {
        UUID sku = goods.sku();
        assertThat(listings.changePrice(sku, 5900)).isEqualTo(new PriceChange.Changed(6250));
        assertThat(listings.changePrice(sku, 5900)).isEqualTo(new PriceChange.Same());
        assertThat(listings.changePrice(sku, 6250)).isEqualTo(new PriceChange.Changed(5900));
        List<PricePoint> history = listings.priceHistory(sku);
        assertThat(history).extracting(PricePoint::priceFen).containsExactly(6250L, 5900L, 6250L);
        assertThat(history).extracting(PricePoint::from).isSorted();
    }

    @Test
    void the_card_shows_the_cheapest_sku_after_each_change() {
        Listing listing = goods.published(6250, 9900);
        listings.changePrice(listing.skus().getLast().id(), 2981);
        ListingCard card = listings.cardsByIds(List.of(listing.id())).getFirst();
        assertThat(card.priceFen()).isEqualTo(2981);
        assertThat(card.perJinFen()).isEqualTo(596); // 29.81 元 for 5 斤 is 5.962 元 a 斤
        assertThat(card)
                .isEqualTo(listings.published(listing.id()).orElseThrow().card());
        listings.changePrice(listing.skus().getLast().id(), 9900);
        assertThat(listings.cardsByIds(List.of(listing.id())).getFirst().perJinFen())
                .isEqualTo(1250);
    }

    @Test
    void half_a_fen_per_jin_is_rounded_up() {
        assertThat(new Sku(Ids.next(), Ids.next(), "", 1, 1000, "", 1, 1000).perJinFen())
                .isEqualTo(1);
        assertThat(new Sku(Ids.next(), Ids.next(), "", 1, 1001, "", 1, 1001).perJinFen())
                .isZero();
    }

    @Test
    void a_price_out_of_range_or_of_nothing_changes_nothing() {
        UUID sku = goods.sku();
        assertThat(listings.changePrice(sku, 0)).isEqualTo(new PriceChange.OutOfRange());
        assertThat(listings.changePrice(sku, Listings.PRICE_FEN_MAX + 1)).isEqualTo(new PriceChange.OutOfRange());
        assertThat(listings.changePrice(Ids.next(), 1)).isEqualTo(new PriceChange.NoSuchSku());
        assertThat(listings.priceHistory(sku)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog.price_history", "catalog.stock_movement", "catalog.sale_fact"})
    void what_was_written_down_cannot_be_struck_out(String table) {
        assertThatThrownBy(() -> transactions.executeWrite(
                        status -> jdbc.prepareStatement("delete from " + table, PreparedStatement::executeUpdate)))
                .hasStackTraceContaining("permission denied");
    }
}
