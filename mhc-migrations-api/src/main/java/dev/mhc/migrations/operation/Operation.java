package dev.mhc.migrations.operation;

/** One described change of a database. A dialect renders it into steps; until then nothing has happened. */
public sealed interface Operation
        permits CreateTable,
                DropTable,
                RenameTable,
                AlterTable,
                CreateIndex,
                DropIndex,
                CreateView,
                DropView,
                ExecuteSql,
                RunCode,
                Backfill {

    /** What this does, in a few words for people: {@code create table users}. */
    String describe();
}
