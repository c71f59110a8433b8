package io.redress.intake.domain.messages;

import io.redress.intake.domain.Formality;
import io.redress.intake.domain.Tone;
import io.redress.intake.domain.WaitsFor;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows how a text reads before any customer reads it, with the facts of an invented case. Pure. */
public final class Preview {
    /** What a text asks with yes or no. */
    public static final Set<String> FLAGS = Set.of(
            "apology",
            "dated",
            "otherwise",
            "listening",
            "praise",
            "question",
            "unclear",
            "ordinary",
            "late",
            "sooner",
            "several",
            "refund",
            "credit",
            "shipment",
            "nothing",
            "one",
            "two",
            "announced",
            "again",
            "later",
            "otherCost",
            "goesOn",
            "chosen",
            "silent",
            "unavailable",
            "declined",
            "faster",
            "otherAmount",
            "better",
            "myself",
            "last",
            "extended",
            "moved",
            "overdue",
            "reopenable",
            "disputed",
            "limited");

    /** What a text repeats for each solution, with the fields of one of them. */
    public static final String OPTIONS = "options";

    public static final Set<String> OPTION_FIELDS = Set.of("title", "time", "disadvantage");

    private static final Instant WHEN = Instant.parse("2026-11-23T09:00:00Z");
    private static final String CASE = "01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70";
    private static final String NATURE = "invoice";
    private static final String OTHER_NATURE = "delivery";

    private final Wording wording;
    private final Reach reach;
    private final ZoneId zone;

    public Preview(Wording wording, Reach reach, ZoneId zone) {
        this.wording = wording;
        this.reach = reach;
        this.zone = zone;
    }

    /**
     * A text with some values of one's own.
     *
     * @param values by placeholder: texts, booleans for {@link #FLAGS}, a list of maps for {@link #OPTIONS}
     */
    public Text of(MessageKind kind, String language, Formality formality, Tone tone, Map<String, Object> values) {
        var all = new HashMap<>(invented(language, formality));
        values.forEach((name, value) -> all.put(name, value instanceof String text ? OneLine.of(text) : value));
        if (all.get(OPTIONS) instanceof List<?> options && !values.containsKey("several")) {
            all.put("several", options.size() > 1);
            all.put("ways", wording.ways(options.size(), language));
        }
        return wording.compose(kind, language, formality, tone, all);
    }

    /** Names the exact texts that were shown. */
    public String version(String language, Formality formality) {
        return wording.version(language, formality);
    }

    private Map<String, Object> invented(String language, Formality formality) {
        var samples = wording.samples(language);
        var date = wording.date(WHEN, zone, language);
        var option = Map.of("title", samples.title(), "time", wording.days(5, language), "disadvantage", "");
        var other = Map.of(
                "title",
                samples.otherTitle(),
                "time",
                wording.days(1, language),
                "disadvantage",
                samples.disadvantage());
        return Map.ofEntries(
                Map.entry("customer", samples.customer()),
                Map.entry("consultant", "Hannah Whitfield"),
                Map.entry("reach", reach.of("hannah")),
                Map.entry("caseId", CASE),
                Map.entry("nature", wording.nature(NATURE, language, formality)),
                Map.entry("wait", wording.waits(List.of(WaitsFor.CHARGES), language, formality)),
                Map.entry("nextBy", date),
                Map.entry("missed", date),
                Map.entry("validUntil", date),
                Map.entry("dueAt", date),
                Map.entry("apology", true),
                Map.entry("listening", false),
                Map.entry("praise", false),
                Map.entry("question", false),
                Map.entry("unclear", false),
                Map.entry("ordinary", true),
                Map.entry("late", false),
                Map.entry("sooner", false),
                Map.entry("expected", date),
                Map.entry("dated", true),
                Map.entry("promised", date),
                Map.entry("was", ""),
                Map.entry("becomes", ""),
                Map.entry("otherwise", false),
                Map.entry("refund", true),
                Map.entry("credit", false),
                Map.entry("shipment", false),
                Map.entry("amount", "10.00 EUR"),
                Map.entry("item", ""),
                Map.entry("nothing", false),
                Map.entry("one", false),
                Map.entry("two", true),
                Map.entry("first", wording.nature(NATURE, language, formality)),
                Map.entry("second", wording.nature(OTHER_NATURE, language, formality)),
                Map.entry("answerBy", date),
                Map.entry("text", samples.disclosure()),
                Map.entry("old", samples.otherTitle()),
                Map.entry("value", samples.title()),
                Map.entry("toldAt", date),
                Map.entry("announced", true),
                Map.entry("closesAt", date),
                Map.entry("again", false),
                Map.entry("changed", ""),
                Map.entry("later", true),
                Map.entry("otherCost", false),
                Map.entry("goesOn", false),
                Map.entry("kept", ""),
                Map.entry("chosen", true),
                Map.entry("silent", false),
                Map.entry("unavailable", false),
                Map.entry("declined", true),
                Map.entry("faster", false),
                Map.entry("otherAmount", false),
                Map.entry("better", false),
                Map.entry("myself", false),
                Map.entry("last", false),
                Map.entry("days", ""),
                Map.entry("words", samples.otherTitle()),
                Map.entry("limit", ""),
                Map.entry("extended", true),
                Map.entry("moved", false),
                Map.entry("overdue", false),
                Map.entry("reason", samples.disclosure()),
                Map.entry("reopenable", true),
                Map.entry("reopenableUntil", date),
                Map.entry("disputed", true),
                Map.entry("body", "Ombudsman"),
                Map.entry("address", "1 Main Street"),
                Map.entry("web", ""),
                Map.entry("limited", true),
                Map.entry("until", date),
                Map.entry("title", samples.title()),
                Map.entry("disclosure", samples.disclosure()),
                Map.entry(OPTIONS, List.of(option, other)));
    }
}
