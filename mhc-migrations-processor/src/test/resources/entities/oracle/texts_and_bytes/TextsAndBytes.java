package texts_and_bytes;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Texts {
    @Id
    @Column(length = 36)
    String id;

    String text;

    @Column(length = 1)
    String one;

    @Column(length = 40000)
    String longer;

    @Column(length = 20000000)
    String longest;

    @Column(length = Integer.MAX_VALUE)
    String max;

    @Lob
    String lob;

    @Lob
    @Column(length = 1000)
    String shortLob;

    @Lob
    char[] lobChars;

    @Lob
    byte[] lobBytes;

    byte[] bytes;

    @Column(length = 16)
    byte[] shortBytes;

    @Column(length = 40000)
    byte[] longBytes;

    Byte[] byteObjects;
    char[] chars;
    Character[] characterObjects;
    java.sql.Clob clob;
    java.sql.NClob nclob;
    java.sql.Blob blob;

    @Lob
    java.sql.Clob lobClob;

    UUID uuid;
    java.net.URL url;
    Locale locale;
    Currency currency;
    Class<?> type;
    java.net.InetAddress address;
    java.io.Serializable anything;

    @Lob
    java.io.Serializable large;

    HashMap<String, String> serialized;
}
