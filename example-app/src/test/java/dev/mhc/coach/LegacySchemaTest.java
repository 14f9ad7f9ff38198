package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.schema.Difference;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database that a new user brings along: all that is wrong with its schema is named, and nothing else. */
final class LegacySchemaTest {

    @Test
    void everyDisagreementIsNamed_andNoOther(@TempDir Path folder) throws Exception {
        SqliteFile legacy = new SqliteFile(folder.resolve("legacy.db"));
        legacy.executeResource("/legacy.sql");
        List<Difference> differences = legacy.migrator().verifySchema().differences();
        assertThat(differences)
                .extracting(it -> it.severity() + " " + it.place() + ": " + it.expected() + " / " + it.found())
                .containsExactlyInAnyOrder(
                        "INFO assessments.updated_at: nothing / timestamp",
                        "ERROR conversations.is_formal_session: not null / nullable",
                        "ERROR conversations.started_at: not null / nullable",
                        "ERROR conversations.user_id: not null / nullable",
                        "INFO conversations.ix_conversations_id: nothing / index (id), needless: repeats the primary key",
                        "INFO conversations.updated_at: nothing / timestamp",
                        "ERROR important_memories.content: not null / nullable",
                        "ERROR important_memories.conversation_id: foreign key to conversations(id) / nothing",
                        "ERROR important_memories.created_at: not null / nullable",
                        "ERROR important_memories.importance_score: double precision / integer",
                        "ERROR important_memories.importance_score: not null / nullable",
                        "ERROR important_memories.updated_at: not null / nullable",
                        "ERROR important_memories.user_id: not null / nullable",
                        "INFO important_memories.source_message_id: nothing / integer",
                        "ERROR messages.content: not null / nullable",
                        "ERROR messages.conversation_id: not null / nullable",
                        "ERROR messages.created_at: not null / nullable",
                        "ERROR messages.is_from_user: not null / nullable",
                        "ERROR messages.is_transcript: not null / nullable",
                        "ERROR messages.updated_at: not null / nullable",
                        "WARNING messages.updated_at: no default / default '2025-06-07T00:30:33.400613'",
                        "INFO messages.ix_messages_id: nothing / index (id), needless: repeats the primary key",
                        "ERROR users.created_at: not null / nullable",
                        "ERROR users.email: not null / nullable",
                        "ERROR users.hashed_password: not null / nullable",
                        "ERROR users.is_active: not null / nullable",
                        "ERROR users.updated_at: not null / nullable",
                        "INFO users.ix_users_id: nothing / index (id), needless: repeats the primary key");
    }
}
