package terrace.catalog.categories;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Attribute.Choice;
import terrace.catalog.categories.Attribute.Kind;
import terrace.catalog.categories.Shaping.Fault;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.ids.Ids;

/** Where operators shape the tree and what its goods are asked; one change at a time, each recorded. */
@Singleton
public class Assortment {
    public static final int CHOICES_MAX = 30;
    /** From the root down to one category: a form that a phone can bear. */
    public static final int ATTRIBUTES_MAX = 20;

    private static final int NAME_CHARS_MAX = 20;
    private static final int ENGLISH_CHARS_MAX = 40;
    private static final int UNIT_CHARS_MAX = 10;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]{1,30}(-[a-z0-9]{1,30}){0,4}");
    /** They part answers in a sheet. */
    private static final Pattern SIGNS = Pattern.compile("[=＝:：;；\\n\\r]");

    private final CategoryRows categories;
    private final AttributeRows attributes;
    private final Categories read;
    private final Groups groups;
    private final Audit audit;

    Assortment(CategoryRows categories, AttributeRows attributes, Categories read, Groups groups, Audit audit) {
        this.categories = categories;
        this.attributes = attributes;
        this.read = read;
        this.groups = groups;
        this.audit = audit;
    }

    /** Adds a category; adding the same again adds nothing. */
    @Transactional
    public Shaping<Category> add(NewCategory wanted, UUID operator) {
        categories.lockTree();
        CategoryWords words = new CategoryWords(
                wanted.nameZh(), wanted.nameEn(), wanted.position(), false, null, wanted.classification(), null);
        Set<Fault> faults = faults(words);
        String slug = wanted.slug();
        Category known = categories.bySlug(slug).orElse(null);
        String above = wanted.parentSlug();
        Category parent = above == null ? null : categories.bySlug(above).orElse(null);
        if (known != null && known.words().equals(words.stripped()) && sameParent(known, parent)) {
            return new Shaping.Done<>(known);
        }
        if (!SLUG.matcher(slug).matches()) {
            faults.add(Fault.SLUG_FORM);
        }
        if (known != null) {
            faults.add(Fault.SLUG_TAKEN);
        }
        if (above != null && (parent == null || parent.retired() || parent.level() == Categories.LEVEL_MAX)) {
            faults.add(Fault.PARENT_UNFIT);
        }
        if (!faults.isEmpty()) {
            return new Shaping.Refused<>(faults);
        }
        CategoryWords kept = words.stripped();
        NewCategory fresh =
                new NewCategory(slug, above, kept.nameZh(), kept.nameEn(), kept.position(), kept.classification());
        categories.define(Ids.next(), parent, fresh);
        record(operator, "category.added", slug, Map.of());
        read.forget();
        return new Shaping.Done<>(categories.bySlug(slug).orElseThrow());
    }

    private static boolean sameParent(Category known, @Nullable Category parent) {
        return parent == null ? known.parentId() == null : parent.id().equals(known.parentId());
    }

    /** Renames, reorders, retires or takes back. Empty when there is no such category. */
    @Transactional
    public Optional<Shaping<Category>> change(String slug, long version, CategoryWords wanted, UUID operator) {
        categories.lockTree();
        return categories.bySlug(slug).map(present -> change(present, version, wanted.stripped(), operator));
    }

    private Shaping<Category> change(Category present, long version, CategoryWords wanted, UUID operator) {
        if (present.words().equals(wanted)) {
            return new Shaping.Done<>(present);
        }
        Set<Fault> faults = faults(wanted);
        if (!faults.isEmpty()) {
            return new Shaping.Refused<>(faults);
        }
        if (!categories.change(present.id(), version, wanted)) {
            return new Shaping.Conflict<>(present);
        }
        record(operator, "category.changed", present.slug(), Map.of("retired", Boolean.toString(wanted.retired())));
        read.forget();
        return new Shaping.Done<>(categories.bySlug(present.slug()).orElseThrow());
    }

    private Set<Fault> faults(CategoryWords words) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        if (!named(words.nameZh(), words.nameEn())) {
            faults.add(Fault.NAME_LENGTH);
        }
        String group = words.classification();
        if (group != null && groups.byCode(group).isEmpty()) {
            faults.add(Fault.CLASSIFICATION);
        }
        return faults;
    }

    private static boolean named(String zh, String en) {
        return isWithin(zh.strip(), 1, NAME_CHARS_MAX)
                && isWithin(en.strip(), 1, ENGLISH_CHARS_MAX)
                && !SIGNS.matcher(zh + en).find();
    }

    /** Asks goods of a category something new; the same id again asks nothing more. Empty: no such category. */
    @Transactional
    public Optional<Shaping<Attribute>> ask(UUID id, String slug, Kind kind, AttributeWords wanted, UUID operator) {
        categories.lockTree();
        return categories.bySlug(slug).map(category -> {
            Attribute known = byId(id);
            if (known != null) {
                return new Shaping.Done<>(known);
            }
            AttributeWords words = wanted.stripped();
            Set<Fault> faults = faults(id, category.id(), kind, words);
            if (!faults.isEmpty()) {
                return new Shaping.Refused<>(faults);
            }
            attributes.add(id, category.id(), kind, words);
            record(operator, "attribute.added", slug, Map.of("attribute", id.toString()));
            read.forget();
            return new Shaping.Done<>(java.util.Objects.requireNonNull(byId(id)));
        });
    }

    /** Changes what it is called, what may be answered, or whether it is asked; never its kind. Empty: none such. */
    @Transactional
    public Optional<Shaping<Attribute>> change(
            String slug, UUID id, long version, AttributeWords wanted, UUID operator) {
        categories.lockTree();
        Attribute present = byId(id);
        Optional<Category> category = categories.bySlug(slug);
        if (present == null
                || category.filter(own -> own.id().equals(present.categoryId())).isEmpty()) {
            return Optional.empty();
        }
        AttributeWords words = wanted.stripped();
        if (present.words().equals(words)) {
            return Optional.of(new Shaping.Done<>(present));
        }
        Set<Fault> faults = words.retired() ? Set.of() : faults(id, present.categoryId(), present.kind(), words);
        if (!faults.isEmpty()) {
            return Optional.of(new Shaping.Refused<>(faults));
        }
        if (!attributes.change(id, version, words)) {
            return Optional.of(new Shaping.Conflict<>(present));
        }
        record(operator, "attribute.changed", slug, Map.of("attribute", id.toString()));
        read.forget();
        return Optional.of(new Shaping.Done<>(java.util.Objects.requireNonNull(byId(id))));
    }

    private Set<Fault> faults(UUID id, UUID categoryId, Kind kind, AttributeWords words) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        CategoryTree tree = new CategoryTree(categories.all(), Map.of(), attributes.all());
        if (!named(words.nameZh(), words.nameEn())) {
            faults.add(Fault.NAME_LENGTH);
        }
        if (tree.askedAround(categoryId).stream()
                .anyMatch(other -> !other.id().equals(id) && other.nameZh().equals(words.nameZh()))) {
            faults.add(Fault.NAME_TAKEN);
        }
        if (tree.askedOf(categoryId).stream()
                        .filter(other -> !other.id().equals(id))
                        .count()
                >= ATTRIBUTES_MAX) {
            faults.add(Fault.TOO_MANY);
        }
        if (kind == Kind.NUMBER
                ? !isWithin(words.unit(), 0, UNIT_CHARS_MAX)
                : !words.unit().isEmpty()) {
            faults.add(Fault.UNIT);
        }
        if (kind == Kind.CHOICE ? !choosable(words.choices()) : !words.choices().isEmpty()) {
            faults.add(Fault.CHOICES);
        }
        return faults;
    }

    private static boolean choosable(List<Choice> choices) {
        Set<String> seen = new HashSet<>();
        return !choices.isEmpty()
                && choices.size() <= CHOICES_MAX
                && choices.stream().allMatch(choice -> named(choice.zh(), choice.en()) && seen.add(choice.zh()));
    }

    private static boolean isWithin(String text, int min, int max) {
        int chars = text.codePointCount(0, text.length());
        return chars >= min && chars <= max;
    }

    /** All attributes of a category itself, the retired ones too, in their order. */
    @Connectable
    public List<Attribute> ofCategory(UUID categoryId) {
        return attributes.all().stream()
                .filter(attribute -> attribute.categoryId().equals(categoryId))
                .toList();
    }

    /** How many listings on the shelf do not answer a required attribute; looks at all goods of its category. */
    @Connectable
    public long missing(Attribute attribute) {
        return read.byId(attribute.categoryId())
                .map(category -> attributes.missing(attribute, category.level()))
                .orElse(0L);
    }

    /** The first of those {@link #missing}, by id. */
    @Connectable
    public List<UUID> missing(Attribute attribute, int limit) {
        return read.byId(attribute.categoryId())
                .map(category -> attributes.missing(attribute, category.level(), limit))
                .orElse(List.of());
    }

    private @Nullable Attribute byId(UUID id) {
        return attributes.all().stream()
                .filter(attribute -> attribute.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private void record(UUID operator, String act, String slug, Map<String, String> detail) {
        audit.record("account:" + operator, act, "category:" + slug, detail);
    }
}
