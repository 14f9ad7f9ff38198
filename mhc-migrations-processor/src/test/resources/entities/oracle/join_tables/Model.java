package join_tables;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;

@Entity class Course { @Id Long id; @Column(unique = true) String code;
  @ManyToMany @JoinTable(name = "course_student", joinColumns = @JoinColumn(name = "course_code", referencedColumnName = "code"), inverseJoinColumns = @JoinColumn(name = "student_nr", referencedColumnName = "nr")) Set<Student> students;
  @ManyToMany @JoinTable(name = "course_list", uniqueConstraints = @UniqueConstraint(columnNames = {"students2_id", "Course_id"}), indexes = @jakarta.persistence.Index(name = "ix_cl", columnList = "students2_id")) @OrderColumn List<Student> students2;
  @OneToMany @JoinTable(name = "course_material", joinColumns = @JoinColumn(name = "course", nullable = false), inverseJoinColumns = @JoinColumn(name = "material", unique = true)) List<Material> materials;
  @OneToMany @JoinColumn(name = "course_id", nullable = false) Set<Lesson> lessons;
  @OneToMany @JoinColumn(name = "course_code", referencedColumnName = "code") List<Exam> exams;
  @OneToMany(mappedBy = "course") @OnDelete(action = OnDeleteAction.CASCADE) List<Grade> grades;
  @ManyToMany @JoinTable(name = "pre", joinColumns = @JoinColumn(name = "c"), inverseJoinColumns = @JoinColumn(name = "p")) Set<Course> requires;
  @ManyToMany(mappedBy = "requires") Set<Course> requiredBy;
  @ElementCollection @CollectionTable(name = "course_kw", joinColumns = @JoinColumn(name = "code", referencedColumnName = "code"), uniqueConstraints = @UniqueConstraint(columnNames = {"code", "kw"})) @Column(name = "kw", nullable = false) Set<String> keywords;
  @ElementCollection @CollectionTable(foreignKey = @jakarta.persistence.ForeignKey(ConstraintMode.NO_CONSTRAINT)) Set<String> free;
  @ManyToOne @OnDelete(action = OnDeleteAction.SET_NULL) Student best;
}
@Entity class Student { @Id Long id; @Column(nullable = false, unique = true, length = 12) String nr; @ManyToMany(mappedBy = "students") Set<Course> courses; }
@Entity class Material { @Id Long id; }
@Entity class Lesson { @Id Long id; }
@Entity class Exam { @Id Long id; }
@Entity class Grade { @Id Long id; @ManyToOne(fetch = FetchType.LAZY, optional = false) @JoinColumn(name = "course_id", nullable = false, foreignKey = @jakarta.persistence.ForeignKey(name = "fk_grade_course")) @OnDelete(action = OnDeleteAction.CASCADE) Course course; @OneToOne(optional = false) @JoinColumn(unique = true) Student student; @ManyToOne @JoinColumn(unique = true) Lesson lesson; @ManyToOne @JoinColumn(columnDefinition = "bigint") Exam exam;}
