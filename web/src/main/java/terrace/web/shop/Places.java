package terrace.web.shop;

import jakarta.inject.Singleton;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** Names of places for the reader: provinces in their language, counties as they are called at home. */
@Singleton
public class Places {
    private final Regions regions;
    private final Words words;

    Places(Regions regions, Words words) {
        this.regions = regions;
        this.words = words;
    }

    public String province(Language language, String code) {
        return words.say(language, "province." + code);
    }

    /** The county's own name, or its code when nobody knows it. */
    public String county(String code) {
        return regions.byCode(code).map(Region::name).orElse(code);
    }

    /** Where goods come from: “云南 红河县”. */
    public String origin(Language language, String countyCode) {
        return province(language, provinceOf(countyCode)) + " " + county(countyCode);
    }

    /** Whether it was one of the 832 national poverty counties. */
    boolean poor(String countyCode) {
        return regions.byCode(countyCode).map(Region::poor).orElse(false);
    }

    public static String provinceOf(String countyCode) {
        return countyCode.substring(0, Region.PROVINCE_DIGITS);
    }
}
