package io.redress.benchmarks.http;

import java.util.Locale;

/** A call that was not answered as it should have been. Its kind groups it with others that are alike. */
public final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String sentence;

    public CallFailed(String kind, String sentence) {
        super(sentence);
        this.kind = kind;
        this.sentence = sentence;
    }

    private CallFailed(String kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
        this.sentence = sentence;
    }

    static CallFailed noAnswer(Call call, Throwable cause) {
        String why = cause.getClass().getSimpleName().replace("Exception", "").toLowerCase(Locale.ROOT);
        return new CallFailed(
                call.name() + ": no answer (" + why + ")",
                "Expected an answer to " + call.path() + ", but got " + cause,
                cause);
    }

    /** The answer has another status than it should. */
    public static CallFailed status(Call call, Answer answer) {
        return new CallFailed(
                call.name() + ": status " + answer.status(),
                "Expected success from %s, but got %d: %s".formatted(call.path(), answer.status(), answer.excerpt()));
    }

    /** The answer does not say what it must. */
    public static CallFailed content(Call call, Answer answer, String expected) {
        return new CallFailed(
                call.name() + ": not " + expected,
                "Expected %s from %s, but got %s".formatted(expected, call.path(), answer.excerpt()));
    }

    /** Equal for failures that are alike. */
    public String kind() {
        return kind;
    }

    /** What was expected and what came. */
    public String sentence() {
        return sentence;
    }
}
