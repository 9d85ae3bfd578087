package terrace.search.merchandising;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.search.merchandising.Rule.Kind;
import terrace.search.merchandising.Rule.Trait;

/**
 * A rule as an operator asks for it.
 *
 * @param id minted when the form was shown, so that sending it twice makes one rule
 * @param words as typed, with commas or blanks between
 * @param value which goods of the trait, by name or by code
 * @param firstDay in force from that day on, null for at once
 * @param lastDay the last day it is in force, null for until it is ended
 */
public record NewRule(
        UUID id,
        Kind kind,
        String asked,
        String words,
        @Nullable UUID listingId,
        int place,
        @Nullable Trait trait,
        String value,
        int strength,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        String note) {}
