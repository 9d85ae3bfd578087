package terrace.marketplace.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountRepository extends GenericRepository<AccountRow, UUID> {

    @Query("select * from marketplace.account where id = :id")
    Optional<AccountRow> byId(UUID id);

    @Query("select * from marketplace.account where id in (:ids)")
    List<AccountRow> byIds(Collection<UUID> ids);

    @Query("select * from marketplace.account where sign_in_index = :index")
    Optional<AccountRow> byIndex(byte[] index);

    /** @param indexes in hexadecimal digits, joined by commas */
    @Query("""
            select * from marketplace.account
            where sign_in_index in (select decode(w.digits, 'hex')
                from unnest(string_to_array(:indexes, ',')) w (digits))""")
    List<AccountRow> byIndexes(String indexes);

    @Query("""
            insert into marketplace.account (id, sign_in_name, sign_in_index, name, roles, password_hash)
            values (:id, :signInName, :index, :name, :roles, :passwordHash)
            on conflict (sign_in_index) do nothing""")
    int add(
            UUID id,
            byte[] signInName,
            byte[] index,
            byte[] name,
            @TypeDef(type = DataType.STRING_ARRAY) List<String> roles,
            String passwordHash);

    @Query("""
            update marketplace.account
            set password_hash = :hash, credentials_version = credentials_version + 1 where id = :id""")
    int changePassword(UUID id, String hash);

    @Query("""
            update marketplace.account set roles = array_append(roles, :role)
            where id = :id and not (:role = any (roles))""")
    int grant(UUID id, String role);

    @Query("""
            update marketplace.account
            set roles = array_remove(roles, :role), credentials_version = credentials_version + 1
            where id = :id and :role = any (roles)""")
    int revoke(UUID id, String role);

    @Query("""
            update marketplace.account set second_factor = :setUp,
                credentials_version = credentials_version + case when :setUp then 0 else 1 end
            where id = :id""")
    int secondFactor(UUID id, boolean setUp);
}
