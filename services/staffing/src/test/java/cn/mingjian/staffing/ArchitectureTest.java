package cn.mingjian.staffing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("cn.mingjian.staffing");

    private static final ArchRule RULES_ARE_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage("..figure..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.apache.commons.numbers..",
                    "org.jspecify..",
                    "cn.mingjian.platform.number..",
                    "cn.mingjian.staffing.figure..")
            .because("a rule is read, tested and trusted without a framework");

    private static final ArchRule RULES_HAVE_NO_CLOCK = noClasses()
            .that()
            .resideInAPackage("..figure..")
            .should()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .because("time comes in from outside");

    @Test
    void rulesArePlainJava() {
        RULES_ARE_PLAIN_JAVA.check(SERVICE);
        RULES_HAVE_NO_CLOCK.check(SERVICE);
    }

    @Test
    void rowsStayInsideTheirFeature() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Entity")
                .should()
                .bePackagePrivate()
                .check(SERVICE);
    }

    @Test
    void theClassesWereSeen() {
        assertThat(SERVICE.stream().map(type -> type.getSimpleName()))
                .contains("StaffingFigures", "RetentionFormula", "EvidenceResource", "EvaluationEntity");
    }

    @Test
    void aForbiddenImportIsCaught() {
        JavaClasses withFrameworkRule =
                new ClassFileImporter().importClasses(cn.mingjian.staffing.figure.RuleWithFramework.class);

        assertThat(RULES_ARE_PLAIN_JAVA.evaluate(withFrameworkRule).hasViolation())
                .isTrue();
    }
}
