package cn.mingjian.scoring.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.platform.problem.ProblemException;
import cn.mingjian.rules.scoring.Items;
import cn.mingjian.scoring.rubric.RubricDocument;
import cn.mingjian.scoring.score.Category;
import cn.mingjian.scoring.score.Item;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.score.Rubric;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RubricFilesTest {

    private static final Path DEMO = Path.of("../../deploy/demo");

    @ParameterizedTest
    @ValueSource(strings = {"rubrics/illustrative-city.yaml", "dagang/rubric.yaml"})
    void aRubricComesBackAsItWentOut(String file) throws IOException {
        RubricDocument rubric = RubricYaml.read(Files.readAllBytes(DEMO.resolve(file)));

        assertThat(RubricYaml.read(RubricYaml.write(rubric).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(rubric);
        assertThat(RubricWorkbook.read(RubricWorkbook.write(rubric))).isEqualTo(rubric);
    }

    @Test
    void theIllustrativeRubricHasTheShapeOfACitys() throws IOException {
        Rubric rubric = RubricYaml.read(Files.readAllBytes(DEMO.resolve("rubrics/illustrative-city.yaml")))
                .toRubric();

        List<Category> first = Stream.of(Party.values())
                .flatMap(party -> rubric.of(party).stream())
                .toList();
        List<Item> items = first.stream().flatMap(Category::allItems).toList();
        assertThat(first).hasSize(9);
        assertThat(first.stream().mapToInt(top -> top.categories().size()).sum())
                .isEqualTo(25);
        assertThat(items).hasSize(90);
        assertThat(items.stream().map(Item::max).reduce(BigFraction.ZERO, BigFraction::add))
                .isEqualTo(Figures.parse("1000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"code: [", "parties: 7", "code: a\nwishes: none", "- a", "%PDF-1.7"})
    void whatIsNoRubricIsRefusedWithItsLine(String yaml) {
        assertThatThrownBy(() -> RubricYaml.read(yaml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ProblemException.class)
                .hasMessageMatching("YAML 第 \\d+ 行无法识别");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "~", "# nothing", "\u00ff\u00fe", "code: \u00ff"})
    void whatHoldsNothingOrIsNoTextIsRefused(String bytes) {
        assertThatThrownBy(() -> RubricYaml.read(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void whatIsNoWorkbookIsRefused() {
        assertThatThrownBy(() -> RubricWorkbook.read("a,b,c".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ProblemException.class)
                .hasMessage("不是可读取的 XLSX 工作簿");
        assertThatThrownBy(() -> RubricWorkbook.read(workbook("督导")))
                .isInstanceOf(ProblemException.class)
                .hasMessage("缺少工作表“体系”");
    }

    @Test
    void aLineWithoutItsCategoryIsRefusedWithSheetAndRow() {
        assertThatThrownBy(() -> RubricWorkbook.read(workbook("体系", "第三方", "督导中心", "购买方", "监督方")))
                .isInstanceOf(ProblemException.class)
                .hasMessage("工作表“第三方”第 2 行：上面没有类别 X");
    }

    @Test
    void aWorkbookThatUnpacksToMoreThanItMayIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream parts = new ZipOutputStream(bytes)) {
            parts.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            parts.write(new byte[21_000_000]);
        }

        assertThatThrownBy(() -> RubricWorkbook.read(bytes.toByteArray()))
                .isInstanceOf(ProblemException.class)
                .hasMessage("工作簿解压后超过 20 MB");
    }

    @Test
    void categoriesThatLieTooDeepAreRefusedWithSheetAndRow() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("体系");
            for (Party party : Party.values()) {
                var sheet = workbook.newWorksheet(party.title());
                sheet.value(0, 0, "编码");
                for (int level = 1; level <= Items.DEEPEST + 1; level++) {
                    sheet.value(level, 0, party + "" + level);
                    if (level > 1) {
                        sheet.value(level, 2, party + "" + (level - 1));
                    }
                }
            }
        }

        assertThatThrownBy(() -> RubricWorkbook.read(bytes.toByteArray()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("第 %d 行：评估指标层级超过 %d 层", Items.DEEPEST + 2, Items.DEEPEST);
    }

    /** In each part of a workbook bytes are lost, doubled or others: it is read or refused, never a fault of the reader's. */
    @Test
    void aBrokenWorkbookIsReadOrRefused() throws IOException {
        byte[] whole = RubricWorkbook.write(RubricYaml.read(Files.readAllBytes(DEMO.resolve("dagang/rubric.yaml"))));
        Random random = new Random(20231130);
        int refused = 0;
        for (int run = 0; run < 2_000; run++) {
            byte[] broken = run % 4 == 0 ? Broken.bytes(whole, random) : Broken.part(whole, random);
            try {
                RubricWorkbook.read(broken);
            } catch (ProblemException expected) {
                refused++;
            }
        }
        assertThat(refused).isBetween(200, 1_990);
    }

    /** Sheets of these names, each with one item of a category that is not there. */
    private static byte[] workbook(String... sheets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            for (String name : sheets) {
                var sheet = workbook.newWorksheet(name);
                sheet.value(0, 0, "编码");
                sheet.value(1, 0, "X1");
                sheet.value(1, 2, "X");
                sheet.value(1, 3, 5);
            }
        }
        return bytes.toByteArray();
    }
}
