package dev.mhc.migrations.operation;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records one {@link CreateIndex}. */
final class IndexRecorder implements IndexTarget, CreateIndexEditor {

    private final String name;
    private Optional<String> table = Optional.empty();
    private final List<Index.Part> parts = new ArrayList<>();
    private boolean unique;
    private Optional<String> where = Optional.empty();
    private boolean concurrently;

    IndexRecorder(String name) {
        this.name = name;
    }

    @Override
    public CreateIndexEditor on(String tableName, String... columns) {
        table = Optional.of(tableName);
        parts.clear();
        List.of(columns).forEach(column -> parts.add(Index.Part.column(column)));
        return this;
    }

    @Override
    public CreateIndexEditor expression(String sql) {
        if (sql.isBlank()) {
            throw ErrorCode.BAD_DEFINITION.with("Index " + name, "an expression that it indexes is blank");
        }
        parts.add(new Index.Part(sql, true, false));
        return this;
    }

    @Override
    public CreateIndexEditor descending(String column) {
        parts.add(Index.Part.descending(column));
        return this;
    }

    @Override
    public CreateIndexEditor unique() {
        unique = true;
        return this;
    }

    @Override
    public CreateIndexEditor where(String condition) {
        where = Optional.of(condition);
        return this;
    }

    @Override
    public CreateIndexEditor concurrently() {
        concurrently = true;
        return this;
    }

    Operation toOperation() {
        String indexed = table.orElseThrow(() -> ErrorCode.BAD_DEFINITION.with(
                "Index " + name, "it does not say what it indexes; add .on(\"table\", \"column\")"));
        return new CreateIndex(indexed, new Index(Optional.of(name), parts, unique, where), concurrently);
    }
}
