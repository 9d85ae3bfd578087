package terrace.marketplace.papers;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PaperRepository extends GenericRepository<PaperRow, UUID> {

    @Query("select * from marketplace.paper where owner_id = :ownerId order by kind, added_at, id")
    List<PaperRow> ofOwner(UUID ownerId);

    @Query("select * from marketplace.paper where owner_id = :ownerId and id = :id")
    Optional<PaperRow> ofOwner(UUID ownerId, UUID id);

    /** Held until the transaction ends, so that two at once can't pass the limit. */
    @Query("select id from marketplace.account where id = :ownerId for update")
    Optional<UUID> lock(UUID ownerId);

    /** Without those on file that were replaced or refused: they count no more. */
    @Query("""
            select count(*) from marketplace.paper p where owner_id = :ownerId
              and not exists (select from marketplace.filed_paper f
                  where f.paper_id = p.id and f.state in ('REPLACED', 'REFUSED'))""")
    int count(UUID ownerId);

    @Query("""
            insert into marketplace.paper (id, owner_id, kind, number, expires_on, file_key, media_type, bytes)
            values (:id, :ownerId, :kind, :number, :expiresOn, :fileKey, :mediaType, :bytes)""")
    int add(
            UUID id,
            UUID ownerId,
            String kind,
            byte[] number,
            @Nullable LocalDate expiresOn,
            String fileKey,
            String mediaType,
            int bytes);

    /** What is on file stays. */
    @Query("""
            delete from marketplace.paper p where owner_id = :ownerId and id = :id
              and not exists (select from marketplace.filed_paper f where f.paper_id = p.id)""")
    int remove(UUID ownerId, UUID id);
}
