package terrace.web.shop;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.listings.ListingCard;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.clock.Clock;
import terrace.web.pages.Language;
import terrace.web.pages.ListingPicture;
import terrace.web.pages.Words;

/** Puts cards into the reader's words, a whole page of them at once. */
@Singleton
public class Cards {
    private final Places places;
    private final Campaigns campaigns;
    private final Clock clock;
    private final Words words;

    Cards(Places places, Campaigns campaigns, Clock clock, Words words) {
        this.places = places;
        this.campaigns = campaigns;
        this.clock = clock;
        this.words = words;
    }

    public List<Card> of(Language language, Collection<ListingCard> listings) {
        Map<UUID, Campaign> promoted =
                campaigns.ofListings(listings.stream().map(ListingCard::id).collect(Collectors.toSet()), clock.now());
        return listings.stream()
                .map(listing -> card(language, listing, promoted.containsKey(listing.id())))
                .toList();
    }

    private Card card(Language language, ListingCard listing, boolean promoted) {
        return new Card(
                listing.id().toString(),
                listing.title(),
                ListingPicture.of(listing.motif(), listing.countyCode(), listing.id()),
                listing.priceFen(),
                listing.perJinFen() > 0 ? listing.perJinFen() : null,
                places.origin(language, listing.countyCode()),
                listing.sold(),
                listing.rating().count(),
                listing.rating().tenths(),
                listing.inStock(),
                tags(language, listing.countyCode(), promoted),
                listing.wasFen());
    }

    List<Tag> tags(Language language, String countyCode, boolean promoted) {
        List<Tag> tags = new ArrayList<>();
        if (promoted) {
            tags.add(new Tag(words.say(language, "shop.tag.campaign"), "gold"));
        }
        if (places.poor(countyCode)) {
            tags.add(new Tag(words.say(language, "shop.tag.poor"), "aid"));
        }
        return tags;
    }
}
