package versions_of_hibernate;

import jakarta.persistence.*;
import java.util.*;

enum Kind { A { int x() { return 1; } }, B; int x() { return 0; } }
@Entity class L {
  @Id Long id;
  @Lob char[] a; @Lob Character[] b; @Lob Byte[] c; @Lob java.io.Serializable d; @Lob HashMap<String, String> e;
  @Lob @Basic(fetch = FetchType.LAZY) @Column(length = 100) String f;
  @Lob @Convert(converter = C.class) Kind g;
  @Lob @Convert(converter = C.class) List<String> h;
  @Lob @ElementCollection List<String> i;
  @Lob @Column(columnDefinition = "text") String j;
  @Enumerated Kind[] k; @Enumerated(EnumType.STRING) List<Kind> l; Set<Kind> m;
  @ElementCollection @Enumerated(EnumType.STRING) Map<String, Kind> n;
  @ElementCollection Map<Kind, Kind> o;
  Kind p; @Enumerated(EnumType.STRING) @Column(length = 10, nullable = false) Kind q;
}
@Converter class C implements AttributeConverter<Object, String> { public String convertToDatabaseColumn(Object k) { return null; } public Object convertToEntityAttribute(String s) { return null; } }
