package io.redress.department.application.forms;

/** Not in the format in which the department writes. Its message says what was expected; {@link #right} shows it. */
public final class WrongFormat extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String right;

    /** @param right how it would be right, as an example or a short guide */
    public WrongFormat(String expected, String right) {
        super(expected, null, false, false);
        this.right = right;
    }

    public String right() {
        return right;
    }
}
