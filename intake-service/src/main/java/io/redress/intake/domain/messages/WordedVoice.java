package io.redress.intake.domain.messages;

import io.redress.contracts.Cause;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.intake.domain.Complaint;
import io.redress.intake.domain.Occasion;
import io.redress.intake.domain.Voice;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one voice towards the customer: fills the templates with the facts of the case and with nothing else. */
public final class WordedVoice implements Voice {

    private static final int LONGEST_VALUE = 500;

    private final Wording wording;
    private final ZoneId zone;

    /** @param zone in which customers read dates */
    public WordedVoice(Wording wording, ZoneId zone) {
        this.wording = wording;
        this.zone = zone;
    }

    @Override
    public Words say(Occasion occasion, Complaint complaint, ComplaintDiagnosed diagnosis) {
        var language = complaint.language();
        var strongest = diagnosis.hypotheses().getFirst();
        var values = new HashMap<String, Object>();
        values.put(
                "customer",
                complaint.contact() == null ? "" : plain(complaint.contact().name()));
        values.put("consultant", plain(complaint.owner().name()));
        values.put("caseId", diagnosis.caseId().value());
        values.put("nature", wording.nature(strongest.nature(), language));
        values.putAll(facts(occasion, strongest, language));
        var text = wording.compose(MessageKind.of(occasion.kind()), language, values);
        return new Words(text.subject(), text.body());
    }

    private Map<String, Object> facts(Occasion occasion, Hypothesis strongest, String language) {
        return switch (occasion) {
            case Occasion.Received received -> acknowledgement(received, strongest, language);
            case Occasion.Clarification(var about, var answerBy, var nextBy) ->
                clarification(about, answerBy, nextBy, language);
            case Occasion.UnderstoodAnew(var nextBy) ->
                Map.of("unclear", strongest.nature().equals("unclear"), "nextBy", date(nextBy, language));
            case Occasion.StillWorking(var nextBy) -> Map.of("nextBy", date(nextBy, language));
            case Occasion.Proposed(var options, var disclosure, var validUntil) ->
                Map.of(
                        "options",
                                options.stream()
                                        .map(option -> option(option, language))
                                        .toList(),
                        "several", options.size() > 1,
                        "disclosure", plain(disclosure),
                        "validUntil", date(validUntil, language));
            case Occasion.Reminded(var validUntil) -> Map.of("validUntil", date(validUntil, language));
            case Occasion.ExecutionStarted(var title, var nextBy) ->
                Map.of("title", plain(title), "nextBy", date(nextBy, language));
            case Occasion.Executed(var title) -> Map.of("title", plain(title));
            case Occasion.Closed() -> Map.of();
            case Occasion.Survey(var dueAt) -> Map.of("dueAt", date(dueAt, language));
        };
    }

    private Map<String, Object> clarification(List<String> about, Instant answerBy, Instant nextBy, String language) {
        return Map.of(
                "nothing",
                about.isEmpty(),
                "one",
                about.size() == 1,
                "two",
                about.size() > 1,
                "first",
                about.isEmpty() ? "" : wording.nature(about.getFirst(), language),
                "second",
                about.size() > 1 ? wording.nature(about.get(1), language) : "",
                "answerBy",
                date(answerBy, language),
                "nextBy",
                date(nextBy, language));
    }

    private Map<String, Object> acknowledgement(Occasion.Received received, Hypothesis strongest, String language) {
        boolean listening = strongest.cause() == Cause.VENTING;
        boolean praise = strongest.nature().equals("praise");
        boolean question = strongest.nature().equals("question");
        boolean unclear = strongest.nature().equals("unclear");
        return Map.of(
                "nextBy", date(received.nextBy(), language),
                "apology", ourFaultIsLikely(strongest.cause()),
                "listening", listening,
                "praise", praise,
                "question", question,
                "unclear", unclear,
                "ordinary", !(listening || praise || question || unclear));
    }

    /** An apology is sincere only where we probably have something to be sorry for (R16). */
    private static boolean ourFaultIsLikely(Cause cause) {
        return switch (cause) {
            case SERVICE_FAILURE, PRODUCT_FAULT -> true;
            case MISUNDERSTANDING, VENTING, UNMET_NEED, THIRD_PARTY, NO_COMPLAINT, UNKNOWN -> false;
        };
    }

    /** What the solution costs us is not the customer's business and stays inside. */
    private Map<String, Object> option(Option option, String language) {
        return Map.of(
                "title", plain(option.title()),
                "time", wording.days(option.days(), language),
                "disadvantage", plain(option.disadvantage()));
    }

    private String date(Instant instant, String language) {
        return wording.date(instant, zone, language);
    }

    /** One line without control characters, so that no value can fake a line of ours, and of bounded length. */
    private static String plain(@Nullable String value) {
        if (value == null) {
            return "";
        }
        var line = value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
    }
}
