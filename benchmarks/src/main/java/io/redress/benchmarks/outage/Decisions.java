package io.redress.benchmarks.outage;

import io.redress.benchmarks.http.Answer;
import io.redress.benchmarks.http.Call;
import io.redress.benchmarks.http.CallFailed;
import io.redress.benchmarks.http.HttpCaller;
import io.redress.benchmarks.lifecycle.Desk;
import io.redress.benchmarks.lifecycle.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What people do in an outage, over REST: open the incident, name who is affected, propose the remedy and approve it. */
final class Decisions {
    private static final String INCIDENTS = "/api/v1/incidents";
    private static final Duration AGAIN_AFTER = Duration.ofMillis(250);
    private static final int TRIES = 240;

    private final HttpCaller http;
    private final Tokens tokens;
    private final String product;

    Decisions(HttpCaller http, Tokens tokens, String product) {
        this.http = http;
        this.tokens = tokens;
        this.product = product;
    }

    /** Proposes and opens it; its id. */
    String open() {
        String incident = succeed(Call.post(
                                "incident, POST",
                                INCIDENTS,
                                supervisor(),
                                "{\"nature\":\"crash\",\"product\":\"" + product + "\",\"reason\":\"Nothing works.\"}")
                        .with("Idempotency-Key", product))
                .field("/incidentId");
        Answer seen = succeed(Call.get("incident, GET", INCIDENTS + "/" + incident, supervisor()));
        succeed(Call.post(
                        "opening, POST",
                        INCIDENTS + "/" + incident + "/opening",
                        supervisor(),
                        "{\"reason\":\"Nothing works.\"}")
                .with("If-Match", seen.etag()));
        return incident;
    }

    void attach(String incident, List<String> accounts) {
        String listed = accounts.stream().map(it -> '"' + it + '"').collect(Collectors.joining(","));
        succeed(Call.post(
                "accounts, POST",
                INCIDENTS + "/" + incident + "/accounts",
                supervisor(),
                "{\"accounts\":[" + listed + "]}"));
    }

    void complain(String account, String text) {
        succeed(Call.post(
                        "complaint, POST",
                        "/api/v1/complaints",
                        tokens.of("frontline"),
                        "{\"customer\":{\"reference\":\"" + account + "\"},\"channel\":\"web\",\"language\":\"en\","
                                + "\"product\":\"" + product + "\",\"text\":\"" + text + "\"}")
                .with("Idempotency-Key", account + "-" + text.length()));
    }

    /** One proposes, another approves. */
    void decideRemedy(String incident) {
        String remedy = INCIDENTS + "/" + incident + "/remedy";
        until(
                Call.get("remedy, GET", remedy, supervisor()),
                it -> it.isSuccess() && it.field("/mode").equals("EXECUTE_FIRST"));
        Answer proposed = succeed(Call.post(
                "remedy, POST",
                remedy,
                supervisor(),
                "{\"remedy\":{\"kind\":\"credit\",\"amount\":{\"amount\":\"10.00\",\"currency\":\"EUR\"}},"
                        + "\"reason\":\"A day without the service.\"}"));
        succeed(Call.post("approval, POST", remedy + "/approval", tokens.of("department:senior-management"), "{}")
                .with("If-Match", proposed.etag()));
    }

    private String supervisor() {
        return tokens.of("supervisor");
    }

    private Answer succeed(Call call) {
        return until(call, Answer::isSuccess);
    }

    private Answer until(Call call, Predicate<Answer> enough) {
        for (int tries = 1; ; tries++) {
            Answer answer = http.exchange(call);
            if (enough.test(answer)) {
                return answer;
            }
            boolean mayChange = answer.isRetryLater() || answer.isSuccess() || answer.status() == 404;
            if (!mayChange || tries == TRIES) {
                throw CallFailed.status(call, answer);
            }
            Desk.pause(AGAIN_AFTER);
        }
    }
}
