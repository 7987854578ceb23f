package cn.mingjian.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.report.claim.ClaimCheck;
import cn.mingjian.report.content.Composition;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("cn.mingjian.report");

    private static final String[] PLAIN = {
        "java..",
        "org.apache.commons.numbers..",
        "org.jspecify..",
        "cn.mingjian.platform.number..",
        "cn.mingjian.report.content..",
        "cn.mingjian.report.source.."
    };

    private static ArchRule plainJava(String packages) {
        return classes()
                .that()
                .resideInAPackage(packages)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(PLAIN);
    }

    @Test
    void seesTheClasses() {
        assertThat(SERVICE.contain(Composition.class)).isTrue();
        assertThat(SERVICE.size()).isGreaterThan(80);
    }

    @Test
    void contentIsPlainJava() {
        plainJava("..content..").check(SERVICE);
        plainJava("..source..").check(SERVICE);
    }

    /** Editions cannot differ in a figure: they take the content alone, where every figure is text already. */
    @Test
    void editionsAreMadeOfTheContentAlone() {
        onlyOfContent("..rendering..").check(SERVICE);
    }

    @Test
    void anEditionThatAsksTheSourcesIsCaught() {
        assertThatThrownBy(() -> onlyOfContent("..edition..").check(SERVICE)).isInstanceOf(AssertionError.class);
    }

    private static ArchRule onlyOfContent(String packages) {
        return noClasses()
                .that()
                .resideInAPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "cn.mingjian.report.source..", "cn.mingjian.platform.number..", "org.apache.commons.numbers..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.text.NumberFormat.class);
    }

    @Test
    void theClaimRuleIsPlainJava() {
        classes()
                .that()
                .haveNameMatching(".*\\.claim\\.(ClaimCheck|ComputedFigure|Claims)(\\$.*)?")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.apache.commons.numbers..",
                        "org.jspecify..",
                        "cn.mingjian.platform.number..",
                        "cn.mingjian.rules..",
                        "cn.mingjian.report.claim..",
                        "cn.mingjian.report.source..")
                .check(SERVICE);
        assertThat(SERVICE.contain(ClaimCheck.class)).isTrue();
    }

    @Test
    void aForbiddenImportIsCaught() {
        assertThatThrownBy(() -> plainJava("..edition..").check(SERVICE)).isInstanceOf(AssertionError.class);
    }

    @Test
    void featuresDoNotGoInCircles() {
        slices().matching("cn.mingjian.report.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void entitiesStayInsideTheirFeature() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(SERVICE);
    }
}
