package io.redress.standalone.demo;

import java.io.PrintStream;
import java.net.URI;

/** What a visitor reads while the demo plays, with lines to copy. */
final class Telling {
    private final PrintStream out;
    private final URI gateway;
    private final String token;
    private boolean told;

    /** @param token of somebody who may look up everything that is told */
    Telling(PrintStream out, URI gateway, String token) {
        this.out = out;
        this.gateway = gateway;
        this.token = token;
    }

    synchronized void says(String about, String sentence) {
        out.println("  [" + about + "] " + sentence);
        out.flush();
    }

    /** How to read it oneself. Who one is, is said once, as it is long. */
    synchronized void lookUp(String path) {
        if (!told) {
            out.println("       to look things up: AUTH='Authorization: Bearer " + token + "'");
            told = true;
        }
        out.println("       curl -s " + gateway.resolve(path) + " -H \"$AUTH\"");
        out.flush();
    }
}
