package bad;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

public class NotPublic {
    @Migration(version = 2025_06_01_180102L, description = "Add users")
    static class Own implements ReversibleMigration { //! The registry cannot make Own, because Own is not public. Declare it public.
        public void up(SchemaEditor schema) {}
        public void down(SchemaEditor schema) {}
    }

    static class Hidden { //! The registry cannot make Inside, because Hidden is not public. Declare it public.
        @Migration(version = 2025_06_01_180103L, description = "Add users")
        public static class Inside implements ReversibleMigration {
            public void up(SchemaEditor schema) {}
            public void down(SchemaEditor schema) {}
        }
    }
}

@Migration(version = 2025_06_01_180104L, description = "Add users")
class Beside implements ReversibleMigration { //! The registry cannot make Beside, because Beside is not public. Declare it public.
    public void up(SchemaEditor schema) {}
    public void down(SchemaEditor schema) {}
}
