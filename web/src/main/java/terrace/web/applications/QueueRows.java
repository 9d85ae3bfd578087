package terrace.web.applications;

import java.util.List;
import terrace.marketplace.applications.Queue;
import terrace.web.signin.Visitor;

/** Those who wait, as a table shows them. */
final class QueueRows {
    private QueueRows() {}

    static List<Row> of(Visitor visitor, DossierPages dossiers, Queue queue, String here) {
        return queue.applications().stream()
                .map(application ->
                        new Row(here + "/" + application.id(), dossiers.line(visitor.language(), application)))
                .toList();
    }

    record Row(String link, Dossier dossier) {}
}
