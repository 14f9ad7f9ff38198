package dev.mhc.migrations.dialect;

import java.util.List;

/** What is left of an operation that ran outside of a transaction, where nobody saw how it ended. */
public sealed interface Aftermath {

    /** All that it does is there. */
    record Done() implements Aftermath {}

    /**
     * It can be run, or run again.
     *
     * @param before what must be executed before, each outside of a transaction too, to remove what a failure left
     */
    record Again(List<Step.Statement> before) implements Aftermath {
        public Again {
            before = List.copyOf(before);
        }
    }

    /** The database does not tell. */
    record Unknown() implements Aftermath {}
}
