package terrace.marketplace.addresses;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AddressRepository extends GenericRepository<AddressRow, UUID> {

    @Query("""
            select * from marketplace.address where member_id = :memberId
            order by preferred desc, created_at desc, id desc""")
    List<AddressRow> ofMember(UUID memberId);

    @Query("select * from marketplace.address where member_id = :memberId and id = :id")
    Optional<AddressRow> ofMember(UUID memberId, UUID id);

    @Query("select * from marketplace.address where id in (:ids)")
    List<AddressRow> byIds(Collection<UUID> ids);

    /** Held until the transaction ends, so that two saves at once can't pass the limit or prefer two. */
    @Query("select id from marketplace.account where id = :memberId for update")
    Optional<UUID> lock(UUID memberId);

    @Query("update marketplace.address set preferred = false where member_id = :memberId and preferred")
    int preferNone(UUID memberId);

    @Query("""
            insert into marketplace.address (id, member_id, recipient, phone, county_code, street, preferred)
            values (:id, :memberId, :recipient, :phone, :countyCode, :street, :preferred)""")
    int add(
            UUID id,
            UUID memberId,
            byte[] recipient,
            byte[] phone,
            String countyCode,
            byte[] street,
            boolean preferred);

    @Query("""
            update marketplace.address set recipient = :recipient, phone = :phone, county_code = :countyCode,
                street = :street, preferred = :preferred
            where member_id = :memberId and id = :id""")
    int change(
            UUID id,
            UUID memberId,
            byte[] recipient,
            byte[] phone,
            String countyCode,
            byte[] street,
            boolean preferred);

    @Query("delete from marketplace.address where member_id = :memberId and id = :id")
    int remove(UUID memberId, UUID id);
}
