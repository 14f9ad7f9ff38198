package dev.mhc.migrations.maven;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.apache.maven.plugin.logging.Log;

/**
 * Brings what the engine logs on this thread into Maven's log, for as long as it is open. Without it the JDK would write
 * to the console past Maven. What runs is told by {@link Progress} already, so only warnings are shown.
 */
final class EngineLog extends Handler {

    private static final Logger ENGINE = Logger.getLogger("dev.mhc.migrations");

    static {
        ENGINE.setUseParentHandlers(false);
    }

    private final Log log;
    private final Thread thread = Thread.currentThread();

    EngineLog(Log log) {
        this.log = log;
        setFormatter(new SimpleFormatter());
        ENGINE.addHandler(this);
    }

    @Override
    public void publish(LogRecord entry) {
        if (Thread.currentThread() != thread) {
            return;
        }
        String message = getFormatter().formatMessage(entry);
        if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            log.warn(message);
        } else {
            log.debug(message);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ENGINE.removeHandler(this);
    }
}
