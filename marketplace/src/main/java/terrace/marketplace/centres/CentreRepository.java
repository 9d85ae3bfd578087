package terrace.marketplace.centres;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CentreRepository extends GenericRepository<Point, UUID> {

    @Query("""
            select id, kind, name, name_en, street, hours from marketplace.pavilion_point
            where pavilion_code = :code order by kind, position limit :limit""")
    List<Point> points(String code, int limit);

    @Query("""
            select id, name, name_en, street, first_day, last_day from marketplace.pavilion_fair
            where pavilion_code = :code and last_day >= :today order by first_day, id limit :limit""")
    List<Fair> fairs(String code, LocalDate today, int limit);

    @Query("""
            insert into marketplace.pavilion_point (id, pavilion_code, kind, name, name_en, street, hours)
            values (:id, :code, :kind, :name, :nameEn, :street, :hours) on conflict (id) do nothing""")
    int addPoint(UUID id, String code, String kind, String name, String nameEn, String street, String hours);

    @Query("""
            insert into marketplace.pavilion_fair (id, pavilion_code, name, name_en, street, first_day, last_day)
            values (:id, :code, :name, :nameEn, :street, :firstDay, :lastDay) on conflict (id) do nothing""")
    int addFair(UUID id, String code, String name, String nameEn, String street, LocalDate firstDay, LocalDate lastDay);

    @Query("delete from marketplace.pavilion_point where id = :id and pavilion_code = :code")
    int removePoint(String code, UUID id);

    @Query("delete from marketplace.pavilion_fair where id = :id and pavilion_code = :code")
    int removeFair(String code, UUID id);
}
