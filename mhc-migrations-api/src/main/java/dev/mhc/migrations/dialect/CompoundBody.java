package dev.mhc.migrations.dialect;

/**
 * Knows, inside one statement, whether a semicolon belongs to the body of a trigger ({@code BEGIN … END} on SQLite) or
 * of a routine ({@code BEGIN ATOMIC … END} on PostgreSQL). In both, every statement of the body ends with a semicolon,
 * so an END behind a semicolon is the body's, and the END of a CASE is not.
 */
final class CompoundBody {

    private enum State {
        HEAD_START,
        HEAD,
        TRIGGER_HEAD,
        ROUTINE_HEAD,
        ROUTINE_BEGIN,
        STATEMENT_START,
        STATEMENT,
        AFTER_END,
        NONE
    }

    private State state = State.HEAD_START;

    /** Takes note of a word outside parentheses. */
    void word(String word) {
        state = switch (state) {
            case HEAD_START -> word.equals("CREATE") ? State.HEAD : State.NONE;
            case HEAD -> afterCreate(word);
            case TRIGGER_HEAD -> word.equals("BEGIN") ? State.STATEMENT_START : State.TRIGGER_HEAD;
            case ROUTINE_HEAD -> word.equals("BEGIN") ? State.ROUTINE_BEGIN : State.ROUTINE_HEAD;
            case ROUTINE_BEGIN -> word.equals("ATOMIC") ? State.STATEMENT_START : State.ROUTINE_HEAD;
            case STATEMENT_START -> word.equals("END") ? State.AFTER_END : State.STATEMENT;
            case STATEMENT, AFTER_END -> State.STATEMENT;
            case NONE -> State.NONE;
        };
    }

    private static State afterCreate(String word) {
        return switch (word) {
            case "OR", "REPLACE", "TEMP", "TEMPORARY", "CONSTRAINT" -> State.HEAD;
            case "TRIGGER" -> State.TRIGGER_HEAD;
            case "FUNCTION", "PROCEDURE" -> State.ROUTINE_HEAD;
            default -> State.NONE;
        };
    }

    /** Takes note of any token that is neither a word nor a semicolon. */
    void other() {
        state = switch (state) {
            case HEAD_START, HEAD -> State.NONE;
            case ROUTINE_BEGIN -> State.ROUTINE_HEAD;
            case STATEMENT_START, AFTER_END -> State.STATEMENT;
            case TRIGGER_HEAD, ROUTINE_HEAD, STATEMENT, NONE -> state;
        };
    }

    /** Takes note of a semicolon inside the body. */
    void semicolon() {
        state = State.STATEMENT_START;
    }

    /** Whether the body has begun and not ended. */
    boolean isOpen() {
        return state == State.STATEMENT_START || state == State.STATEMENT;
    }
}
