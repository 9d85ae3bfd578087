package terrace.marketplace.partners;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

@MappedEntity(value = "partner", schema = "marketplace")
record PartnerRow(@Id UUID id, String code, String name, String nameEn) {

    Partner partner() {
        return new Partner(id, code, name, nameEn);
    }
}
