package terrace.catalog.media;

import java.util.Map;

/** Kinds of country, each with the four colours of its ground from far to near. */
enum Land {
    TERRACES("#8FB0A8", "#7FA671", "#A9BF6B", "#5E8F4E"),
    KARST("#8FB3B0", "#6FA08B", "#5B9070", "#7FAE5E"),
    LOESS("#DDBE8C", "#CFA566", "#BC8A4E", "#A9A25A"),
    GRASSLAND("#9DBFAE", "#A3C274", "#8DB85C", "#74A548"),
    DUNES("#E6CBA0", "#DDB57A", "#CF9D58", "#E3BE83"),
    SNOW("#9FB4C8", "#7E9AB0", "#5F8A78", "#7FA663"),
    LAKES("#9CBBC0", "#86AE9E", "#9CC6CF", "#6E9E63"),
    PADDIES("#96B7A4", "#7FA97B", "#A8C56C", "#86AF4F"),
    BLACK_SOIL("#9DB79A", "#86A866", "#6B5240", "#54402F"),
    WHEAT("#B5BF8E", "#D9BC62", "#E3C566", "#CFA544"),
    SEA("#A9C4CC", "#86B3BF", "#6FA6B8", "#E6D6AE"),
    ISLAND("#9CCBC6", "#6FB7B5", "#58A7AE", "#EADBB0"),
    TEA_HILLS("#93B59B", "#79A568", "#5E9450", "#4B8243"),
    GORGE("#90ABB0", "#6F9384", "#587F66", "#86B0B4"),
    WALL("#A5B79E", "#8CA672", "#789A5C", "#C0A862");

    private static final Map<String, Land> OF_PROVINCE = Map.ofEntries(
            Map.entry("11", WALL),
            Map.entry("12", SEA),
            Map.entry("13", WALL),
            Map.entry("14", LOESS),
            Map.entry("15", GRASSLAND),
            Map.entry("21", SEA),
            Map.entry("22", BLACK_SOIL),
            Map.entry("23", BLACK_SOIL),
            Map.entry("31", LAKES),
            Map.entry("32", LAKES),
            Map.entry("33", TEA_HILLS),
            Map.entry("34", TEA_HILLS),
            Map.entry("35", SEA),
            Map.entry("36", PADDIES),
            Map.entry("37", SEA),
            Map.entry("41", WHEAT),
            Map.entry("42", LAKES),
            Map.entry("43", PADDIES),
            Map.entry("44", ISLAND),
            Map.entry("45", KARST),
            Map.entry("46", ISLAND),
            Map.entry("50", GORGE),
            Map.entry("51", SNOW),
            Map.entry("52", KARST),
            Map.entry("53", TERRACES),
            Map.entry("54", SNOW),
            Map.entry("61", LOESS),
            Map.entry("62", LOESS),
            Map.entry("63", GRASSLAND),
            Map.entry("64", LOESS),
            Map.entry("65", DUNES),
            Map.entry("71", ISLAND));

    final String far;
    final String middle;
    final String near;
    final String front;

    Land(String far, String middle, String near, String front) {
        this.far = far;
        this.middle = middle;
        this.near = near;
        this.front = front;
    }

    static Land of(String provinceCode) {
        return OF_PROVINCE.getOrDefault(provinceCode, TERRACES);
    }
}
