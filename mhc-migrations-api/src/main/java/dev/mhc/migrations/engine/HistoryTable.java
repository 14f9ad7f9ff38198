package dev.mhc.migrations.engine;

import static java.util.stream.Collectors.joining;

import dev.mhc.migrations.MigrationRegistry;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.operation.CreateTable;
import dev.mhc.migrations.operation.OperationRecorder;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The table that remembers what happened to a database. Rows are added and, once committed, never changed. */
final class HistoryTable {

    static final String DEFAULT_NAME = "mhc_history";

    /** The number of this layout; every row carries it. */
    static final int FORMAT = 1;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    static final String COLUMNS = "seq, event, module, version, step, detail, description, checksum, digest,"
            + " recorded_at, duration_ms, user_name, host, tool_version, format";

    /** The events that tell of parts of migrations, as SQL has them. */
    private static final String PARTS = Arrays.stream(HistoryEvent.Type.values())
            .filter(HistoryEvent.Type::isOfPart)
            .map(type -> "'" + type.text() + "'")
            .collect(joining(", "));

    private final String name;

    HistoryTable(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    boolean isNamed(String table) {
        return table.equalsIgnoreCase(name)
                || name.toLowerCase(Locale.ROOT).endsWith("." + table.toLowerCase(Locale.ROOT));
    }

    /**
     * Where a module stands.
     *
     * @param digest of what is in effect
     * @param unfinished whether the last that was begun in parts has not ended, as far as one query can tell
     */
    record Head(String digest, boolean unfinished) {}

    /**
     * Where each module stands, in one query.
     *
     * @return empty if there is no history table
     */
    Optional<Map<String, Head>> heads(Lease lease) throws SQLException {
        String table = lease.history();
        String sql = "SELECT h.module, h.digest, h.format, last.unfinished, CASE WHEN "
                + lease.dialect().isOfCurrentSchema(table, "h") + " THEN 1 ELSE 0 END FROM " + table
                + " h JOIN (SELECT MAX(seq) AS"
                + " seq, CASE WHEN MAX(CASE WHEN event IN (" + PARTS
                + ") THEN seq ELSE 0 END) > MAX(CASE WHEN event IN ("
                + PARTS + ", '" + HistoryEvent.Type.REPAIRED.text()
                + "') THEN 0 ELSE seq END) THEN 1 ELSE 0 END AS unfinished FROM "
                + table + " GROUP BY module) last ON h.seq = last.seq";
        try (Statement statement = lease.connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Map<String, Head> heads = new TreeMap<>();
            while (rows.next()) {
                if (rows.getInt(5) == 0) {
                    return Optional.empty();
                }
                requireKnownFormat(rows.getInt(3));
                heads.put(rows.getString(1), new Head(rows.getString(2), rows.getInt(4) != 0));
            }
            return Optional.of(heads);
        } catch (SQLException e) {
            if (lease.dialect().isMissingTable(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether what the registries list is exactly what {@code heads} says is in effect. */
    static boolean isCurrent(Map<String, Head> heads, Registries registries) {
        if (heads.size() != registries.all().size()) {
            return false;
        }
        for (MigrationRegistry registry : registries.all()) {
            if (!new Head(registry.digest(), false).equals(heads.get(registry.module()))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads and folds all events.
     *
     * @return empty if there is no history table
     */
    Optional<HistoryState> read(Lease lease) throws SQLException {
        String sql = "SELECT " + COLUMNS + " FROM " + lease.history() + " ORDER BY seq";
        // Asked before the rows are read: others only add to them.
        long highest = lease.dialect().highestNumber(lease.connection(), name).orElse(0);
        try (Statement statement = lease.connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            HistoryState state = new HistoryState(name);
            while (rows.next()) {
                requireKnownFormat(rows.getInt("format"));
                state.add(event(rows));
            }
            // A restored database has both smaller, so it is asked again.
            if (state.lastSeq() < highest
                    && state.lastSeq()
                            < lease.dialect()
                                    .highestNumber(lease.connection(), name)
                                    .orElse(0)) {
                throw damaged("its last row is " + state.lastSeq() + ", and it had a row " + highest);
            }
            return Optional.of(state);
        } catch (SQLException e) {
            if (lease.dialect().isMissingTable(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private HistoryEvent event(ResultSet row) throws SQLException {
        long seq = row.getLong("seq");
        String type = text(row, "event");
        String at = text(row, "recorded_at");
        long duration = row.getLong("duration_ms");
        boolean unknownDuration = row.wasNull();
        try {
            return new HistoryEvent(
                    seq,
                    HistoryEvent.Type.of(type)
                            .orElseThrow(() -> damaged("row " + seq + " has the unknown event \"" + type + "\"")),
                    new MigrationKey(row.getLong("version"), text(row, "module")),
                    step(row),
                    Optional.ofNullable(row.getString("detail")),
                    text(row, "description"),
                    text(row, "checksum"),
                    text(row, "digest"),
                    LocalDateTime.parse(at, TIME).toInstant(ZoneOffset.UTC),
                    unknownDuration ? Optional.empty() : Optional.of(duration),
                    text(row, "user_name"));
        } catch (DateTimeParseException e) {
            throw damaged("row " + seq + " has the time \"" + at + "\"");
        }
    }

    private static Optional<Integer> step(ResultSet row) throws SQLException {
        int step = row.getInt("step");
        return row.wasNull() ? Optional.empty() : Optional.of(step);
    }

    private String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        if (value == null) {
            throw damaged("row " + row.getLong("seq") + " has no " + column);
        }
        return value;
    }

    /** The number of the last event; 0 if there is none or no table. */
    long lastSeq(Lease lease) throws SQLException {
        try (Statement statement = lease.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT MAX(seq) FROM " + lease.history())) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            if (lease.dialect().isMissingTable(e)) {
                return 0;
            }
            throw e;
        }
    }

    /** Whether the history has this event, as the one after those that it follows. */
    boolean contains(Lease lease, HistoryEvent event) throws SQLException {
        String sql = "SELECT 1 FROM " + lease.history() + " WHERE seq = ? AND digest = ?";
        try (PreparedStatement query = lease.connection().prepareStatement(sql)) {
            query.setLong(1, event.seq());
            query.setString(2, event.digest());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            if (lease.dialect().isMissingTable(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Whether there is a history table. A missing one is no failure, which would end a transaction on PostgreSQL. */
    boolean exists(Lease lease) throws SQLException {
        return !lease.dialect()
                .inspect(lease.connection(), Set.of(lease.session().history()))
                .tables()
                .isEmpty();
    }

    /** Creates the table in the open transaction. */
    void create(Lease lease) throws SQLException {
        for (Step step : lease.dialect().render(definition(lease.session().history()), Schema.EMPTY)) {
            if (step instanceof Step.Statement create) {
                try (Statement statement = lease.connection().createStatement()) {
                    statement.execute(create.sql());
                }
            }
        }
    }

    private static CreateTable definition(String name) {
        return (CreateTable) OperationRecorder.record(schema -> schema.createTable(name, t -> {
                    t.id("seq");
                    t.column("event", ColumnType.varchar(20)).notNull();
                    t.column("module", ColumnType.varchar(64)).notNull();
                    t.column("version", ColumnType.bigint()).notNull();
                    t.column("step", ColumnType.integer());
                    t.column("detail", ColumnType.text());
                    t.column("description", ColumnType.varchar(200)).notNull();
                    t.column("checksum", ColumnType.varchar(64)).notNull();
                    t.column("digest", ColumnType.varchar(64)).notNull();
                    t.column("recorded_at", ColumnType.varchar(23)).notNull();
                    t.column("duration_ms", ColumnType.bigint());
                    t.column("user_name", ColumnType.varchar(255)).notNull();
                    t.column("host", ColumnType.varchar(255)).notNull();
                    t.column("tool_version", ColumnType.varchar(64)).notNull();
                    t.column("format", ColumnType.integer()).notNull();
                }))
                .get(0);
    }

    private void requireKnownFormat(int format) {
        if (format > FORMAT) {
            throw ErrorCode.HISTORY_TOO_NEW.with(name, format, FORMAT);
        }
    }

    private RuntimeException damaged(String what) {
        return ErrorCode.HISTORY_DAMAGED.with(name, what);
    }

    /** All tables but this one. */
    List<Table> without(List<Table> tables) {
        return tables.stream().filter(table -> !isNamed(table.name())).toList();
    }

    /** A time as a row keeps it. */
    static String time(Instant at) {
        return TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    /** Now, as precisely as a row keeps it. */
    static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
