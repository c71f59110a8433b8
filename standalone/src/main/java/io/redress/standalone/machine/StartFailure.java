package io.redress.standalone.machine;

/** Why it cannot start, as one sentence for the person at the terminal: what is wrong and what would help. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StartFailure(String sentence) {
        super(sentence);
    }

    public StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
