package secondary_same_names;
import jakarta.persistence.*;
import java.util.*;
@Entity @Table(name = "person") @SecondaryTable(name = "person_details", pkJoinColumns = @PrimaryKeyJoinColumn(name = "person_id"))
class Person {
  @Id Long id;
  @Column(name = "comment") String comment;
  @Column(name = "comment", table = "person_details", length = 1000) String longComment;
  @ManyToOne @JoinColumn(name = "owner_id") Person owner;
  @ManyToOne @JoinColumn(name = "owner_id", table = "person_details") Other detailsOwner;
}
@Entity class Other { @Id String code; }
