package access;

import jakarta.persistence.*;
import java.util.*;

@Entity
class ByProperty {
    private Long key;
    private String title;

    @Id
    public Long getKey() {
        return key;
    }

    public void setKey(Long key) {
        this.key = key;
    }

    @Column(name = "title_", length = 60)
    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public boolean isDone() {
        return true;
    }

    public void setDone(boolean done) {}

    public String getURL() {
        return "";
    }

    public void setURL(String url) {}

    @Transient
    public String getComputed() {
        return "";
    }
}

@Entity
@Access(AccessType.FIELD)
class Mixed {
    @Id
    Long id;

    @Transient
    String hidden;

    transient String gone;

    static String shared;

    String field;

    @Access(AccessType.PROPERTY)
    @Column(length = 33)
    public String getHidden() {
        return hidden;
    }

    public void setHidden(String hidden) {
        this.hidden = hidden;
    }
}

@Embeddable
@Access(AccessType.PROPERTY)
class Part {
    private int size_;

    public int getSize() {
        return size_;
    }

    public void setSize(int size) {
        this.size_ = size;
    }
}

@Entity
class WithPart {
    @Id
    Long id;

    Part part;
}
