package roots_of_hierarchies;

import jakarta.persistence.*;
import org.hibernate.annotations.DiscriminatorFormula;
import org.hibernate.annotations.Formula;

@Entity @Inheritance @DiscriminatorFormula("case when a is null then 'X' else 'Y' end") class F { @Id Long id; String a; }
@Entity @DiscriminatorValue("X") class FX extends F { String x; }
@Entity @DiscriminatorValue("Y") class FY extends F { @Formula("1+1") Integer y; @ManyToOne F z; }
