package terrace.marketplace.organising;

import java.time.Instant;
import java.util.UUID;

/**
 * A campaign about to be begun: as little as can be kept.
 *
 * @param id minted with the form, so that pressing twice makes one
 */
public record NewPlan(UUID id, String slug, String title, String titleEn, Instant startsAt, Instant endsAt) {}
