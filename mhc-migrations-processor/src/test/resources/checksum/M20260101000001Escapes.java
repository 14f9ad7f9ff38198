\u0070ackage coach.escapes;

import dev.mhc.migrations.\u0049rreversibleMigration;
import dev.mhc.migrations.Migration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2026_01_01_000001L, d\u0065scription = "Escapes\u0022, irreversible = \uuu0022no")
public final class M20260101000001Escapes implements IrreversibleMigration {
    int gr\u00f6\u00dfe = 1\u0030 /\u002a no division *\u002f >> 1; // a line\u000a int next = 2;
    char backslash = '\u005c\u005c', quote = '\u005c'', letter = '\u0061';
    String text = "\\u0041 \\\u0041 \u005c" \\u0041" + \u0022x\u0022;

    @Override
    public void up(SchemaEditor schema) {
        schema.sql(\u0022""
            UPDATE t\u000a              SET a = '\u00e4'
            ""\u0022);
    }
}
