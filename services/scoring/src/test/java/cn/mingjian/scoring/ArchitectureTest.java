package cn.mingjian.scoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.scoring.evaluation.EvaluationService;
import cn.mingjian.scoring.score.RoundScore;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("cn.mingjian.scoring");

    private static final String[] PLAIN = {
        "java.lang..",
        "java.math..",
        "java.util..",
        "org.apache.commons.numbers..",
        "org.jspecify..",
        "cn.mingjian.platform.number..",
        "cn.mingjian.scoring.score.."
    };

    private static ArchRule plainJava(String... packages) {
        return classes()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(PLAIN);
    }

    @Test
    void seesTheClasses() {
        assertThat(SERVICE.contain(RoundScore.class)).isTrue();
        assertThat(SERVICE.size()).isGreaterThan(80);
    }

    @Test
    void rulesArePlainJava() {
        plainJava("..score..").check(SERVICE);
    }

    @Test
    void aForbiddenImportIsCaught() {
        assertThat(SERVICE.contain(EvaluationService.class)).isTrue();
        assertThatThrownBy(() -> plainJava("..evaluation..").check(SERVICE)).isInstanceOf(AssertionError.class);
    }

    @Test
    void phasesKnowNoFramework() {
        noClasses()
                .that()
                .haveNameMatching(".*\\.evaluation\\.(Phase|EvidenceSnapshot|Opening|Seat)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "com.fasterxml..")
                .check(SERVICE);
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

    @Test
    void resourcesOnlyTranslate() {
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Entity.class)
                .check(SERVICE);
    }

    @Test
    void featuresDependOnEachOtherInOneDirection() {
        slices().matching("cn.mingjian.scoring.(*)..").should().beFreeOfCycles().check(SERVICE);
    }
}
