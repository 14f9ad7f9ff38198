package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.Labels;
import dev.mhc.migrations.processor.compiler.Message;

/** What can be wrong with entities, with the texts that users see. */
enum EntityProblem implements Message {
    ENTITY_NOT_A_CLASS("%s is %s and cannot be an entity. Make it a class, or remove @Entity."),
    NO_ID("%s has no identifier. Put @Id on the attribute that is its primary key."),
    TWO_ENTITIES_ONE_COLUMN(
            "%s and %s both map column %s of table %s, as %s and as %s. Map it in one way, or give one of the entities"
                    + " another table."),
    TWO_ENTITIES_ONE_TABLE("%s and %s both map table %s, with primary key %s and %s. Give them the same key, or one of"
            + " them another table."),
    TWO_INCREMENTS_ONE_SEQUENCE(
            "%s and %s both use sequence %s, with allocation size %s and %s. Give them the same, or one of them another"
                    + " sequence."),
    DUPLICATE_COLUMN("%s maps column %s of table %s, which %s maps already. Give it another name, or make it"
            + " insertable = false, updatable = false if it only shows the other's value."),
    BLANK_NAME("%s has the blank name \"%s\". Give it a name, or leave it out for the default."),
    TARGET_NOT_AN_ENTITY("%s references %s, which is no entity. Put @Entity on it, or remove the association."),
    UNKNOWN_REFERENCED_COLUMN("%s references column %s of %s, which has no such column. Name one of its columns: %s."),
    MAPPED_BY_UNKNOWN("%s is mapped by %s of %s, which has no such attribute. Name the attribute that owns the"
            + " association."),
    COLUMN_ON_ASSOCIATION("%s is an association, and @Column does not apply to it. Use @JoinColumn."),
    LOB_TYPE("%s is a large object of type %s. Only text and bytes can be large objects: remove @Lob."),
    ENUMERATED_TYPE("%s has type %s, which is no enum. Remove @Enumerated."),
    VERSION_TYPE("%s is a version of type %s. Use int, short, long, their wrappers, Instant, LocalDateTime or"
            + " java.sql.Timestamp."),
    IDENTITY_TYPE("%s has type %s, for which a database makes no numbers. Use long, int or short, or another"
            + " generation strategy."),
    COLUMN_SIZE("%s has %s. Give it at least 1, and a scale from 0 to the precision."),
    EMPTY_KEY("%s names no column. Name at least one."),
    UNKNOWN_KEY_COLUMN("%s names column %s, which table %s does not have. Name one of its columns: %s."),
    EMBEDDABLE_CYCLE("%s embeds %s, which is what it is embedded in. An embeddable cannot contain itself."),
    LATE_ENTITY("%s was made by another annotation processor after the entity schema was written. Compile it in a"
            + " module of its own, or before this one.");

    private final String text;

    EntityProblem(String text) {
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
