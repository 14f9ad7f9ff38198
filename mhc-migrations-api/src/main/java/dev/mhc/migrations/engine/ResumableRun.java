package dev.mhc.migrations.engine;

import dev.mhc.migrations.engine.HistoryTransaction.Outcome;
import java.sql.SQLException;

/** A migration that takes several transactions. What comes next stands in the history, whoever did what came before. */
interface ResumableRun {

    /**
     * Runs until it has ended, or until this connection can do no more of it.
     *
     * @return {@code COMMITTED} if it has ended
     */
    Outcome run(Lease lease, HistoryState state) throws SQLException;

    /** Another process was the one that ended it. */
    void endedByOthers();
}
