package terrace.marketplace.partners;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PartnerRepository extends GenericRepository<PartnerRow, UUID> {

    @Query("select * from marketplace.partner order by code")
    List<PartnerRow> all();

    @Query("select * from marketplace.partner where code = :code")
    Optional<PartnerRow> byCode(String code);

    @Query("select * from marketplace.partner where id in (:ids)")
    List<PartnerRow> byIds(Collection<UUID> ids);

    @Query("""
            insert into marketplace.partner (id, code, name, name_en) values (:id, :code, :name, :nameEn)
            on conflict (code) do update set name = :name, name_en = :nameEn""")
    int define(UUID id, String code, String name, String nameEn);
}
