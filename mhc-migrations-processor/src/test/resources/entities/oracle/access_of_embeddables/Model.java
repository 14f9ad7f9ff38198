package access_of_embeddables;

import jakarta.persistence.*;
import java.util.*;

@Entity class ByProperty { @Id public Long getId() { return 1L; } public void setId(Long i) {} public F getFields() { return null; } public void setFields(F f) {} }
@Embeddable @Access(AccessType.FIELD) class F { private int a1; private Deep deep; public Deep getDeep() { return deep; } }
@Embeddable class Deep { private int hidden; @Column(name = "deep_x") public int getX() { return 0; } public void setX(int x) {} }
@Access(AccessType.PROPERTY) @MappedSuperclass class M { @Column(name = "mm") public int getM() { return 0; } public void setM(int m) {} @Embedded public Deep2 getDeep2() { return null; } public void setDeep2(Deep2 d) {} }
@Embeddable class Deep2 { private int hidden2; @Column(name = "deep_x2") public int getX() { return 0; } public void setX(int x) {} }
@Entity class ByField extends M { @Id private Long id; }
@Access(AccessType.FIELD) @MappedSuperclass class MF { @Embedded private Deep2 deep2; }
@Entity class ByProperty2 extends MF { @Id public Long getId() { return 1L; } public void setId(Long i) {} }
