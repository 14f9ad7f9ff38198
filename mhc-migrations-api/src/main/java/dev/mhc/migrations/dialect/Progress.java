package dev.mhc.migrations.dialect;

/** Hears from work that takes long, or that has something to tell. */
public interface Progress {

    /** Hears nothing. */
    Progress NONE = new Progress() {
        @Override
        public void rows(String table, long done, long total) {}

        @Override
        public void note(String line) {}

        @Override
        public void warn(String line) {}
    };

    /** So many rows of a table are through; {@code total} is what was counted before. */
    void rows(String table, long done, long total);

    /** What was done, or kept, in one line. */
    void note(String line);

    /** What the user should look after, in one line. */
    void warn(String line);
}
