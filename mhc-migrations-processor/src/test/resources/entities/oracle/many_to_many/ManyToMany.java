package many_to_many;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Student {
    @Id
    Long id;

    @ManyToMany
    Set<Course> courses;

    @ManyToMany
    @JoinTable(
            name = "student_friend",
            joinColumns = @JoinColumn(name = "student_id"),
            inverseJoinColumns = @JoinColumn(name = "friend_id"))
    List<Student> friends;

    @ManyToMany
    @JoinTable(name = "wishes")
    @OrderColumn
    List<Course> wishes;

    @ManyToMany
    @JoinTable(name = "ranking")
    @OrderColumn(name = "place", nullable = false)
    List<Course> ranking;

    @ManyToMany
    Collection<Room> rooms;
}

@Entity
class Course {
    @Id
    @Column(name = "course_no")
    Long number;

    @ManyToMany(mappedBy = "courses")
    Set<Student> students;
}

@Entity
@Table(name = "rooms")
class Room {
    @Id
    String code;

    @ManyToMany
    @JoinTable(
            joinColumns = @JoinColumn(name = "r", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)),
            uniqueConstraints = @UniqueConstraint(columnNames = {"r", "c"}),
            inverseJoinColumns = @JoinColumn(name = "c"),
            indexes = @Index(columnList = "c, r"))
    List<Course> held;

    @ManyToMany
    Set<Room> neighbours;
}
