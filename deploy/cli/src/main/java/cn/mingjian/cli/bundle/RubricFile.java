package cn.mingjian.cli.bundle;

import static cn.mingjian.cli.bundle.Form.TEXT;
import static cn.mingjian.cli.bundle.Form.oneOf;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** rubric.yaml: what each party scores, as trees of categories with items. */
final class RubricFile {
    static final String FILE = "rubric.yaml";
    private static final int DEEPEST = 100;
    private static final Set<String> STAFFING =
            Set.of("staffing:retention", "staffing:certified-rate", "staffing:experienced-rate", "satisfaction");

    private final Optional<Branch> root;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private Optional<BigDecimal> step = Optional.of(new BigDecimal("0.5"));
    private final Set<Party> incomplete = EnumSet.noneOf(Party.class);
    private int unreadable;

    /** An item that is scored; its maximum is absent when it could not be read. */
    record Item(String code, Party party, Optional<BigDecimal> max, boolean regular, int line) {}

    private RubricFile(Optional<Branch> root) {
        this.root = root;
    }

    static RubricFile read(Folder folder, Codes indicators) {
        RubricFile file = new RubricFile(Yaml.read(FILE, true, folder));
        file.root.ifPresent(root -> file.check(root, indicators));
        return file;
    }

    Optional<Branch> root() {
        return root;
    }

    Map<String, Item> items() {
        return items;
    }

    Optional<BigDecimal> step() {
        return step;
    }

    /** Whether all of a party's part could be read; else nothing can be said about items that are not known. */
    boolean tells(Party party) {
        return root.isPresent() && !incomplete.contains(party);
    }

    /** The codes that a score may cite. */
    Codes codes() {
        return new Codes("评分项", items.keySet(), unreadable, true);
    }

    private void check(Branch file, Codes indicators) {
        file.need("code", TEXT);
        file.need("version", TEXT);
        if (file.has("step")) {
            step = file.may("step", Form.POSITIVE).map(BigDecimal::new);
        }
        Optional<Branch> all = file.map("parties");
        if (all.isEmpty()) {
            incomplete.addAll(EnumSet.allOf(Party.class));
        }
        all.ifPresent(parties -> {
            Map<String, Branch> categories = new HashMap<>();
            for (Party party : Party.values()) {
                for (Branch category : some(parties.list(party.name()), party)) {
                    checkCategory(category, party, categories, indicators, 1);
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

    private void checkCategory(Branch category, Party party, Map<String, Branch> known, Codes indicators, int depth) {
        if (!category.isMapping()) {
            incomplete.add(party);
            return;
        }
        if (depth > DEEPEST) {
            category.fault("评估指标层级超过 %d 层".formatted(DEEPEST));
            incomplete.add(party);
            return;
        }
        category.need("code", TEXT).ifPresent(code -> {
            Branch here = category.at("code").orElseThrow();
            Branch earlier = known.putIfAbsent(code, here);
            if (earlier != null) {
                here.fault("“%s”与第 %d 行重复".formatted(code, earlier.line()));
            }
        });
        category.need("name", TEXT);
        // A category of categories needs no items of its own.
        boolean parent = category.has("categories");
        for (Branch item : parent ? category.mayList("items") : some(category.list("items"), party)) {
            checkItem(item, party, indicators);
        }
        for (Branch below : parent ? some(category.list("categories"), party) : List.<Branch>of()) {
            checkCategory(below, party, known, indicators, depth + 1);
        }
    }

    private void checkItem(Branch item, Party party, Codes indicators) {
        if (!item.isMapping()) {
            unreadable++;
            return;
        }
        Optional<String> code = item.need("code", TEXT);
        item.need("name", TEXT);
        Optional<BigDecimal> max = item.need("max", Form.POSITIVE).map(BigDecimal::new);
        Optional<String> kind = item.may("kind", oneOf("REGULAR", "BONUS", "DEDUCTION"));
        item.may("basis", TEXT).ifPresent(basis -> checkBasis(item.at("basis").orElseThrow(), basis, indicators));
        if (code.isEmpty()) {
            unreadable++;
            return;
        }
        Branch here = item.at("code").orElseThrow();
        boolean regular = kind.filter(k -> !k.equals("REGULAR")).isEmpty();
        Item earlier = items.putIfAbsent(code.get(), new Item(code.get(), party, max, regular, here.line()));
        if (earlier != null) {
            here.fault("“%s”与第 %d 行重复".formatted(code.get(), earlier.line()));
        }
    }

    private static void checkBasis(Branch place, String basis, Codes indicators) {
        if (basis.startsWith("indicator:")) {
            indicators.cite(FILE, place.line(), place.path(), basis.substring("indicator:".length()));
        } else if (!STAFFING.contains(basis)) {
            place.fault("没有这种依据：“%s”".formatted(basis));
        }
    }
}
