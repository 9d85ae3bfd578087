package terrace.catalog.questions;

import java.time.Instant;
import java.util.UUID;

/** An answer as it was written once. */
public record AnswerVersion(int version, String text, UUID answeredBy, Instant answeredAt) {}
