package terrace.catalog.certificates;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a merchant says of a certificate; the id is minted when the form is shown, so that sending twice is once. */
public record NewCertificate(
        UUID id,
        Certificate.Kind kind,
        String number,
        String issuer,
        @Nullable LocalDate validUntil,
        Subject subject) {}
