package dev.mhc.migrations.operation;

import dev.mhc.migrations.schema.Check;
import java.util.Optional;

/** Records one {@link TableChange.AddCheck}. */
final class CheckRecorder implements CheckEditor {

    private final Check check;
    private boolean notValid;

    CheckRecorder(String name, String condition) {
        this.check = new Check(Optional.of(name), condition);
    }

    @Override
    public CheckEditor notValid() {
        notValid = true;
        return this;
    }

    TableChange toChange() {
        return new TableChange.AddCheck(check, notValid);
    }
}
