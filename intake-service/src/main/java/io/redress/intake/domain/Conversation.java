package io.redress.intake.domain;

import io.redress.contracts.IntakeEvent.ClarificationAsked;
import io.redress.contracts.IntakeEvent.DiagnosisRevised;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was said between the customer and the front desk after the complaint.
 *
 * @param question what we asked and the customer has not answered yet
 * @param said what the customer said further, in order
 * @param revision how often the diagnosis was revised
 * @param corrected whether a consultant has said what it is about; then the rules do not know better
 * @param latestMood in the customer's latest words; absent while there are none
 * @param hostile whether any of the customer's words needed strong nerves (R144)
 * @param repeated how often the customer had to come back while it was our turn (R54)
 * @param contacts personal ones with the consultant
 * @param told how many events intake has published about the case
 */
public record Conversation(
        @Nullable Question question,
        List<Said> said,
        Integer revision,
        Boolean corrected,
        @Nullable Double latestMood,
        Boolean hostile,
        Integer repeated,
        Integer told,
        Contacts contacts) {
    static final Conversation NONE = new Conversation(null, List.of(), 0, false, null, false, 0, 0, Contacts.NONE);

    /** Of a case that was filed before conversations were kept. */
    static final Conversation BEFORE = new Conversation(null, null, null, null, null, null, null, null, null);

    private static final int MOST_WORDS = 200;
    private static final int MOST_CHARACTERS = 60_000;
    /** All that a case had published before conversations were kept: the complaint and its diagnosis. */
    private static final int BEFORE_CONVERSATIONS = 2;

    /** What an earlier version did not write yet is as if nothing had been said. */
    public Conversation(
            @Nullable Question question,
            @Nullable List<Said> said,
            @Nullable Integer revision,
            @Nullable Boolean corrected,
            @Nullable Double latestMood,
            @Nullable Boolean hostile,
            @Nullable Integer repeated,
            @Nullable Integer told,
            @Nullable Contacts contacts) {
        this.question = question;
        this.said = said == null ? List.of() : List.copyOf(said);
        this.revision = revision == null ? 0 : revision;
        this.corrected = corrected != null && corrected;
        this.latestMood = latestMood;
        this.hostile = hostile != null && hostile;
        this.repeated = repeated == null ? 0 : repeated;
        this.told = told == null ? BEFORE_CONVERSATIONS : told;
        this.contacts = contacts == null ? Contacts.NONE : contacts;
    }

    /**
     * What we asked.
     *
     * @param about natures it may be about, the likeliest first; empty where nothing was understood
     */
    public record Question(List<String> about, Instant askedAt, Instant answerBy) {
        public Question {
            about = List.copyOf(about);
        }
    }

    /**
     * What the customer said further.
     *
     * @param key under which idempotency key of whom, as one opaque value
     * @param fingerprint of the whole request
     * @param text verbatim
     */
    public record Said(
            int number, String key, String fingerprint, String text, double mood, boolean hostile, Instant at) {}

    /** What was said under a key before, if anything. */
    @Nullable
    Said under(String key) {
        return said.stream().filter(it -> it.key().equals(key)).findFirst().orElse(null);
    }

    boolean hasRoomFor(String text) {
        int characters = said.stream().mapToInt(it -> it.text().length()).sum();
        return said.size() < MOST_WORDS && characters + text.length() <= MOST_CHARACTERS;
    }

    /** Everything the customer has said of their own, as evidence is counted. */
    String allWords(Complaint complaint) {
        StringBuilder all = new StringBuilder(complaint.ownWords());
        said.forEach(it -> all.append("\n\n").append(it.text()));
        return all.toString();
    }

    /** Whether what the customer said last, the complaint itself included, needed strong nerves. */
    boolean lastWordsHostile() {
        return said.isEmpty() ? hostile : said.getLast().hostile();
    }

    Conversation asked(ClarificationAsked asked) {
        Question open = new Question(asked.about(), asked.askedAt(), asked.answerBy());
        return new Conversation(open, said, revision, corrected, latestMood, hostile, repeated, told, contacts);
    }

    Conversation heard(Said words, boolean again) {
        return new Conversation(
                question,
                Stream.concat(said.stream(), Stream.of(words)).toList(),
                revision,
                corrected,
                words.mood(),
                hostile || words.hostile(),
                again ? repeated + 1 : repeated,
                told,
                contacts);
    }

    /** Whatever the reason, there is nothing to be asked any more. */
    Conversation revised(DiagnosisRevised revised) {
        boolean byPerson = revised.reason() == DiagnosisRevised.Reason.CORRECTED;
        return new Conversation(
                null, said, revised.revision(), corrected || byPerson, latestMood, hostile, repeated, told, contacts);
    }

    Conversation beginning(boolean hostileFromTheStart) {
        return new Conversation(
                question, said, revision, corrected, latestMood, hostileFromTheStart, repeated, told, contacts);
    }

    Conversation with(Contacts next) {
        return new Conversation(question, said, revision, corrected, latestMood, hostile, repeated, told, next);
    }

    Conversation feeling(@Nullable Double mood) {
        return mood == null
                ? this
                : new Conversation(question, said, revision, corrected, mood, hostile, repeated, told, contacts);
    }

    Conversation havingTold() {
        return new Conversation(question, said, revision, corrected, latestMood, hostile, repeated, told + 1, contacts);
    }
}
