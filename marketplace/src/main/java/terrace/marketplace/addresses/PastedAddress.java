package terrace.marketplace.addresses;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;

/**
 * What could be read from an address somebody copied from elsewhere; empty where nothing certain was found. It is only
 * ever put into the form for the person to look over.
 *
 * @param provinceCode two digits, known also where the county is not
 * @param street what stands behind the county
 */
public record PastedAddress(String recipient, String phone, String provinceCode, String countyCode, String street) {

    /** More than this is no address. */
    public static final int CHARACTERS_MAX = 500;

    private static final Pattern PHONE =
            Pattern.compile("(?<!\\d)(?:\\+?86[- ]?)?(1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}|0\\d{2,3}-?\\d{7,8})(?!\\d)");
    private static final Pattern LABEL =
            Pattern.compile("(收货人|收件人|联系人|姓名|联系电话|手机号码|手机号|手机|电话号码|电话|所在地区|所在区域|" + "详细地址|收货地址|收件地址|地址|邮编)\\s*[:：]?");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,，;；、|/]+");
    private static final Pattern NAME =
            Pattern.compile("\\p{IsHan}{2,5}|\\p{IsHan}{1,8}·\\p{IsHan}{1,8}|[A-Za-z][A-Za-z.]+");
    /** What ends so is a part of an address rather than a name. */
    private static final Pattern NO_NAME = Pattern.compile(".*[省市区县州盟旗镇乡村路街道巷号室栋楼园苑]");

    private static final Pattern CITY = Pattern.compile("^\\p{IsHan}{2,14}?(自治州|地区|市|州|盟)");
    private static final Pattern WHOLE_CITY = Pattern.compile("^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)");

    @Override
    public String toString() {
        return "PastedAddress[" + countyCode + "]";
    }

    /** Reads it: a phone by its form, county and province by the table of divisions, a name by what is left. */
    static PastedAddress read(String pasted, Regions regions) {
        String text = pasted.substring(0, Math.min(pasted.length(), CHARACTERS_MAX));
        Matcher phone = PHONE.matcher(text);
        String number = phone.find() ? phone.group(1).replaceAll("[- ]", "") : "";
        String rest = LABEL.matcher(phone.reset().replaceFirst(" ")).replaceAll(" ");
        List<String> words = new ArrayList<>(BETWEEN.splitAsStream(rest.strip())
                .filter(word -> !word.isBlank())
                .toList());
        Optional<Region> province = words.stream()
                .flatMap(word -> regions.provinces().stream().filter(known -> starts(word, known)))
                .findFirst();
        int first = firstOfPlace(words, province, regions);
        String recipient = "";
        for (int at = 0; at < words.size(); at++) {
            if ((at < first || first < 0) && name(words.get(at))) {
                recipient = words.remove(at);
                first--;
                break;
            }
        }
        if (recipient.isEmpty() && words.size() > 1 && name(words.getLast())) {
            recipient = words.removeLast();
        }
        String place = String.join("", words.subList(Math.max(0, first), words.size()));
        return located(recipient, number, place, province, regions);
    }

    private static boolean name(String word) {
        return NAME.matcher(word).matches() && !NO_NAME.matcher(word).matches();
    }

    private static PastedAddress located(
            String recipient, String number, String place, Optional<Region> province, Regions regions) {
        String behind = province.map(known -> withoutProvince(place, known)).orElse(place);
        Optional<Found> county = county(behind, province, regions);
        String street = county.map(found -> behind.substring(found.end())).orElse(behind);
        return new PastedAddress(
                recipient,
                number,
                county.map(found -> found.region().provinceCode())
                        .or(() -> province.map(Region::code))
                        .orElse(""),
                county.map(found -> found.region().code()).orElse(""),
                street);
    }

    private record Found(Region region, int end) {}

    /**
     * The county whose whole name stands first; behind a city only if it stands right there, so that a road named for
     * a county elsewhere is none. Without a province a name that several counties have is nobody's.
     */
    private static Optional<Found> county(String place, Optional<Region> province, Regions regions) {
        Matcher city = CITY.matcher(place);
        int behindCity = city.find() ? city.end() : 0;
        List<Region> counties = province.map(known -> regions.counties(known.code()))
                .orElseGet(() -> regions.provinces().stream()
                        .flatMap(known -> regions.counties(known.code()).stream())
                        .toList());
        for (int start : new int[] {behindCity, 0}) {
            String from = WHOLE_CITY.matcher(place.substring(start)).replaceFirst("");
            int offset = place.length() - from.length();
            List<Region> found = counties.stream()
                    .filter(county -> from.startsWith(county.name()))
                    .sorted(Comparator.comparingInt(
                            (Region county) -> -county.name().length()))
                    .toList();
            List<Region> longest = found.stream()
                    .filter(county ->
                            county.name().length() == found.getFirst().name().length())
                    .toList();
            List<Region> meant = longest.size() > 1 ? inCity(longest, place, regions) : longest;
            if (meant.size() == 1) {
                return Optional.of(new Found(
                        meant.getFirst(), offset + meant.getFirst().name().length()));
            }
        }
        return Optional.empty();
    }

    /** Of counties of one name, those whose city the text begins with. */
    private static List<Region> inCity(List<Region> counties, String place, Regions regions) {
        return counties.stream()
                .filter(county -> regions.byCode(county.code().substring(0, Region.CITY_DIGITS))
                        .filter(city -> place.startsWith(city.name()))
                        .isPresent())
                .toList();
    }

    private static int firstOfPlace(List<String> words, Optional<Region> province, Regions regions) {
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (province.filter(known -> starts(word, known)).isPresent()
                    || (province.isEmpty() && county(word, province, regions).isPresent())) {
                return at;
            }
        }
        return -1;
    }

    private static boolean starts(String word, Region province) {
        return word.startsWith(province.name()) || word.startsWith(province.shortName());
    }

    /** Municipalities are named twice as often as not: 北京市北京市东城区. */
    private static String withoutProvince(String place, Region province) {
        String rest = cut(place, province);
        return starts(rest, province) && rest.startsWith(province.name()) ? cut(rest, province) : rest;
    }

    private static String cut(String place, Region province) {
        if (place.startsWith(province.name())) {
            return place.substring(province.name().length());
        }
        String rest = place.startsWith(province.shortName())
                ? place.substring(province.shortName().length())
                : place;
        return rest.startsWith("省") ? rest.substring(1) : rest;
    }
}
