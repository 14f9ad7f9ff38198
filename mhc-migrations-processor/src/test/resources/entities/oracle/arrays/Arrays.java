package arrays;

import jakarta.persistence.*;
import java.util.*;

enum Tag {
    A,
    B
}

@Entity
class Arrays_ {
    @Id
    Long id;

    String[] strings;
    int[] ints;
    Integer[] integers;
    long[] longs;
    double[] doubles;
    boolean[] booleans;
    UUID[] uuids;
    java.time.LocalDate[] dates;
    java.time.Instant[] instants;
    java.math.BigDecimal[] decimals;
    Tag[] tags;

    @Enumerated(EnumType.STRING)
    Tag[] namedTags;

    List<String> stringList;
    List<Integer> integerList;
    Set<Long> longSet;

    @Column(length = 40)
    String[] shortStrings;
}
