package cn.mingjian.scoring.library;

import cn.mingjian.rules.Problem;
import cn.mingjian.rules.scoring.Items;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.library.WorkbookLines.Line;
import cn.mingjian.scoring.rubric.RubricDocument;
import cn.mingjian.scoring.rubric.RubricDocument.CategoryDocument;
import cn.mingjian.scoring.rubric.RubricDocument.ItemDocument;
import cn.mingjian.scoring.score.Party;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A rubric as a workbook: the sheet 体系 with code, version and step, and a sheet for each party with a line for each category
 * and item, which names the category it belongs to.
 */
final class RubricWorkbook {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String HEAD = "体系";
    private static final List<String> HEADINGS = List.of("编码", "名称", "上级类别", "满分", "依据", "性质", "低于此分须写理由");
    private static final List<Integer> WIDTHS = List.of(14, 48, 14, 10, 28, 14, 18);

    private RubricWorkbook() {}

    static byte[] write(RubricDocument rubric) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Mingjian", "1.0")) {
            Worksheet head = workbook.newWorksheet(HEAD);
            List<List<String>> lines =
                    new ArrayList<>(List.of(List.of("编码", rubric.code()), List.of("版本", rubric.version())));
            if (rubric.step() != null) {
                lines.add(List.of("步长", rubric.step()));
            }
            for (int row = 0; row < lines.size(); row++) {
                head.value(row, 0, lines.get(row).get(0));
                head.value(row, 1, lines.get(row).get(1));
            }
            for (Party party : Party.values()) {
                write(workbook.newWorksheet(party.title()), rubric.parties().getOrDefault(party.name(), List.of()));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes can be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, List<CategoryDocument> categories) {
        for (int column = 0; column < HEADINGS.size(); column++) {
            sheet.value(0, column, HEADINGS.get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, WIDTHS.get(column));
        }
        sheet.freezePane(0, 1);
        List<String[]> lines = new ArrayList<>();
        categories.forEach(category -> add(lines, category, null));
        for (int row = 0; row < lines.size(); row++) {
            for (int column = 0; column < HEADINGS.size(); column++) {
                if (lines.get(row)[column] != null) {
                    sheet.value(row + 1, column, lines.get(row)[column]);
                }
            }
        }
    }

    private static void add(List<String[]> lines, CategoryDocument category, String parent) {
        lines.add(new String[] {category.code(), category.name(), parent, null, null, null, null});
        for (ItemDocument item : category.items()) {
            lines.add(new String[] {
                item.code(), item.name(), category.code(), item.max(), item.basis(), item.kind(), item.commentBelow()
            });
        }
        category.categories().forEach(nested -> add(lines, nested, category.code()));
    }

    /** Ends the request when it is no such workbook; whether its rubric is a good one is for others to say. */
    static RubricDocument read(byte[] file) {
        WorkbookLines workbook = WorkbookLines.read(file);
        Map<String, String> head = new LinkedHashMap<>();
        workbook.of(HEAD).forEach(line -> head.put(line.text(0), line.text(1)));
        Fields fields = new Fields();
        Map<String, List<CategoryDocument>> parties = new LinkedHashMap<>();
        for (Party party : Party.values()) {
            parties.put(party.name(), new Tree(fields, party).read(workbook.of(party.title())));
        }
        fields.refuse();
        return new RubricDocument(head.get("编码"), head.get("版本"), head.get("步长"), parties);
    }

    /** The lines of one party as a tree; a line belongs to a category above it. */
    private record Tree(Fields fields, Party party, Map<String, Branch> branches, List<Branch> top) {

        Tree(Fields fields, Party party) {
            this(fields, party, new LinkedHashMap<>(), new ArrayList<>());
        }

        private record Branch(String code, String name, int level, List<ItemDocument> items, List<Branch> categories) {

            CategoryDocument document() {
                return new CategoryDocument(
                        code,
                        name,
                        items,
                        categories.stream().map(Branch::document).toList());
            }
        }

        List<CategoryDocument> read(List<Line> lines) {
            lines.stream()
                    .skip(1)
                    .filter(line -> line.text(0) != null || line.text(1) != null)
                    .forEach(this::read);
            return top.stream().map(Branch::document).toList();
        }

        private void read(Line line) {
            String parent = line.text(2);
            Optional<Branch> above = Optional.ofNullable(parent).map(branches::get);
            if (parent != null && above.isEmpty()) {
                wrong(LibraryProblem.PARENT_UNKNOWN, line, "上面没有类别 " + parent);
            } else if (line.text(3) == null) {
                category(line, above);
            } else if (above.isEmpty()) {
                wrong(LibraryProblem.PARENT_UNKNOWN, line, "评分项须属于一个类别");
            } else {
                above.get()
                        .items()
                        .add(new ItemDocument(
                                line.text(0), line.text(1), line.text(3), line.text(4), line.text(5), line.text(6)));
            }
        }

        private void category(Line line, Optional<Branch> above) {
            int level = above.map(Branch::level).orElse(0) + 1;
            // Told here already: a tree as deep as a sheet is long could not be walked.
            Optional<Problem> tooDeep = Items.depth("", level);
            if (tooDeep.isPresent()) {
                wrong(LibraryProblem.TOO_DEEP, line, tooDeep.get().detail());
                return;
            }
            Branch branch = new Branch(line.text(0), line.text(1), level, new ArrayList<>(), new ArrayList<>());
            branches.put(branch.code(), branch);
            above.map(Branch::categories).orElse(top).add(branch);
        }

        private void wrong(LibraryProblem problem, Line line, String detail) {
            fields.wrong(
                    problem,
                    "/" + party + "/" + line.number(),
                    "工作表“%s”第 %d 行：%s".formatted(party.title(), line.number(), detail));
        }
    }
}
