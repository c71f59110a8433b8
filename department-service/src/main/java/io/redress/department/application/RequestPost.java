package io.redress.department.application;

import java.io.IOException;

/** Takes requests that leave as mail. */
public interface RequestPost {

    /**
     * Takes one; safe when it returns. Giving it once more has no effect.
     *
     * @param request what the department reads, in its own formats
     * @throws IOException where it could not be taken now
     */
    void post(RequestView request) throws IOException;
}
