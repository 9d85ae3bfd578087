package terrace.catalog.media;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a picture shows in front: the kind of thing sold, under the code a listing keeps. */
public enum Motif {
    RICE("rice", Grains::rice),
    RED_RICE("red-rice", Grains::redRice),
    MILLET("millet", Grains::millet),
    NOODLES("noodles", Grains::noodles),
    SOYBEANS("soybeans", Grains::soybeans),
    TOFU("tofu", Grains::tofu),
    CORN("corn", Grains::corn),
    PEANUTS("peanuts", Grains::peanuts),
    ORANGE("orange", Fruits::orange),
    APPLE("apple", Fruits::apple),
    PEAR("pear", Fruits::pear),
    LEMON("lemon", Fruits::lemon),
    PEACH("peach", Fruits::peach),
    GRAPES("grapes", Fruits::grapes),
    KIWI("kiwi", Fruits::kiwi),
    JUJUBE("jujube", Fruits::jujube),
    WATERMELON("watermelon", Fruits::watermelon),
    STRAWBERRY("strawberry", Fruits::strawberry),
    WALNUT("walnut", Trees::walnut),
    CHESTNUT("chestnut", Trees::chestnut),
    TEA("tea", Trees::tea),
    COFFEE("coffee", Trees::coffee),
    GOJI("goji", Trees::goji),
    SEA_BUCKTHORN("sea-buckthorn", Trees::seaBuckthorn),
    PEPPERCORN("peppercorn", Trees::peppercorn),
    CHILLI("chilli", Garden::chilli),
    GARLIC("garlic", Garden::garlic),
    GINGER("ginger", Garden::ginger),
    POTATO("potato", Garden::potato),
    SWEET_POTATO("sweet-potato", Garden::sweetPotato),
    PUMPKIN("pumpkin", Garden::pumpkin),
    MUSHROOM("mushroom", Garden::mushroom),
    WOOD_EAR("wood-ear", Garden::woodEar),
    CABBAGE("cabbage", Garden::cabbage),
    TOMATO("tomato", Garden::tomato),
    BAMBOO_SHOOT("bamboo-shoot", Garden::bambooShoot),
    VEGETABLES("vegetables", Garden::vegetables),
    HONEY("honey", Larder::honey),
    EGGS("eggs", Larder::eggs),
    HAM("ham", Larder::ham),
    SAUSAGE("sausage", Larder::sausage),
    BEEF("beef", Larder::beef),
    LAMB("lamb", Larder::lamb),
    POULTRY("poultry", Larder::poultry),
    FISH("fish", Larder::fish),
    MILK("milk", Larder::milk),
    OIL("oil", Larder::oil),
    VINEGAR("vinegar", Larder::vinegar),
    HERBS("herbs", Larder::herbs),
    JUICE("juice", Larder::juice),
    SUGAR("sugar", Larder::sugar),
    FARM_INPUT("farm-input", Larder::farmInput),
    HOUSEHOLD("household", Larder::household),
    HAND_TOOL("hand-tool", Wares::handTool),
    CARTON("carton", Wares::carton);

    private static final Map<String, Motif> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Motif::code, motif -> motif));

    private final String code;
    // A method reference without state; the checker cannot see that a Consumer is one.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Consumer<Sketch> drawing;

    Motif(String code, Consumer<Sketch> drawing) {
        this.code = code;
        this.drawing = drawing;
    }

    public String code() {
        return code;
    }

    public static Optional<Motif> byCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    void draw(Sketch sketch) {
        drawing.accept(sketch);
    }
}
