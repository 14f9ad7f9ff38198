package org.example.shop;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_01_02_000000L, description = "Add two users")
public final class M20250102000000AddTwoUsers implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.sql("INSERT INTO users (email) VALUES ('ada@example.org')");
        schema.run("Add the second user", connection -> {
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("INSERT INTO users (email) VALUES ('alan@example.org')");
            }
        });
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.sql("DELETE FROM users");
    }
}
