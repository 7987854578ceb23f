package cn.mingjian.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final ArchRule PLAIN_JAVA = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "cn.mingjian.rules..")
            .because("the command and every service share them");

    @Test
    void rulesArePlainJava() {
        JavaClasses rules = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("cn.mingjian.rules");

        assertThat(rules.stream().map(type -> type.getSimpleName())).contains("Form", "Scores", "RecordForm");
        PLAIN_JAVA.check(rules);
    }

    @Test
    void aForbiddenImportIsCaught() {
        JavaClasses withFramework = new ClassFileImporter().importClasses(ArchitectureTest.class);

        assertThat(PLAIN_JAVA.evaluate(withFramework).hasViolation()).isTrue();
    }
}
