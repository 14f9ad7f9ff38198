package dev.mhc.migrations.schema;

import dev.mhc.migrations.schema.Column.Generation;
import dev.mhc.migrations.schema.Difference.Code;
import dev.mhc.migrations.schema.Difference.Severity;
import java.util.Optional;

/**
 * Compares two columns that stand for each other.
 *
 * @param inKey whether the column is expected in the primary key
 * @param keyDiffers whether a difference of the primary key has been reported that explains null-ness and numbering
 */
record ColumnDiff(TableComparison tables, Column expected, Column found, boolean inKey, boolean keyDiffers) {

    void compare() {
        boolean sameType = tables.rules()
                .canonicalType(expected.type())
                .equals(tables.rules().canonicalType(found.type()));
        if (!sameType) {
            report(
                    Severity.ERROR,
                    Code.DIFFERENT_TYPE,
                    expected.type().toString(),
                    found.type().toString(),
                    "Change it: " + alterColumn("type(" + Snippet.type(expected.type()) + ")"));
        }
        if (!keyDiffers && (sameType || !inKey)) {
            compareNullness();
        }
        if (sameType) {
            compareGeneration();
            compareDefault();
        }
    }

    private void compareNullness() {
        boolean expectedNullable = Correspondence.isNullable(expected);
        if (expectedNullable == Correspondence.isNullable(found)) {
            return;
        }
        report(
                Severity.ERROR,
                Code.DIFFERENT_NULLNESS,
                expectedNullable ? Describe.NULLABLE : Describe.NOT_NULL,
                expectedNullable ? Describe.NOT_NULL : Describe.NULLABLE,
                expectedNullable
                        ? "Inserts of null fail. Let it accept NULL: " + alterColumn("nullable()")
                        : "Let it refuse NULL: " + alterColumn("notNull()")
                                + "; where rows have NULL, add .fillNulls(\"an SQL expression\")");
    }

    private void compareGeneration() {
        boolean numbered = expected.generation() == Generation.IDENTITY && found.generation() == Generation.NONE;
        boolean computed =
                (expected.generation() == Generation.COMPUTED) != (found.generation() == Generation.COMPUTED);
        if (computed || (numbered && !keyDiffers)) {
            report(
                    Severity.ERROR,
                    Code.DIFFERENT_GENERATION,
                    Describe.generation(expected.generation()),
                    Describe.generation(found.generation()),
                    "Build the table anew with createTable(…) and copy its rows; on PostgreSQL, schema.sql(…) with ALTER"
                            + " COLUMN … ADD GENERATED … AS IDENTITY or DROP IDENTITY may do.");
        }
    }

    private void compareDefault() {
        if (expected.generation() != Generation.NONE || found.generation() != Generation.NONE) {
            return;
        }
        Optional<String> wanted = tables.rules().canonicalDefault(expected.type(), expected.defaultValue());
        Optional<String> present = tables.rules().canonicalDefault(found.type(), found.defaultValue());
        if (wanted.equals(present)) {
            return;
        }
        if (wanted.isPresent()) {
            report(
                    Severity.WARNING,
                    Code.DIFFERENT_DEFAULT,
                    Describe.defaultValue(expected.defaultValue(), tables.rules()),
                    Describe.defaultValue(found.defaultValue(), tables.rules()),
                    "Set it: "
                            + alterColumn(
                                    Snippet.defaultValue(expected.defaultValue().orElseThrow(), tables.rules())));
        } else if (found.defaultValue().filter(tables.rules()::isConstant).isPresent()) {
            report(
                    Severity.WARNING,
                    Code.DIFFERENT_DEFAULT,
                    Describe.NO_DEFAULT,
                    Describe.defaultValue(found.defaultValue(), tables.rules()),
                    "Declare it in the entity, or drop it: " + alterColumn("dropDefault()"));
        }
    }

    private String alterColumn(String change) {
        return Snippet.alterColumn(tables.expected(), expected, change);
    }

    private void report(Severity severity, Code code, String expectation, String finding, String wayOut) {
        tables.report(severity, code, expected.name(), expectation, finding, wayOut);
    }
}
