package io.redress.department.adapter.http;

import io.redress.contracts.RequestId;
import io.redress.department.application.FollowedWorklist;
import io.redress.department.application.FollowedWorklist.Change;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.codec.ServerSentEvent;

/** One client of a live worklist, and how far it has been told. Used by one thread at a time. */
final class WorklistReader {
    static final String CUT_OFF = "cut-off";
    private static final Pattern ID = Pattern.compile("([0-9a-f]{1,16})-([0-9]{1,18})");

    private String run;
    private long number;
    private boolean begun;

    /** @param lastEventId the last that the client has; anything that is no id of ours begins with the page */
    WorklistReader(String lastEventId) {
        Matcher id = ID.matcher(lastEventId);
        boolean known = id.matches();
        run = known ? id.group(1) : "";
        number = known ? Long.parseLong(id.group(2)) : 0;
    }

    /** What is not there any more. */
    record Gone(RequestId requestId) {}

    /** Why nothing more follows. */
    record End(String reason) {}

    /** What to tell it now: the page, or what has changed since; nothing where it knows all. */
    List<ServerSentEvent<Object>> unheard(FollowedWorklist list) {
        Optional<List<Change>> changes = list.run().equals(run) ? list.after(number) : Optional.empty();
        boolean first = !begun;
        begun = true;
        run = list.run();
        number = list.number();
        return changes.map(all -> all.stream().map(it -> event(list.run(), it)).toList())
                .orElseGet(
                        () -> List.of(first ? page(list) : cutOff("More has changed than is kept for a slow reader")));
    }

    private static ServerSentEvent<Object> page(FollowedWorklist list) {
        return event("page", list.run(), list.number(), WorklistEndpoint.Items.of(list.page()));
    }

    private static ServerSentEvent<Object> event(String run, Change change) {
        return switch (change) {
            case Change.Changed(var at, var entry) -> event("entry-changed", run, at, entry);
            case Change.Gone(var at, var requestId) -> event("entry-gone", run, at, new Gone(requestId));
        };
    }

    private static ServerSentEvent<Object> event(String name, String run, long number, Object data) {
        return ServerSentEvent.builder(data).event(name).id(run + "-" + number).build();
    }

    /** The last event for whoever reads too slowly. */
    static ServerSentEvent<Object> cutOff(String why) {
        return ServerSentEvent.<Object>builder(
                        new End(why + ". Connect again with the last id, or read the page anew."))
                .event(CUT_OFF)
                .build();
    }
}
