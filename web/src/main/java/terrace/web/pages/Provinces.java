package terrace.web.pages;

import java.util.List;

/** The provinces to deliver to, in the order of their codes; their names are words of the layout. */
public final class Provinces {
    public static final List<String> CODES = List.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82");

    private Provinces() {}
}
