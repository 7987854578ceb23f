package cn.mingjian.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountNameTest {

    @Test
    void keepsAPlainCode() {
        assertThat(AccountName.of("dagang-2023-final", "tp-1")).isEqualTo("dagang-2023-final.tp-1");
    }

    @Test
    void keepsCodesApartThatKeycloakWouldTakeForOne() {
        Set<String> names = Set.of(
                AccountName.of("round", "t1"),
                AccountName.of("round", "T1"),
                AccountName.of("round", "评委1"),
                AccountName.of("round", "评审1"));

        assertThat(names).hasSize(4).allMatch(name -> name.matches("round\\.[a-z0-9._-]+"));
    }
}
