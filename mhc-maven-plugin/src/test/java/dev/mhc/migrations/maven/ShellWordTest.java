package dev.mhc.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"app.db", "my app.db", "it's.db", "a$HOME.db", "a;b&c.db", "\"x\".db", "a\\b", "Übung.db", "*"})
    void shell_readsTheTextAsItIs(String text) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "printf %s " + ShellWord.of(text)).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void plainText_needsNoQuotes() {
        assertThat(ShellWord.of("jdbc:sqlite:/srv/app.db")).isEqualTo("jdbc:sqlite:/srv/app.db");
        assertThat(ShellWord.quoted("app.db")).isEqualTo("'app.db'");
    }

    @Test
    void size_isSaidInTheUnitThatFits() {
        assertThat(Wording.size(512)).isEqualTo("512 bytes");
        assertThat(Wording.size(20_480)).isEqualTo("20.5 kB");
        assertThat(Wording.size(999_960)).isEqualTo("1.0 MB");
        assertThat(Wording.size(1_234_567_890_123_456L)).isEqualTo("1234.6 TB");
    }
}
