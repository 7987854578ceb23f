package cn.mingjian.integration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.integration.record.RecordForm;
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
            .importPackages("cn.mingjian.integration");

    @Test
    void theFormOfARecordKnowsNothingButJava() {
        plainJava("record").check(CLASSES);
    }

    @Test
    void rulesReadNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage("cn.mingjian.integration.record..")
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
        assertThat(CLASSES.contain(RecordForm.class)).isTrue();
        assertThat(CLASSES.size()).isGreaterThan(20);
    }

    @Test
    void aFrameworkInARuleIsCaught() {
        assertThatThrownBy(() -> plainJava("delivery").check(CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("jackson");
    }

    private static ArchRule plainJava(String... features) {
        var packages = Arrays.stream(features)
                .map(feature -> "cn.mingjian.integration." + feature + "..")
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify..", "cn.mingjian.rules..", "cn.mingjian.integration.record..");
    }
}
