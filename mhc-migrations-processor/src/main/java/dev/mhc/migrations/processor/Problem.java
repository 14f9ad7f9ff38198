package dev.mhc.migrations.processor;

/** What can be wrong with migrations and options, with the texts that users see. */
enum Problem implements Message {
    MODULE_NAME("The processor option mhc.module is \"%s\". Name the module with 1 to 64 lower-case letters, digits,"
            + " '-' or '_', beginning with a letter, for example -Amhc.module=billing."),
    NAMING("The processor option mhc.naming is \"%s\". Choose \"standard\" or \"snake_case\"."),
    OUTPUT("%s could not be written: %s. Check that the folder for generated files is writable and has space."),
    PROCESSOR_FAULT(
            "The migration processor failed, which is a fault of its own and not of your code: %s%nPlease report it"
                    + " with this text.");

    private final String text;

    Problem(String text) {
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
