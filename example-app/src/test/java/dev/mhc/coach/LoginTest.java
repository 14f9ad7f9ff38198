package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class LoginTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("MHC_USER", "scott", "MHC_PASSWORD", "tiger");

    @Test
    void theEnvironment_logsInToAServer() {
        assertThat(Login.of(ENVIRONMENT, "jdbc:postgresql://host/coach")).hasValue(new Login("scott", "tiger"));
        assertThat(Login.of(Map.of("MHC_USER", "scott"), "jdbc:postgresql://host/coach"))
                .hasValue(new Login("scott", null));
    }

    @Test
    void aFile_hasNoUsers_andWithoutOneTheUrlKnows() {
        assertThat(Login.of(ENVIRONMENT, "jdbc:sqlite:coach.db")).isEmpty();
        assertThat(Login.of(Map.of("MHC_PASSWORD", "tiger"), "jdbc:postgresql://host/coach"))
                .isEmpty();
    }

    @Test
    void thePassword_isNotPrinted() {
        assertThat(new Login("scott", "tiger")).hasToString("scott");
    }
}
