package coach.migrations;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

public interface Early {

    @Migration(version = 7, description = "Create users")
    class CreateUsers implements ReversibleMigration {

        @Override
        public void up(SchemaEditor schema) {
            schema.createTable("users", t -> t.id());
        }

        @Override
        public void down(SchemaEditor schema) {
            schema.dropTable("users");
        }
    }
}
