package generators_shared;

import jakarta.persistence.*;
import java.util.*;

@Entity
class DeclaringGlobal {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "global_gen")
    @SequenceGenerator(name = "global_gen", sequenceName = "global_numbers", allocationSize = 10)
    Long id;
}

@Entity
class UsingGlobal {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "global_gen")
    Integer id;
}

@Entity
class UsingByAuto {
    @Id
    @GeneratedValue(generator = "global_gen")
    Integer id;
}

@Entity
class SameSequence {
    @Id
    @GeneratedValue(generator = "other_gen")
    @SequenceGenerator(name = "other_gen", sequenceName = "GLOBAL_numbers", allocationSize = 10)
    Long id;
}

@Entity
@TableGenerator(name = "table_gen", table = "number_table")
class DeclaringTable {
    @Id
    Long id;
}

@Entity
class UsingTableOfAnotherClass {
    @Id
    @GeneratedValue(generator = "table_gen_of_class")
    Integer id;
}

@Entity
class UsingTableToo {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "table_gen")
    Long id;
}

@Entity
class OfPackage {
    @Id
    @GeneratedValue(generator = "package_gen")
    Long id;
}

@Entity
class OfMappedSuperclass {
    @Id
    @GeneratedValue(generator = "mapped_gen")
    Long id;
}

@MappedSuperclass
@SequenceGenerator(name = "mapped_gen", sequenceName = "mapped_numbers", allocationSize = 4)
abstract class Mapped {
    Integer version;
}
