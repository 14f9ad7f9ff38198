package org.example.application;

import dev.mhc.migrations.engine.Migrator;
import org.sqlite.SQLiteDataSource;

public final class Start {

    private Start() {}

    public static void main(String[] arguments) {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + arguments[0]);
        System.out.println("applied " + Migrator.of(dataSource).apply().migrations().size());
    }
}
