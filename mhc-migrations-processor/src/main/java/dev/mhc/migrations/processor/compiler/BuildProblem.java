package dev.mhc.migrations.processor.compiler;

/** What can be wrong around the sources: with the build's options, its output, or this processor. */
public enum BuildProblem implements Message {
    MODULE_OPTION("The processor option mhc.module is \"%s\". Name the module with 1 to 64 lower-case letters, digits,"
            + " '-' or '_', beginning with a letter, for example -Amhc.module=billing."),
    NAMING_OPTION("The processor option mhc.naming is \"%s\". Choose \"standard\", \"snake_case\" or \"spring\"."),
    OUTPUT_NOT_WRITTEN("%s could not be written: %s. Generated files need a folder that is writable and has space, and"
            + " a name that no source has already."),
    PROCESSOR_FAULT("The migration processor failed, which is its own fault and not that of your code. Please report it"
            + " with this text:%n%s");

    private final String text;

    BuildProblem(String text) {
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
