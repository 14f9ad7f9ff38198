package references_to_other_keys;

import jakarta.persistence.*;
import java.util.*;

@Entity class Country { @Id Long id; @Column(unique = true, length = 3, nullable = false) String iso; }
@Embeddable class Em { String a; @ManyToOne @JoinColumn(name = "em_iso", referencedColumnName = "iso") Country em; }
@Entity class City { @Id Long id; @Column(unique = true) String name; 
 @ManyToMany @JoinTable(name = "j1", inverseJoinColumns = @JoinColumn(name = "iso", referencedColumnName = "iso")) Set<Country> s1; 
 @OneToMany @JoinTable(name = "j2", inverseJoinColumns = @JoinColumn(name = "iso", referencedColumnName = "iso")) Set<Country> s2;
 @ManyToOne @JoinTable(name = "j3", inverseJoinColumns = @JoinColumn(name = "iso", referencedColumnName = "iso")) Country s3; 
 @OneToOne @JoinTable(name = "j4", joinColumns = @JoinColumn(name = "cn", referencedColumnName = "id"), inverseJoinColumns = @JoinColumn(name = "iso", referencedColumnName = "iso")) Country s4; 
 @ElementCollection List<Em> ems;
 @ManyToMany @JoinTable(name = "j5", joinColumns = @JoinColumn(name = "cn", referencedColumnName = "name"), inverseJoinColumns = @JoinColumn(name = "iso", referencedColumnName = "iso")) List<Country> s5; 
 @ElementCollection @MapKeyJoinColumn(name = "kk", referencedColumnName = "iso") Map<Country, String> byC; 
 @OneToOne @JoinColumn(referencedColumnName = "iso") Country one; }
