package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.Labels;
import dev.mhc.migrations.processor.compiler.Message;

/** What the processor says of mappings that are right and that it does not, or not fully, understand. */
enum EntityNote implements Message {
    NOT_UNDERSTOOD("%s: %s is not understood yet. Table %s is not compared with the database."),
    NOT_COMPARED("%s: %s is not understood yet and is not compared with the database.");

    private final String text;

    EntityNote(String text) {
        this.text = text;
    }

    @Override
    public String label() {
        return Labels.of(this);
    }

    @Override
    public String text() {
        return text;
    }
}
