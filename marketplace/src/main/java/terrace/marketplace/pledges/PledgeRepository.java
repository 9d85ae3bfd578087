package terrace.marketplace.pledges;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PledgeRepository extends GenericRepository<Pledge, UUID> {

    @Query("""
            select id, partner_id, title, title_en, goal_fen, first_day, last_day from marketplace.purchase_pledge
            order by last_day desc, id limit :limit""")
    List<Pledge> latest(int limit);

    @Query("""
            insert into marketplace.purchase_pledge
                (id, partner_id, title, title_en, goal_fen, first_day, last_day, made_by)
            values (:id, :partnerId, :title, :titleEn, :goalFen, :firstDay, :lastDay, :by)
            on conflict (id) do nothing""")
    int add(
            UUID id,
            UUID partnerId,
            String title,
            String titleEn,
            long goalFen,
            LocalDate firstDay,
            LocalDate lastDay,
            UUID by);
}
