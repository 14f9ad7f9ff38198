package org.example;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;

@Migration(version = 9999_12_31_235958L, description = "Does not compile")
public final class M1000AddA implements ReversibleMigration {
    void half( {
