package generators_inherited;

import jakarta.persistence.*;
import java.util.*;

@MappedSuperclass
abstract class Numbered {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class FirstNumbered extends Numbered {}

@Entity
@Table(name = "second_things")
class SecondNumbered extends Numbered {}

@MappedSuperclass
@SequenceGenerator(sequenceName = "mapped_class_numbers", allocationSize = 12)
abstract class NumberedByClass {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class FirstByClass extends NumberedByClass {}

@Entity
class SecondByClass extends NumberedByClass {}

@MappedSuperclass
abstract class NumberedByAttribute {
    @Id
    @GeneratedValue(generator = "mapped_attribute_gen")
    @SequenceGenerator(name = "mapped_attribute_gen", sequenceName = "mapped_attribute_numbers", allocationSize = 11)
    Long id;
}

@Entity
class FirstByAttribute extends NumberedByAttribute {}

@Entity
class SecondByAttribute extends NumberedByAttribute {}

@MappedSuperclass
abstract class NumberedBySubclass {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
@SequenceGenerator(sequenceName = "of_subclass_numbers", allocationSize = 13)
class NamingItsOwn extends NumberedBySubclass {}

@MappedSuperclass
abstract class NumberedByName {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "by_name_gen")
    Long id;
}

@Entity
@SequenceGenerator(name = "by_name_gen", sequenceName = "by_name_numbers", allocationSize = 14)
class NamingByName extends NumberedByName {}

@Entity
class Single {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class SingleSub extends Single {
    String text;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(name = "joinedThings")
abstract class Joined {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;
}

@Entity
class JoinedSub extends Joined {
    String text;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class PerClass {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class PerClassSub extends PerClass {
    String text;
}

@Entity
class PerClassOther extends PerClass {
    String more;
}

@MappedSuperclass
abstract class Generic<T> {
    @Id
    @GeneratedValue
    T id;
}

@Entity
class GenericLong extends Generic<Long> {}

@Entity
class GenericUuid extends Generic<UUID> {}

@Entity
class Referenced {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class SharingItsKey {
    @Id
    Long id;

    @OneToOne
    @MapsId
    Referenced referenced;
}
