package table_generators;

import jakarta.persistence.*;
import java.util.*;

@Entity
class ByTable {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Long id;
}

@Entity
class ByNamedTable {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "ids")
    @TableGenerator(
            name = "ids",
            table = "id_counters",
            pkColumnName = "counter_name",
            valueColumnName = "counter_value",
            pkColumnValue = "thing",
            allocationSize = 10)
    Integer id;
}

@Entity
class ByNamelessTable {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "namelessIds")
    @TableGenerator(name = "namelessIds")
    Long id;
}

@Entity
class ByUnknownGenerator {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "unknownIds")
    Long id;
}

@Entity
class BySameTable {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "other_ids")
    @TableGenerator(
            name = "other_ids",
            table = "id_counters",
            pkColumnName = "counter_name",
            valueColumnName = "counter_value",
            pkColumnValue = "other",
            allocationSize = 20)
    Long id;
}

@Entity
class ByDefaultToo {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    short id;
}

@Entity
class ByCamelCase {
    @Id
    @GeneratedValue(generator = "camel_ids")
    @TableGenerator(name = "camel_ids", table = "camelCounters", pkColumnName = "pkName", valueColumnName = "valueNumber")
    Long id;
}

@Entity
class ByQuoted {
    @Id
    @GeneratedValue(generator = "quoted_ids")
    @TableGenerator(name = "quoted_ids", table = "`Quoted Counters`", pkColumnName = "`Key`", valueColumnName = "`Value`")
    Long id;
}

@Entity
class WithKeys {
    @Id
    @GeneratedValue(generator = "keyed_ids")
    @TableGenerator(
            name = "keyed_ids",
            table = "keyed_counters",
            uniqueConstraints = @UniqueConstraint(columnNames = "next_val"),
            indexes = @Index(columnList = "next_val"))
    Long id;
}

@Entity
@TableGenerator(table = "class_counters", allocationSize = 30)
class ByNamelessGenerator {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Long id;
}

@Entity
@TableGenerator(table = "auto_counters", allocationSize = 30)
class AutoWithNamelessTableGenerator {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class ByNameOfStrategy {
    @Id
    @GeneratedValue(generator = "table")
    Long id;
}
