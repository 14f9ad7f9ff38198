package dev.mhc.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a rebuild keeps, on the oldest SQLite. */
final class OldestSqliteRebuildTest extends SqliteRebuildTest {

    private Optional<OldestSqlite> oldest = Optional.empty();

    @Override
    Database open(Path file) throws Exception {
        OldestSqlite loaded = OldestSqlite.load();
        oldest = Optional.of(loaded);
        return Database.of(loaded.connect(file));
    }

    @Test
    void commaInACommentBeforeTheLastColumn_costsNoCheck() throws Exception {
        try (OldestSqlite loaded = OldestSqlite.load();
                Database other = Database.of(loaded.connect(folder.resolve("comment.db")))) {
            other.execute(
                    "CREATE TABLE t (a INT, -- one, two\n \"quo\"\"te\" INT, CHECK (a > 1), -- the limit\n CHECK (a < 9))");
            other.execute("INSERT INTO t VALUES (3, 4)");

            List<String> notes = other.migrate(schema -> schema.alterTable("t", t -> t.dropColumn("quo\"te")));

            assertThat(notes)
                    .anyMatch(note -> note.contains("takes a comma in a comment for the one before the column"));
            assertThat(other.value("SELECT sql FROM sqlite_schema")).contains("CHECK (a > 1)", "CHECK (a < 9)");
            assertThat(other.rows("SELECT * FROM t")).containsExactly("3");
        }
    }

    @AfterEach
    void unload() throws Exception {
        if (oldest.isPresent()) {
            oldest.get().close();
        }
    }
}
