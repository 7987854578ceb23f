package cn.mingjian.cli.bundle;

import cn.mingjian.rules.Known;
import cn.mingjian.rules.Problem;
import cn.mingjian.rules.scoring.Items;
import cn.mingjian.rules.scoring.Items.Item;
import cn.mingjian.rules.scoring.Party;
import cn.mingjian.rules.scoring.ScoringShapes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** rubric.yaml: what each party scores, as trees of categories with items. */
final class RubricFile {
    static final String FILE = "rubric.yaml";

    private final Optional<Branch> root;
    private final Known indicators;
    private final Findings findings;
    private final List<Item> items = new ArrayList<>();
    private final Map<String, Branch> itemPlaces = new HashMap<>();
    private final Map<String, Branch> categoryPlaces = new HashMap<>();
    private final Set<Party> incomplete = EnumSet.noneOf(Party.class);
    private final Set<Party> scored = EnumSet.noneOf(Party.class);
    private @Nullable BigDecimal step = Items.DEFAULT_STEP;
    private final List<Party> unreadable = new ArrayList<>();
    private final List<Item> repeated = new ArrayList<>();

    private RubricFile(Optional<Branch> root, Known indicators, Findings findings) {
        this.root = root;
        this.indicators = indicators;
        this.findings = findings;
    }

    static RubricFile read(Folder folder, Known indicators, Findings findings) {
        RubricFile file = new RubricFile(Yaml.readKeys(FILE, folder), indicators, findings);
        file.root.ifPresentOrElse(file::check, () -> file.incomplete.addAll(EnumSet.allOf(Party.class)));
        return file;
    }

    Optional<Branch> root() {
        return root;
    }

    Items items() {
        return new Items(items, incomplete, step);
    }

    /** The items that have lost their code; a repeated one has not while another item that should be scored is not. */
    List<Lost> lost(Citations citations) {
        Function<@Nullable Party, Optional<Set<String>>> usual = party -> citations.usual(items.stream()
                .filter(item -> item.party() == party)
                .map(Item::code)
                .collect(Collectors.toSet()));
        boolean idle = items.stream().anyMatch(item -> citations.of(item.code()).isEmpty());
        return Stream.concat(
                        unreadable.stream().map(party -> Lost.unreadable(usual.apply(party))),
                        repeated.stream()
                                .filter(item -> !idle)
                                .map(item ->
                                        Lost.repeated(usual.apply(first(item).party()), usual.apply(item.party()))))
                .toList();
    }

    private Item first(Item repeated) {
        return items.stream()
                .filter(item -> item.code().equals(repeated.code()))
                .findFirst()
                .orElseThrow();
    }

    private void check(Branch file) {
        Values values = file.values(ScoringShapes.RUBRIC);
        if (file.has("step")) {
            step = values.find("step").map(BigDecimal::new).orElse(null);
        }
        Optional<Branch> all = file.map("parties");
        if (all.isEmpty()) {
            incomplete.addAll(EnumSet.allOf(Party.class));
        }
        all.ifPresent(parties -> {
            for (Party party : Party.values()) {
                for (Branch category : some(parties.list(party.name()), party)) {
                    checkCategory(category, party, 1);
                }
                if (!incomplete.contains(party) && !scored.contains(party)) {
                    parties.at(party.name()).ifPresent(place -> findings.add(place, Items.nothingToScore(party)));
                }
            }
            parties.keys().stream()
                    .filter(key -> Party.FORM.fault(key).isPresent())
                    .flatMap(key -> parties.at(key).stream())
                    .forEach(other -> other.fault("没有这一评估方"));
        });
    }

    /** A list without elements has been reported; what would have been in it is not known. */
    private List<Branch> some(List<Branch> elements, Party party) {
        if (elements.isEmpty()) {
            incomplete.add(party);
        }
        return elements;
    }

    private void checkCategory(Branch category, Party party, int level) {
        if (!category.isMapping()) {
            incomplete.add(party);
            return;
        }
        Optional<Problem> tooDeep = Items.depth("", level);
        if (tooDeep.isPresent()) {
            findings.add(category, tooDeep.get());
            incomplete.add(party);
            return;
        }
        Values values = category.values(ScoringShapes.CATEGORY);
        values.find("code").ifPresent(code -> isFirst(categoryPlaces, code, values.at("code")));
        // A category of categories needs no items of its own.
        boolean parent = category.has("categories");
        for (Branch item : parent ? category.mayList("items") : some(category.list("items"), party)) {
            checkItem(item, party);
        }
        for (Branch below : parent ? some(category.list("categories"), party) : List.<Branch>of()) {
            checkCategory(below, party, level + 1);
        }
    }

    private void checkItem(Branch item, Party party) {
        if (!item.isMapping()) {
            unreadable.add(party);
            scored.add(party);
            return;
        }
        Values values = item.values(ScoringShapes.ITEM);
        values.find("basis")
                .flatMap(basis -> Items.basis("", basis, indicators))
                .ifPresent(problem -> findings.add(values.at("basis"), problem));
        boolean regular =
                values.find("kind").filter(kind -> !kind.equals("REGULAR")).isEmpty();
        if (regular) {
            scored.add(party);
        }
        Optional<String> code = values.find("code");
        if (code.isEmpty()) {
            unreadable.add(party);
            return;
        }
        BigDecimal max = values.find("max").map(BigDecimal::new).orElse(null);
        Item read = new Item(code.get(), party, max, regular);
        if (!isFirst(itemPlaces, code.get(), values.at("code"))) {
            repeated.add(read);
        }
        items.add(read);
    }

    private static boolean isFirst(Map<String, Branch> places, String code, Branch place) {
        Branch earlier = places.putIfAbsent(code, place);
        if (earlier != null) {
            place.fault("“%s”与第 %d 行重复".formatted(code, earlier.line()));
        }
        return earlier == null;
    }
}
