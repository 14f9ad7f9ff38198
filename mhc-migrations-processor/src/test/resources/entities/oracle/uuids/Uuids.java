package uuids;

import jakarta.persistence.*;
import java.util.UUID;

@Entity
class Uuids {
    @Id
    UUID id;

    @Column(nullable = false)
    UUID needed;

    @ManyToOne
    Uuids parent;

    byte[] bytes;
}
