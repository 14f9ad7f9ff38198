package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.operation.DropTable;
import dev.mhc.migrations.operation.ExecuteSql;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.operation.RenameTable;
import dev.mhc.migrations.operation.RunCode;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The live tables, read when they are needed, and in memory what the operations make of them. Executes nothing. */
final class ScratchModel implements Scratch {

    private final Lease live;
    /** What operations have touched; empty for a table that is gone. */
    private final Map<String, Optional<Table>> touched = new HashMap<>();

    ScratchModel(Lease live) {
        this.live = live;
    }

    @Override
    public Dialect dialect() {
        return live.dialect();
    }

    @Override
    public Schema inspect(Set<String> tables) throws SQLException {
        List<Table> found = new ArrayList<>();
        Set<String> untouched = new HashSet<>();
        for (String table : tables) {
            if (touched.containsKey(table)) {
                touched.get(table).ifPresent(found::add);
            } else {
                untouched.add(table);
            }
        }
        if (!untouched.isEmpty()) {
            found.addAll(dialect().inspect(live.connection(), untouched).tables());
        }
        return new Schema(found);
    }

    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public boolean isWithoutRows() {
        return false;
    }

    @Override
    public boolean follows(Operation part) {
        return !(part instanceof RunCode || part instanceof ExecuteSql);
    }

    @Override
    public Optional<String> example(Step.Batches batches) throws SQLException {
        return touched.containsKey(batches.table())
                ? Optional.empty()
                : Optional.of(batches.ranges().example(live.connection()));
    }

    @Override
    public void execute(Step step) {
        // The database is only read.
    }

    @Override
    public void done(Operation part) throws SQLException {
        Schema before = inspect(names(part));
        Schema after = dialect().foresee(part, before);
        before.tables().forEach(table -> touched.put(table.name(), Optional.empty()));
        after.tables().forEach(table -> touched.put(table.name(), Optional.of(table)));
    }

    private Set<String> names(Operation part) {
        if (part instanceof RenameTable rename) {
            return Set.of(rename.from());
        }
        return part instanceof DropTable drop
                ? Set.of(drop.table())
                : dialect().reads(part).stream().collect(Collectors.toSet());
    }

    @Override
    public void close() {
        // The connection is another's.
    }
}
