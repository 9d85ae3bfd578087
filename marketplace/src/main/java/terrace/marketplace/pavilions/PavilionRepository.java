package terrace.marketplace.pavilions;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PavilionRepository extends GenericRepository<PavilionRow, String> {

    @Query("select * from marketplace.pavilion order by position, code")
    List<PavilionRow> all();

    @Query("select pavilion_code, partner_id from marketplace.pavilion_partner order by pavilion_code, position")
    List<CoOwner> coOwners();

    @Query("""
            insert into marketplace.pavilion
                (code, name, name_en, kind, province_code, summary, summary_en, position)
            values (:code, :name, :nameEn, :kind, :provinceCode, :summary, :summaryEn, :position)
            on conflict (code) do update set name = :name, name_en = :nameEn, kind = :kind,
                province_code = :provinceCode, summary = :summary, summary_en = :summaryEn, position = :position""")
    int define(
            String code,
            String name,
            String nameEn,
            String kind,
            @Nullable String provinceCode,
            String summary,
            String summaryEn,
            int position);

    @Query("delete from marketplace.pavilion_partner where pavilion_code = :code and partner_id not in (:kept)")
    int removePartners(String code, Collection<UUID> kept);

    @Query("""
            insert into marketplace.pavilion_partner (pavilion_code, partner_id, position)
            values (:code, :partnerId, :position)
            on conflict (pavilion_code, partner_id) do update set position = :position""")
    int addPartner(String code, UUID partnerId, int position);

    @Query("""
            insert into marketplace.pavilion_merchant (pavilion_code, merchant_id)
            values (:code, :merchantId) on conflict do nothing""")
    int include(String code, UUID merchantId);

    @Query("select merchant_id from marketplace.pavilion_merchant where pavilion_code = :code order by position")
    List<UUID> merchantsOf(String code);

    @Query("select pavilion_code, merchant_id from marketplace.pavilion_merchant")
    List<Member> members();

    @Query("select pavilion_code from marketplace.pavilion_merchant where merchant_id = :merchantId")
    List<String> ofMerchant(UUID merchantId);

    @Query("select address, pavilion_code from marketplace.pavilion_address order by position")
    List<AddressRow> addresses();

    @Query("""
            insert into marketplace.pavilion_address (address, pavilion_code) values (:address, :code)
            on conflict do nothing""")
    int addAddress(String address, String code);
}
