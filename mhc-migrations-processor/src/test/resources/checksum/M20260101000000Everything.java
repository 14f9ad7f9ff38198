package coach.everything;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.text;
import static java.util.Map.entry;
import static java.util.stream.Collectors.*;

import dev.mhc.migrations.IrreversibleMigration;
import dev.mhc.migrations.Migration;
import dev.mhc.migrations.operation.SchemaEditor;
import java.sql.SQLException;
import java.util.*;
import java.util.Map.Entry;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Most of what the language can say; long lines and odd places invite a formatter to work. */
@Migration(
        irreversible = "It cannot " + "be undone: " + "the values were overwritten, and nobody wrote down what they had been before that day",
        version = 2026_01_01_000000L,
        description = "Everything that the " + "language can say, (with brackets] and, commas")
@SuppressWarnings({"unchecked", "rawtypes", "unused",})
final @Deprecated strictfp public class M20260101000000Everything implements IrreversibleMigration {

    private final static transient int HEX = 0xFF_FF, OCTAL = 017, BINARY = 0b1010_0101;
    static volatile long shifted = 1L << 3 >> 1 >>> 1, negative = -1 + +2 - ~3;
    private static final double[] NUMBERS = {1., .5, 1e10, 1.5e-3f, 0x1.8p3, 0x.8P-2d, 1D, 2__0.0_1,};
    private static final char[] CHARACTERS = {'a', '\'', '"', '\\', '\n', '\u0041', '\101', '\0', '/'};
    static int matrix[][] = {{1, 2}, {3,}, {}}, single = 1;
    private static final Map<String, List<Map<Integer, ? super int[]>>> GENERIC = new HashMap<>();
    int grosse = 1; ;
    static String größe = "ü\u00fc\t\"quoted\" /* no comment */ // none" + 'c' + 1 + "tail" + "" + "end";

    static {
        größe += "x"; {
            ;;
        }
    }
    { grosse++; }

    @Target2(value = {1, 2}, other = @Target2.Inner("x")) @Deprecated
    static public @interface Marker { int value() default 1 + 2; String[] names() default {}; }

    @interface Target2 {
        int[] value() default {}; Inner other() default @Inner("y"); @interface Inner { String value(); }
    }

    abstract protected static sealed interface Shape<T extends Comparable<? super T> & Runnable> permits Circle, Square {}
    record Circle<T extends Comparable<? super T> & Runnable>(@Deprecated double radius, int... more) implements Shape<T> {
        Circle {
            if (radius < 0) throw new IllegalArgumentException("radius " + radius + " is " + "negative");
        }
        static int count() { return 1; }
    }
    static non-sealed class Square<T extends Comparable<? super T> & Runnable> implements Shape<T> { class Inner { class Deep {} } }

    enum Level {
        LOW, MIDDLE(2) { @Override int twice() { return 4; } }, HIGH(3),;
        private final int value;
        Level() { this(1); }
        Level(int value) { this.value = value; }
        int twice() { return value * 2; }
    }
    enum Empty { ; }
    enum Last { A, B, }

    @Override public void up(final SchemaEditor schema) {
        schema.createTable("things", t -> { t.id(); t.column("owner_id", bigint()).notNull().references("users", "id").onDelete(dev.mhc.migrations.schema.ReferentialAction.CASCADE); t.column("content", text()).notNull(); });
        schema.sql("UPDATE things SET content = 'a value that is so long that no formatter wants to keep it on one line', owner_id = 1 WHERE id > 5");
        schema.sql("UPDATE things SET content = 'short' "
            + "WHERE id = 1 "
            + "AND content IS NULL");
        schema.sql("""
            UPDATE things
              SET content = 'it''s "quoted" ""\" \
            joined'   \040
            WHERE id\t= 2;\s
            """);
          schema.sql("""
	  DELETE FROM things
	    WHERE id = 3""" + " AND " + """
            content = '\u00e4'""");
        schema.run("Hash", connection -> {
            try (var statement = connection.createStatement(); var rows = statement.executeQuery("SELECT 1");) {
                outer:
                for (int i = 0, j = 1; i < 10 && j >= 0 || i != j; i++, --j)
                    for (final var x : List.of(1, 2, 3)) { if (x == i) continue outer; else if (x > i) break outer; else { } }
                do rows.next(); while (rows.next());
                while (rows.next()) ;
            } catch (final SQLException | RuntimeException e) { throw e; } finally { shifted >>>= 1; shifted >>= 2; shifted <<= 1; }
        });
    }

    private <A, B extends List<List<A>>> Function<A, Supplier<B>> generic(A a, B b, BiFunction<? super A, ? extends B, List<List<A>>> f) throws RuntimeException {
        Function<A, Supplier<B>> lambda = (var x) -> () -> (B) (Object) new ArrayList<List<A>>();
        Function<Object, String> reference = Object::toString; Supplier<int[]> array = () -> new int[] {1, 2, 3,};
        Function<Integer, List[]> arrays = List[]::new; Supplier<Map<String, List<String>>> map = HashMap<String, List<String>>::new;
        Object o = this.<A, B>generic(a, b, f), cast = (Runnable & java.io.Serializable) () -> {};
        boolean smaller = HEX<OCTAL, larger = (HEX)>OCTAL, pattern = o instanceof final String s && s.length() >>> 1 > 2;
        return a == null ? lambda : b != null ? x -> () -> b : (lambda);
    }

    int decide(Level level, Object o) {
        int old = 0;
        switch (level) { case LOW: case MIDDLE: old = 1; break; default: old = 2; }
        String text = switch (level) { case LOW, MIDDLE -> "low" + "er"; case HIGH -> { String y = "h" + level; yield y; } };
        synchronized (this) { assert old > 0 : "old " + old; }
        class Local<T> { T value; Local() { super(); } }
        record Pair(int left, int right) { }
        var anonymous = new Object() { int x = (int) +1.5; @Override public String toString() { return "x" + (Object) "y" + "z" + "abc".length() + ("d" + "e"); } };
        return Optional.of(entry("key", new Pair(1, 2))).map(Entry::getValue).filter(p -> p.left() > 0).map(p -> p.right() + p.left()).stream().mapToInt(Integer::intValue).map(i -> i * 2).boxed().collect(toList()).get(0) + (old ^= 5) % 3 & ~old | 7;
    }

    /** Kept by the native part. */ public synchronized native void work() ;
    void varargs(String @Deprecated2 [] @Deprecated2 ... values) { int a[] = new int[3], b @Deprecated2 [] = a[0] == 1 ? null : a; }
    @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE) @interface Deprecated2 {}
};
