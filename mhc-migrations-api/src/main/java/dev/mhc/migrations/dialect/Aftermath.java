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

    /**
     * The database does not tell.
     *
     * @param suspects what would remove what a failure may have left; what is new in here after a failure, that left
     */
    record Unknown(List<Step.Statement> suspects) implements Aftermath {
        public Unknown {
            suspects = List.copyOf(suspects);
        }

        /** Where a failure leaves nothing. */
        public Unknown() {
            this(List.of());
        }
    }
}
