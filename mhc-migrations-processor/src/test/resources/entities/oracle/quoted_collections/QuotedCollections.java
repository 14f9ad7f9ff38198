package quoted_collections;

import jakarta.persistence.*;
import java.util.*;

@Entity(name = "Group") @Table(name = "`group`") class Grp { @Id @Column(name = "\"user\"") Long user; @Column(name = "`select`") String select; @Column(name = "\"Mixed Case\"") String mixed; @ManyToOne Usr usr; @ManyToMany Set<Usr> all; @ElementCollection Set<String> tags; }
@Entity(name = "User") @Table(name = "\"user\"", indexes = @Index(columnList = "\"from\" desc, to_x"), uniqueConstraints = @UniqueConstraint(columnNames = {"\"from\"", "grp_user"})) class Usr { @Id Long id; @Column(name = "\"from\"") String from; @Column(name = "to_x") String to; @ManyToOne @JoinColumn(name = "grp_user") Grp grp; @ManyToOne @JoinColumn(name = "\"where\"") Usr boss; @OneToOne Grp other; }
@Entity @Table(name = "UPPER_ONE") class Upper { @Id @Column(name = "ID") Long id; @Column(name = "FIRST_NAME") String f; @ManyToOne @JoinColumn(name = "OTHER_ID") Upper o; @ManyToMany @JoinTable(name = "UPPER_UPPER") Set<Upper> s; }
