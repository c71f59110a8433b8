package io.redress.intake.domain.messages;

import io.redress.contracts.Cause;
import io.redress.contracts.ClosingEvent.DisputeBody;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.Money;
import io.redress.contracts.Remedy;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.intake.domain.AccountVoice;
import io.redress.intake.domain.Complaint;
import io.redress.intake.domain.Formality;
import io.redress.intake.domain.Occasion;
import io.redress.intake.domain.Occasion.ChoiceGoesOn.Why;
import io.redress.intake.domain.Occasion.TimeLimit.Stage;
import io.redress.intake.domain.Tone;
import io.redress.intake.domain.Voice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one voice towards the customer: fills the templates with the facts of the case and with nothing else. */
public final class WordedVoice implements Voice, AccountVoice {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy");

    private final Wording wording;
    private final Reach reach;
    private final ZoneId zone;

    /** @param zone in which customers read dates */
    public WordedVoice(Wording wording, Reach reach, ZoneId zone) {
        this.wording = wording;
        this.reach = reach;
        this.zone = zone;
    }

    @Override
    public Words say(Occasion occasion, Complaint complaint, ComplaintDiagnosed diagnosis, Tone tone) {
        var language = complaint.language();
        var formality = complaint.formality();
        var strongest = diagnosis.hypotheses().getFirst();
        var values = new HashMap<String, Object>();
        values.put(
                "customer",
                complaint.contact() == null
                        ? ""
                        : OneLine.of(complaint.contact().name()));
        values.put("consultant", OneLine.of(complaint.owner().name()));
        values.put("reach", reach.of(complaint.owner().id()));
        values.put("caseId", diagnosis.caseId().value());
        values.put("nature", wording.nature(strongest.nature(), language, formality));
        values.putAll(facts(occasion, strongest, language, formality));
        var text = wording.compose(MessageKind.of(occasion.kind()), language, formality, tone, values);
        return new Words(text.subject(), text.body(), wording.version(language, formality));
    }

    private Map<String, Object> facts(Occasion occasion, Hypothesis strongest, String language, Formality formality) {
        return switch (occasion) {
            case Occasion.Received received -> acknowledgement(received, strongest, language);
            case Occasion.Clarification(var about, var answerBy, var nextBy) ->
                clarification(about, answerBy, nextBy, language, formality);
            case Occasion.UnderstoodAnew(var nextBy) ->
                Map.of("unclear", strongest.nature().equals("unclear"), "nextBy", date(nextBy, language));
            case Occasion.InCrisis(var nextBy) -> Map.of("nextBy", date(nextBy, language));
            case Occasion.Holding(var nextBy) -> Map.of("nextBy", date(nextBy, language));
            case Occasion.StillWorking(var nextBy, var waits, var missed, var limit) ->
                Map.of(
                        "nextBy",
                        date(nextBy, language),
                        "wait",
                        wording.waits(waits, language, formality),
                        "late",
                        missed != null,
                        "missed",
                        dateOrNone(missed, language),
                        "limit",
                        dateOrNone(limit, language));
            case Occasion.TakesLonger(var expected, var nextBy, var waits) ->
                Map.of(
                        "expected",
                        date(expected, language),
                        "nextBy",
                        date(nextBy, language),
                        "sooner",
                        nextBy.isBefore(expected),
                        "wait",
                        wording.waits(waits, language, formality));
            case Occasion.PromiseSlips slips -> slips(slips, language);
            case Occasion.Joined(var nextBy) -> Map.of("nextBy", nextBy == null ? "" : date(nextBy, language));
            case Occasion.Proposed(var options, var disclosure, var validUntil) ->
                Map.of(
                        "options",
                                options.stream()
                                        .map(option -> option(option, language))
                                        .toList(),
                        "several", options.size() > 1,
                        "ways", wording.ways(options.size(), language),
                        "disclosure", OneLine.phrase(disclosure),
                        "validUntil", date(validUntil, language));
            case Occasion.ThinkingAgain again -> thinkingAgain(again, language);
            case Occasion.OfferedInstead instead -> offeredInstead(instead, language);
            case Occasion.ChoiceGoesOn(var title, var why, var dueAt, var nextBy) ->
                Map.of(
                        "title",
                        OneLine.phrase(title),
                        "chosen",
                        why == Why.CHOSEN,
                        "silent",
                        why == Why.NOTHING_CHOSEN,
                        "unavailable",
                        why == Why.NOTHING_ELSE,
                        "dueAt",
                        dateOrNone(dueAt, language),
                        "nextBy",
                        date(nextBy, language));
            case Occasion.Reminded(var validUntil, var goesOn) ->
                Map.of("validUntil", date(validUntil, language), "goesOn", goesOn);
            case Occasion.ExecutionStarted(var title, var dueAt, var nextBy, var kept) ->
                Map.of(
                        "title",
                        OneLine.phrase(title),
                        "dueAt",
                        dateOrNone(dueAt, language),
                        "nextBy",
                        date(nextBy, language),
                        "kept",
                        inWords(kept));
            case Occasion.Executed(var title, var closesAt) ->
                Map.of(
                        "title",
                        OneLine.phrase(title),
                        "announced",
                        closesAt != null,
                        "closesAt",
                        dateOrNone(closesAt, language));
            case Occasion.WordAwaited(var closesAt) -> Map.of("closesAt", date(closesAt, language));
            case Occasion.Reopened(var nextBy) -> Map.of("nextBy", date(nextBy, language));
            case Occasion.TimeLimit(var stage, var dueAt, var reason) ->
                Map.of(
                        "extended",
                        stage == Stage.EXTENDED,
                        "moved",
                        stage == Stage.LATER,
                        "overdue",
                        stage == Stage.MISSED,
                        "dueAt",
                        date(dueAt, language),
                        "reason",
                        OneLine.phrase(reason));
            case Occasion.Closed closed -> closed(closed, language);
            case Occasion.OutageRemedied(var remedy, var _, var closesAt) -> {
                Map<String, Object> told = new HashMap<>(remedy(remedy));
                told.put("announced", closesAt != null);
                told.put("closesAt", dateOrNone(closesAt, language));
                yield told;
            }
            case Occasion.AccountRemedied(var remedy) -> remedy(remedy);
            case Occasion.Said(var text, var _) -> Map.of("text", paragraphs(text));
            case Occasion.Corrected(var old, var toldAt, var value, var _) ->
                Map.of("old", value(old, language), "toldAt", date(toldAt, language), "value", value(value, language));
            case Occasion.Survey(var dueAt) -> Map.of("dueAt", date(dueAt, language));
        };
    }

    /** What cannot be read says nothing, and then the customer hears at least which standard is not kept. */
    private Map<String, Object> slips(Occasion.PromiseSlips slips, String language) {
        Instant expected = slips.expected();
        String becomes = OneLine.phrase(slips.becomes());
        boolean costs = slips.dimension() == Dimension.COST;
        boolean unsaid = expected == null && becomes.isEmpty();
        return Map.of(
                "dated",
                expected != null,
                "promised",
                date(slips.promised(), language),
                "expected",
                dateOrNone(expected, language),
                "was",
                OneLine.phrase(slips.was()),
                "becomes",
                becomes,
                "costs",
                costs,
                "otherCost",
                unsaid && costs,
                "otherwise",
                unsaid && !costs);
    }

    private Map<String, Object> thinkingAgain(Occasion.ThinkingAgain again, String language) {
        return Map.of(
                "declined",
                again.wants() == null,
                "faster",
                again.wants() == Dimension.TIME,
                "otherAmount",
                again.wants() == Dimension.COST,
                "better",
                again.wants() == Dimension.QUALITY,
                "amount",
                amount(again.amount()),
                "days",
                again.days() == null ? "" : again.days().toString(),
                "words",
                OneLine.phrase(again.words()),
                "myself",
                again.myself(),
                "last",
                again.last(),
                "nextBy",
                date(again.nextBy(), language));
    }

    private Map<String, Object> offeredInstead(Occasion.OfferedInstead instead, String language) {
        return Map.of(
                "title", OneLine.phrase(instead.title()),
                "again", instead.touched().isEmpty(),
                "changed", OneLine.phrase(instead.changed()),
                "later", instead.touched().contains(Dimension.TIME),
                "otherCost", instead.touched().contains(Dimension.COST),
                "otherwise", instead.touched().contains(Dimension.QUALITY),
                "options",
                        instead.others().stream()
                                .map(option -> option(option, language))
                                .toList(),
                "several", instead.others().size() > 1,
                "validUntil", date(instead.validUntil(), language));
    }

    private static String inWords(List<Remedy> remedies) {
        return remedies.stream()
                .map(it -> it.amount() == null
                        ? OneLine.phrase(it.item() == null ? it.kind() : it.item())
                        : amount(it.amount()))
                .collect(Collectors.joining(", "));
    }

    private static String amount(@Nullable Money amount) {
        return amount == null ? "" : amount.amount().toPlainString() + " " + amount.currency();
    }

    private Map<String, Object> closed(Occasion.Closed closed, String language) {
        DisputeBody dispute = closed.dispute();
        return Map.of(
                "reopenable",
                closed.reopenableUntil() != null,
                "reopenableUntil",
                dateOrNone(closed.reopenableUntil(), language),
                "disputed",
                dispute != null,
                "body",
                dispute == null ? "" : OneLine.of(dispute.body()),
                "address",
                dispute == null ? "" : OneLine.of(dispute.address()),
                "web",
                dispute == null ? "" : OneLine.of(dispute.web()),
                "limited",
                dispute != null && dispute.until() != null,
                "until",
                dateOrNone(dispute == null ? null : dispute.until(), language));
    }

    private String dateOrNone(@Nullable Instant instant, String language) {
        return instant == null ? "" : date(instant, language);
    }

    @Override
    public Words say(Occasion occasion, Complaint.@Nullable Contact contact, String language) {
        var formality = Formality.of(contact);
        var values = new HashMap<String, Object>();
        values.put("customer", contact == null ? "" : OneLine.of(contact.name()));
        values.put("reach", reach.ofEverybody());
        if (occasion instanceof Occasion.AccountRemedied(var remedy)) {
            values.putAll(remedy(remedy));
        }
        var text = wording.compose(MessageKind.of(occasion.kind()), language, formality, Tone.NEUTRAL, values);
        return new Words(text.subject(), text.body(), wording.version(language, formality));
    }

    private static Map<String, Object> remedy(Remedy remedy) {
        return Map.of(
                "refund",
                remedy.kind().equals("refund"),
                "credit",
                remedy.kind().equals("credit"),
                "shipment",
                remedy.kind().equals("shipment"),
                "amount",
                amount(remedy.amount()),
                "item",
                OneLine.phrase(remedy.item()));
    }

    private Map<String, Object> clarification(
            List<String> about, Instant answerBy, Instant nextBy, String language, Formality formality) {
        return Map.of(
                "nothing",
                about.isEmpty(),
                "one",
                about.size() == 1,
                "two",
                about.size() > 1,
                "first",
                about.isEmpty() ? "" : wording.nature(about.getFirst(), language, formality),
                "second",
                about.size() > 1 ? wording.nature(about.get(1), language, formality) : "",
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

    /** As it was released, without anything that a mail could mistake for something else. */
    private static String paragraphs(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n]]+", " ").strip();
    }

    /** What the solution costs us is not the customer's business and stays inside. */
    private Map<String, Object> option(Option option, String language) {
        return Map.of(
                "title", OneLine.phrase(option.title()),
                "time", wording.days(option.days(), language),
                "disadvantage", OneLine.phrase(option.disadvantage()));
    }

    /** What was said; a day that is kept as a date is written in the language of the customer. */
    private static String value(@Nullable String said, String language) {
        String line = OneLine.whole(said);
        try {
            return DAY.withLocale(Locale.of(language)).format(LocalDate.parse(line));
        } catch (DateTimeParseException notADay) {
            return line;
        }
    }

    private String date(Instant instant, String language) {
        return wording.date(instant, zone, language);
    }
}
