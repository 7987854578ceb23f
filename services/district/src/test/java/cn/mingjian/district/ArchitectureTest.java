package cn.mingjian.district;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.district.agreement.CheckWithFramework;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("cn.mingjian.district");

    private static final ArchRule RULES_ARE_PLAIN_JAVA = classes()
            .that()
            .haveNameMatching(".*\\.(\\w+Check|\\w+Document|AccountName|Codes|Fields|Roles)(\\$.*)?")
            .or()
            .haveSimpleName("CheckWithFramework")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "cn.mingjian..")
            .because("what makes a document right is read, tested and trusted without a framework");

    @Test
    void rulesArePlainJava() {
        RULES_ARE_PLAIN_JAVA.check(SERVICE);
    }

    @Test
    void onlyTheDirectoryCallsKeycloak() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..directory..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "io.quarkus.oidc.client..", "org.keycloak..")
                .check(SERVICE);
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
                .contains("AgreementCheck", "Directory", "NotificationEntity", "AccountDocument");
    }

    @Test
    void aForbiddenImportIsCaught() {
        JavaClasses offender = new ClassFileImporter().importClasses(CheckWithFramework.class);

        assertThat(RULES_ARE_PLAIN_JAVA.evaluate(offender).hasViolation()).isTrue();
    }
}
