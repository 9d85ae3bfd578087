package terrace.search.indexing;

import java.util.List;

/**
 * A listing as it lies in the index; listings.json says what each field is for.
 *
 * @param characters the title again, for its characters and pairs of them
 * @param words the title's words
 * @param about the title's words, and those of its origin and categories
 * @param pinyin how those words sound, in full and by initials
 * @param said words worth suggesting
 * @param categories slugs, from the root down
 */
record ListingDocument(
        String id,
        String title,
        String characters,
        String words,
        String about,
        String pinyin,
        List<String> said,
        List<String> categories,
        String province,
        String county,
        boolean poor,
        boolean inStock,
        String merchant,
        String motif,
        long priceFen,
        long grams,
        long perJinFen,
        long sold,
        long publishedAt) {}
