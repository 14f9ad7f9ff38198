package access_of_embeddables;

import jakarta.persistence.*;
import java.util.*;

@Access(AccessType.PROPERTY) @MappedSuperclass abstract class PropBase { private Long id; private String code; @Id @GeneratedValue public Long getId() { return id; } public void setId(Long i) {} @Column(name = "BASE_CODE", nullable = false) public String getCode() { return code; } public void setCode(String c) {} @Version protected int getVersion() { return 0; } protected void setVersion(int v) {} @Transient public String getDisplay() { return ""; } }
@Entity class PropA extends PropBase { @Access(AccessType.FIELD) @Column(name = "field_col") private String byField; private Boolean active; private boolean URLSafe; private List<String> tags; private PropA parent; private String getPrivate() { return null; } private void setPrivate(String x) {}
  public Boolean isActive() { return active; } public void setActive(Boolean a) {} public boolean isURLSafe() { return URLSafe; } public void setURLSafe(boolean b) {} @ElementCollection public List<String> getTags() { return tags; } public void setTags(List<String> t) {} @ManyToOne @JoinColumn(name = "parent_ref") public PropA getParent() { return parent; } public void setParent(PropA p) {} @Override @Column(name = "overridden", length = 5) public String getCode() { return null; } String getaName() { return ""; } void setaName(String s) {} }
@Entity @Access(AccessType.FIELD) class PropB extends PropA { @Column(length = 9) String own; @Transient String t; @Access(AccessType.PROPERTY) @Column(name = "calc_col") public String getCalc() { return null; } public void setCalc(String c) {} @Embedded Emb emb; @Embedded Emb2 emb2; public String getIgnored() { return ""; } }
@Embeddable class Emb { private int n; public int getM() { return n; } public void setM(int m) {} }
@Embeddable @Access(AccessType.PROPERTY) class Emb2 { private int n; public int getM() { return n; } public void setM(int m) {} public Emb3 getDeep() { return null; } public void setDeep(Emb3 e) {} }
@Embeddable class Emb3 { private int hidden; @Column(name = "deep_x") public int getX() { return 0; } public void setX(int x) {} }
