package dev.mhc.coach;

import jakarta.persistence.*;

@MappedSuperclass
abstract class Identified {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
}
