package bad;

import dev.mhc.migrations.Migration;

public class NotAClass {
    @Migration(version = 2025_06_01_180102L, description = "Add users")
    public interface Contract {} //! Contract is an interface. A migration is a class

    @Migration(version = 2025_06_01_180103L, description = "Add users")
    public enum Choice {} //! Choice is an enum. A migration is a class

    @Migration(version = 2025_06_01_180104L, description = "Add users")
    public record Pair(int a, int b) {} //! Pair is a record. A migration is a class

    @Migration(version = 2025_06_01_180105L, description = "Add users")
    public @interface Mark {} //! Mark is an annotation interface. A migration is a class
}
