package cn.mingjian.indicator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.indicator.completion.Achievement;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RulesArePlainJavaTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("cn.mingjian.indicator");

    @Test
    void rulesKnowNothingButNumbersAndEachOther() {
        plainJava("catalogue", "completion").check(CLASSES);
    }

    @Test
    void rulesReadNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage("..indicator.catalogue..", "..indicator.completion..")
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .check(CLASSES);
    }

    @Test
    void theRulesWereLookedAt() {
        assertThat(CLASSES.contain(Achievement.class)).isTrue();
        assertThat(CLASSES.size()).isGreaterThan(40);
    }

    @Test
    void aFrameworkInARuleIsCaught() {
        assertThatThrownBy(() -> plainJava("record").check(CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("jakarta.enterprise");
    }

    private static ArchRule plainJava(String... features) {
        var packages = Arrays.stream(features)
                .map(feature -> "cn.mingjian.indicator." + feature + "..")
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.apache.commons.numbers..",
                        "org.jspecify..",
                        "cn.mingjian.platform.number..",
                        "cn.mingjian.indicator.catalogue..",
                        "cn.mingjian.indicator.completion..");
    }
}
