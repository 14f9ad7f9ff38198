package dev.mhc.migrations.processor.compiler;

/** A text that users of the processor can meet. */
public interface Message {

    /** The stable code that opens the message, for example {@code DuplicateVersion}. */
    String label();

    /** The text, with a format specifier for each argument. */
    String text();
}
