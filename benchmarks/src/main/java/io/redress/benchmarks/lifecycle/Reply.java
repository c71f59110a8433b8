package io.redress.benchmarks.lifecycle;

import io.redress.benchmarks.lifecycle.Signal.Requested;

/** What a department's system answers, as JSON. */
final class Reply {
    private static final String OPTIONS = """
            ,"claims":[{"key":"fault.admitted","value":"yes","evidence":"log of the department"}]\
            ,"options":[{"kind":"refund","title":"We pay 20 EUR back to your account.",\
            "cost":{"amount":"20.00","currency":"EUR"},"days":3},\
            {"kind":"credit","title":"We take 20 EUR off your next invoice.","days":0,\
            "disadvantage":"You have the money only with the next invoice."}]""";

    private Reply() {}

    /** For {@code POST .../replies}. */
    static String overRest(Requested request) {
        return "{\"type\":\"answer\"," + words(request) + "}";
    }

    /** For the topic, where nothing else says who answers what. */
    static String onTopic(Requested request) {
        return "{\"type\":\"answer\",\"replyId\":\"" + request.requestId() + "-topic\",\"requestId\":\""
                + request.requestId() + "\",\"department\":\"" + request.department() + "\"," + words(request) + "}";
    }

    private static String words(Requested request) {
        // Nobody clears what he proposed himself.
        String who = request.kind().equals("APPROVAL") ? "reviewer" : "system";
        String begin = "\"by\":\"the " + who + " of " + request.department() + "\",\"done\":true,\"findings\":\"";
        if (request.isExecution()) {
            return begin + "It is done.\"";
        }
        return request.isSolution()
                ? begin + "The customer is right, it was our mistake.\"" + OPTIONS
                : begin + "Nothing speaks against it.\"";
    }
}
