package dev.mhc.migrations.processor.compiler;

import java.util.Locale;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Prints what the processor has to say. The only user of the {@link Messager}. */
public final class Diagnostics {

    private final Messager messager;
    private boolean errors;

    public Diagnostics(Messager messager) {
        this.messager = messager;
    }

    /** Reports what must be changed before anything is generated. */
    public void error(Place place, Message message, @Nullable Object... arguments) {
        errors = true;
        print(Diagnostic.Kind.ERROR, place, format(message, arguments));
    }

    /** Reports an error that has no place in a source. */
    public void error(Message message, @Nullable Object... arguments) {
        errors = true;
        messager.printMessage(Diagnostic.Kind.ERROR, format(message, arguments));
    }

    /** Says what should be known. It is a note, since a warning would fail builds that run with {@code -Werror}. */
    public void note(Place place, Message message, @Nullable Object... arguments) {
        print(Diagnostic.Kind.NOTE, place, format(message, arguments));
    }

    /** Whether an error was reported so far. */
    public boolean hasErrors() {
        return errors;
    }

    private void print(Diagnostic.Kind kind, Place place, String text) {
        if (place.value() != null) {
            messager.printMessage(kind, text, place.element(), place.annotation(), place.value());
        } else if (place.annotation() != null) {
            messager.printMessage(kind, text, place.element(), place.annotation());
        } else {
            messager.printMessage(kind, text, place.element());
        }
    }

    private static String format(Message message, @Nullable Object... arguments) {
        return "[" + message.label() + "] " + String.format(Locale.ROOT, message.text(), arguments);
    }
}
