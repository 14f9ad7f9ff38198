package dev.mhc.migrations.operation;

/** Records one {@link DropIndex}. */
final class DropIndexRecorder implements DropIndexEditor {

    private final String name;
    private boolean concurrently;

    DropIndexRecorder(String name) {
        this.name = name;
    }

    @Override
    public DropIndexEditor concurrently() {
        concurrently = true;
        return this;
    }

    Operation toOperation() {
        return new DropIndex(name, concurrently);
    }
}
