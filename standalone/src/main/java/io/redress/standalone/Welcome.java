package io.redress.standalone;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What a visitor is told when everything runs, with lines to copy.
 *
 * @param address of the gateway
 * @param metrics where the metrics of one service are, for an example
 * @param again what to type to run the launcher once more
 */
record Welcome(String address, int kafkaPort, Tokens tokens, Path tokensFile, String metrics, String again) {
    private static final String COMPLAINT = """
            {"customer":{"reference":"C-1001"},"channel":"web","language":"en","text":"My invoice of March shows the amount twice. I want the second one back."}""";

    void print(PrintStream out) {
        String bearer = "Authorization: Bearer " + tokens.of(Tokens.FRONTLINE);
        out.printf(
                """

                Redress is running at %s (Kafka at 127.0.0.1:%d). Demo tokens, one per role: %s

                File a complaint:
                  CASE=$(curl -s %s/api/v1/complaints -H 'Content-Type: application/json' -H "Idempotency-Key: try-$(date +%%s)" -H '%s' -d '%s' | sed 's/.*"caseId":"\\([^"]*\\)".*/\\1/'); echo $CASE
                Watch its journey live:
                  curl -N %s/api/v1/cases/$CASE/journey -H 'Accept: text/event-stream' -H '%s'
                See what reaches a department, here finance:
                  %s topic redress.requests.finance.v1 --kafka-port %d --from-beginning --follow
                Stop:
                  Ctrl-C here, or: kill %d
                API documents at %s/openapi.yaml and /asyncapi.yaml; metrics of each service as at %s

                """,
                address,
                kafkaPort,
                tokensFile,
                address,
                bearer,
                COMPLAINT,
                address,
                bearer,
                again,
                kafkaPort,
                ProcessHandle.current().pid(),
                address,
                metrics);
        out.flush();
    }
}
