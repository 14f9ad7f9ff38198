package maps_in_tables_of_targets;

import jakarta.persistence.*;
import java.util.*;

@Entity class Dept {
    @Id Long id;
    @OneToMany(mappedBy = "dept") @MapKeyColumn(name = "badge_no", length = 7) Map<String, Emp> byBadge;
    @OneToMany(mappedBy = "dept") @MapKeyEnumerated(EnumType.STRING) @MapKeyColumn(name = "rank_") Map<Rank, Emp> byRank;
    @OneToMany @JoinColumn(name = "dept_x") @MapKey Map<Long, Emp> byId;
    @OneToMany @JoinTable(name = "dept_rm", joinColumns = @JoinColumn(name = "d"), inverseJoinColumns = @JoinColumn(name = "e")) @MapKeyJoinColumn(name = "room_") Map<Room, Emp> byRoom;
    @ManyToMany @MapKeyTemporal(TemporalType.DATE) @MapKeyColumn(name = "since") Map<Date, Room> rooms;
    @ManyToMany @JoinTable(name = "dept_slot") @AttributeOverride(name = "key.h", column = @Column(name = "hour_")) Map<Slot, Room> slots;
    @OneToMany @JoinColumn(name = "dept_y") @OrderColumn List<Emp> ordered;
    @OneToMany(mappedBy = "dept") @OrderColumn(name = "pos") List<Emp> orderedMapped;
    @OneToMany @MapKeyJoinColumn(name = "lead") @JoinColumn(name = "dept_z") Map<Emp, Room> leads;
}
enum Rank { LOW, HIGH }
@Embeddable class Slot { int h; int m; public int hashCode() { return 1; } public boolean equals(Object o) { return true; } }
@Entity class Emp { @Id Long id; @ManyToOne Dept dept; }
@Entity class Room { @Id String nr; }
