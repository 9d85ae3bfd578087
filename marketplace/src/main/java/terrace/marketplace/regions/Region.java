package terrace.marketplace.regions;

/**
 * A division of China.
 *
 * @param code GB/T 2260: two digits for a province, four for a city, six for a county
 * @param poor whether it was one of the 832 national poverty counties, all delisted by 2020
 */
public record Region(String code, String name, boolean poor) {
    public static final int PROVINCE_DIGITS = 2;
    public static final int CITY_DIGITS = 4;
    public static final int COUNTY_DIGITS = 6;

    public String provinceCode() {
        return code.substring(0, PROVINCE_DIGITS);
    }

    public boolean isProvince() {
        return code.length() == PROVINCE_DIGITS;
    }

    public boolean isCounty() {
        return code.length() == COUNTY_DIGITS;
    }

    /** The name as people say it: 云南 for 云南省, 广西 for 广西壮族自治区; counties keep theirs. */
    public String shortName() {
        return isProvince() ? name.replaceAll("(维吾尔|壮族|回族)?(自治区|特别行政区)$|[省市]$", "") : name;
    }
}
