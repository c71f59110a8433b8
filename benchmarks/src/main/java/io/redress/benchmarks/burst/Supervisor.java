package io.redress.benchmarks.burst;

import io.redress.benchmarks.http.Answer;
import io.redress.benchmarks.http.Call;
import io.redress.benchmarks.lifecycle.Desk;
import io.redress.benchmarks.lifecycle.Tokens;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks after incidents over REST, as a supervisor does. */
final class Supervisor {
    private static final String INCIDENTS = "/api/v1/incidents";
    private static final int PAGE = 200;

    private final Desk desk;
    private final String token;

    Supervisor(Desk desk, Tokens tokens) {
        this.desk = desk;
        this.token = tokens.of("supervisor");
    }

    /** An incident in a list. */
    record Line(String id, String product) {}

    /** All incidents that there ever were. */
    Set<Line> incidents() {
        Set<Line> all = new HashSet<>();
        for (String cursor = ""; ; ) {
            Answer page = read("incidents, GET", INCIDENTS + "?status=all&limit=" + PAGE + cursor);
            page.rows("/incidents", "incidentId", "product").forEach(it -> all.add(new Line(it.get(0), it.get(1))));
            cursor = next(page);
            if (cursor.isEmpty()) {
                return all;
            }
        }
    }

    /** The live incident about that product. */
    Optional<Line> liveAbout(String product) {
        return read("incidents, GET", INCIDENTS + "?status=live&limit=" + PAGE)
                .rows("/incidents", "incidentId", "product")
                .stream()
                .map(it -> new Line(it.get(0), it.get(1)))
                .filter(it -> it.product().equals(product))
                .findFirst();
    }

    /** Decides that it is one. */
    void open(String incident) {
        Answer seen = read("incident, GET", INCIDENTS + "/" + incident);
        Call call = Call.post(
                        "opening, POST",
                        INCIDENTS + "/" + incident + "/opening",
                        token,
                        "{\"reason\":\"So many customers are not mistaken.\"}")
                .with("If-Match", seen.etag());
        desk.succeed(call);
    }

    /** How many cases belong to it. */
    long members(String incident) {
        String members = read("incident, GET", INCIDENTS + "/" + incident).field("/members");
        return members.isEmpty() ? 0 : Long.parseLong(members);
    }

    /** Since when each of its cases belongs to it. */
    Map<String, Instant> joined(String incident) {
        Map<String, Instant> all = new HashMap<>();
        for (String cursor = ""; ; ) {
            Answer page = read("members, GET", INCIDENTS + "/" + incident + "/members?limit=" + PAGE + cursor);
            page.rows("/members", "caseId", "joinedAt").forEach(it -> all.put(it.get(0), Instant.parse(it.get(1))));
            cursor = next(page);
            if (cursor.isEmpty()) {
                return all;
            }
        }
    }

    private static String next(Answer page) {
        String next = page.field("/next");
        return next.isEmpty() ? "" : "&cursor=" + next;
    }

    private Answer read(String name, String path) {
        return desk.succeed(Call.get(name, path, token));
    }
}
