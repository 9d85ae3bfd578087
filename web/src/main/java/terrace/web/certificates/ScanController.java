package terrace.web.certificates;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.util.UUID;
import terrace.catalog.certificates.Certificates;
import terrace.web.signin.Access;

/** Scans that an operator found free of anybody's personal data. */
@Controller("/certificates")
@Secured(Access.ANYONE)
class ScanController {
    private final Certificates certificates;

    ScanController(Certificates certificates) {
        this.certificates = certificates;
    }

    @Get("/{id}/scan")
    HttpResponse<?> show(UUID id) {
        return Scans.send(certificates.byId(id), certificates.publicScan(id), true);
    }
}
