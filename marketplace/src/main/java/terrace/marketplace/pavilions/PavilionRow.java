package terrace.marketplace.pavilions;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity(value = "pavilion", schema = "marketplace")
record PavilionRow(
        @Id String code,
        String name,
        String nameEn,
        Pavilion.Kind kind,
        @Nullable String provinceCode,
        String summary,
        String summaryEn,
        int position) {

    Pavilion with(List<UUID> partnerIds) {
        return new Pavilion(code, name, nameEn, kind, provinceCode, summary, summaryEn, position, partnerIds);
    }
}
