package terrace.marketplace.centres;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A place one can go to. */
@MappedEntity(value = "pavilion_point", schema = "marketplace")
public record Point(@Id UUID id, Kind kind, String name, String nameEn, String street, String hours) {

    public static final int NAME_CHARS_MAX = 40;
    public static final int NAME_EN_CHARS_MAX = 80;
    public static final int STREET_CHARS_MAX = 120;
    public static final int HOURS_CHARS_MAX = 60;
    public static final int POINTS_MAX = 60;

    /** What one finds there. */
    public enum Kind {
        /** Goods are shown and sold. */
        CENTRE,
        PICK_UP
    }
}
