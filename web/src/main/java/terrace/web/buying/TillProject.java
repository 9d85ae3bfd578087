package terrace.web.buying;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.orders.donations.Project;
import terrace.orders.donations.Projects;
import terrace.web.pages.Language;

/** What a gift on the way through the till is for. */
@Singleton
class TillProject {
    private final Projects projects;
    private final Clock clock;

    TillProject(Projects projects, Clock clock) {
        this.projects = projects;
        this.clock = clock;
    }

    /** Null where it is for the charity's work as a whole. */
    @Nullable
    String title(Language language) {
        return projects.atTill(clock.now())
                .map(project -> title(language, project))
                .orElse(null);
    }

    /** The title of the project that got this purchase's gift; null where none did. */
    @Nullable
    String given(Language language, UUID purchaseId) {
        return projects.way(Projects.PURCHASE, purchaseId)
                .map(way -> title(language, way.project()))
                .orElse(null);
    }

    private static String title(Language language, Project project) {
        return language.english() ? project.titleEn() : project.title();
    }
}
