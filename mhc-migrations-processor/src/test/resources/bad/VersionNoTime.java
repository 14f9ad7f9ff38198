package bad;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

public class VersionNoTime {
    @Migration(
            version = 2025_13_01_180102L, //! The version of Month is 2025_13_01_180102: 14 digits, but no UTC time (there is no month 13). The form is year, month, day, and time of day: 2025_06_01_180102L.
            description = "Add users")
    public static class Month implements ReversibleMigration {
        public void up(SchemaEditor schema) {}
        public void down(SchemaEditor schema) {}
    }

    @Migration(
            version = 2025_02_29_180102L, //! The version of Day is 2025_02_29_180102: 14 digits, but no UTC time (there is no day 2025-02-29).
            description = "Add users")
    public static class Day implements ReversibleMigration {
        public void up(SchemaEditor schema) {}
        public void down(SchemaEditor schema) {}
    }

    @Migration(
            version = 2025_06_01_240000L, //! The version of Hour is 2025_06_01_240000: 14 digits, but no UTC time (there is no time 24:00:00).
            description = "Add users")
    public static class Hour implements ReversibleMigration {
        public void up(SchemaEditor schema) {}
        public void down(SchemaEditor schema) {}
    }

    @Migration(
            version = 1969_12_31_235959L, //! The version of Early is 1969_12_31_235959: 14 digits, but no UTC time (the year 1969 is before 1970).
            description = "Add users")
    public static class Early implements ReversibleMigration {
        public void up(SchemaEditor schema) {}
        public void down(SchemaEditor schema) {}
    }
}
