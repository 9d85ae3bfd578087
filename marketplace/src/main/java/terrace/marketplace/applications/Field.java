package terrace.marketplace.applications;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an application may ask for. */
public enum Field {
    NAME(60),
    LICENCE(40),
    PERSON(30),
    ID_NUMBER(40),
    PHONE(40),
    COUNTY(6),
    VILLAGE(120),
    GOODS(300),
    HOUSEHOLDS(6),
    BANK_NAME(60),
    BANK_HOLDER(60),
    BANK_ACCOUNT(60);

    private final int charactersMax;

    Field(int charactersMax) {
        this.charactersMax = charactersMax;
    }

    public int charactersMax() {
        return charactersMax;
    }

    /** As forms call it: id-number. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Field> byId(String id) {
        return Arrays.stream(values()).filter(field -> field.id().equals(id)).findFirst();
    }

    /** Shown with all but the last digits hidden, everywhere and to everyone. */
    public boolean masked() {
        return this == ID_NUMBER || this == BANK_ACCOUNT;
    }
}
