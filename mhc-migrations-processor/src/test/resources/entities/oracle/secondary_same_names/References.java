package secondary_same_names;

import jakarta.persistence.*;
import java.util.*;

@Entity @SecondaryTable(name = "T_more") class T implements java.io.Serializable { @Id Long id; @Column(table = "T_more", length = 12) String extra; }
@Entity class U { @Id Long id; @ManyToOne @JoinColumn(name = "e", referencedColumnName = "extra") T t; }
