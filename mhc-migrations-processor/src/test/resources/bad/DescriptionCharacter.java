package bad;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

public class DescriptionCharacter {
    @Migration(
            version = 1,
            description = "Add\nusers") //! The description of Newline has the character U+000A at position 4, which does not print. Remove it.
    public static class Newline implements ReversibleMigration {
        public void up(SchemaEditor schema) {}
        public void down(SchemaEditor schema) {}
    }

    @Migration(
            version = 2,
            description = "\033[2J") //! The description of Escape has the character U+001B at position 1
    public static class Escape implements ReversibleMigration {
        public void up(SchemaEditor schema) {}
        public void down(SchemaEditor schema) {}
    }

    @Migration(
            version = 3,
            description = "a\ud83d") //! The description of Half has the character U+D83D at position 2
    public static class Half implements ReversibleMigration {
        public void up(SchemaEditor schema) {}
        public void down(SchemaEditor schema) {}
    }
}
