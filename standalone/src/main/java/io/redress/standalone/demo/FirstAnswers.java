package io.redress.standalone.demo;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Shows, once per language, a complaint and what its customer was told first. */
final class FirstAnswers {
    private static final int COMPLAINT = 120;
    private static final int ANSWER = 300;

    private final Rest rest;
    private final PrintStream out;
    private final Set<String> shown = new HashSet<>();

    FirstAnswers(Rest rest, PrintStream out) {
        this.rest = rest;
        this.out = out;
    }

    /** Shows it if it is the first one in its language. */
    void filed(Sample sample, String caseId) {
        JsonNode first = rest.get("frontline", "/api/v1/cases/" + caseId + "/messages?limit=1")
                .body()
                .path("messages")
                .path(0);
        if (first.isMissingNode() || !shown.add(sample.language())) {
            return;
        }
        out.println("  [" + sample.language() + "] customer: " + shortened(sample.text(), COMPLAINT));
        out.println("       answer: "
                + shortened(
                        first.path("subject").asString() + " - "
                                + first.path("body").asString(),
                        ANSWER));
        out.flush();
    }

    private static String shortened(String text, int width) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= width ? line : line.substring(0, width) + "…";
    }
}
