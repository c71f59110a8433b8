package io.redress.department.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The formats in which a department's people read requests and write back, where they use others than ours (R67, R152).
 *
 * @param language ISO 639-1, in which people are told how to write; absent means English
 * @param address where requests are sent as mail; absent where nobody wants them so
 * @param columns what stands in a line or a form, in this order and under these names
 * @param csv how a line is written
 * @param mail how a mail is written
 */
public record RequestForms(
        String language, @Nullable String address, List<Column> columns, CsvLine csv, MailText mail) {
    public static final int MOST_COLUMNS = 40;
    public static final int MOST_NAME = 60;
    public static final int MOST_SUBJECT = 200;
    public static final int MOST_BODY = 4_000;

    /** What stands before the name of a field of the request contract. */
    public static final String CONTRACT_FIELD = "fields.";
    /** The request's own id: without it nobody knows what an answer is about. */
    public static final String REQUEST = "requestId";
    /** Where people write what kind of answer theirs is; empty in a request. */
    public static final String REPLY = "reply";
    /** Where people write their answer; empty in a request. */
    public static final String TEXT = "text";

    private static final Set<String> FIELDS = Set.of(
            REQUEST,
            REPLY,
            TEXT,
            "caseId",
            "kind",
            "nature",
            "subject",
            "words",
            "language",
            "raisedAt",
            "dueAt",
            "offeredBy",
            "stepId");
    private static final Set<String> LANGUAGES = Set.of("en", "it", "ro", "pl");
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9. _-]{1,120})}");

    /** Before {@link #USUAL}, which needs them. */
    private static final List<Column> USUAL_COLUMNS = List.of(
            new Column(REQUEST, "Request"),
            new Column("kind", "Kind"),
            new Column("subject", "Subject"),
            new Column("words", "Customer"),
            new Column("dueAt", "Due"),
            new Column(REPLY, "Reply"),
            new Column(TEXT, "Text"));

    /** Of a department that has published none. */
    public static final RequestForms USUAL = new RequestForms(null, null, null, null, null);

    public RequestForms(
            @Nullable String language,
            @Nullable String address,
            @Nullable List<Column> columns,
            @Nullable CsvLine csv,
            @Nullable MailText mail) {
        this.language = language == null ? "en" : language;
        this.address = address;
        this.columns = columns == null ? USUAL_COLUMNS : List.copyOf(columns);
        this.csv = csv == null ? new CsvLine(null, null) : csv;
        this.mail = mail == null ? new MailText(null, null) : mail;
        if (!LANGUAGES.contains(this.language)) {
            throw new IllegalArgumentException("Expected a language of en, it, ro, pl in forms, but got another");
        }
        if (address != null
                && (address.length() > 254 || !ADDRESS.matcher(address).matches())) {
            throw new IllegalArgumentException("Expected one mail address in forms, as in warehouse@example.com");
        }
        if (this.columns.size() > MOST_COLUMNS) {
            throw new IllegalArgumentException("Expected at most " + MOST_COLUMNS + " columns in forms");
        }
        distinct(this.columns.stream().map(Column::field).toList());
        distinct(this.columns.stream().map(it -> plain(it.as())).toList());
        for (String needed : List.of(REQUEST, REPLY, TEXT)) {
            if (this.columns.stream().noneMatch(it -> it.field().equals(needed))) {
                throw new IllegalArgumentException("Expected a column for " + needed + " in forms");
            }
        }
    }

    private static void distinct(List<String> names) {
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("Expected each column in forms once, and each under a name of its own");
        }
    }

    /** A name however it is spelled. */
    public static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** The column that is called so; null where there is none. */
    public @Nullable Column called(String name) {
        return columns.stream()
                .filter(it -> plain(it.as()).equals(plain(name)))
                .findFirst()
                .orElse(null);
    }

    /**
     * One value and its name.
     *
     * @param field one of a request's, {@code fields.<name>} for one of the request contract, {@code reply} or {@code
     *     text}
     * @param as the department's name for it
     */
    public record Column(String field, String as) {
        public Column {
            if (!isKnown(field)) {
                throw new IllegalArgumentException(
                        "Expected a column of " + FIELDS.stream().sorted().toList() + " or " + CONTRACT_FIELD
                                + "<name> in forms, but got another");
            }
            if (as.isBlank()
                    || as.length() > MOST_NAME
                    || as.indexOf(':') >= 0
                    || as.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "Expected a name of 1 to " + MOST_NAME + " characters without a colon for column " + field);
            }
        }
    }

    private static boolean isKnown(String field) {
        return FIELDS.contains(field)
                || field.startsWith(CONTRACT_FIELD)
                        && field.length() > CONTRACT_FIELD.length()
                        && field.length() <= 120;
    }

    /**
     * A line of values.
     *
     * @param delimiter between them: a comma, a semicolon, a bar or a tabulator; absent means a comma
     * @param header whether a line with the names stands before; absent means that it does
     */
    public record CsvLine(String delimiter, Boolean header) {
        private static final Set<String> DELIMITERS = Set.of(",", ";", "|", "\t");

        public CsvLine(@Nullable String delimiter, @Nullable Boolean header) {
            this.delimiter = delimiter == null ? "," : delimiter;
            this.header = Objects.requireNonNullElse(header, true);
            if (!DELIMITERS.contains(this.delimiter)) {
                throw new IllegalArgumentException(
                        "Expected a comma, a semicolon, a bar or a tabulator between the values of a line");
            }
        }
    }

    /**
     * A mail.
     *
     * @param subject with places such as {@code {subject}}; the request's id is put before it, so that answers carry it
     * @param body with such places; absent means a form with all columns
     */
    public record MailText(String subject, @Nullable String body) {
        public MailText(@Nullable String subject, @Nullable String body) {
            this.subject = subject == null ? "{subject}" : subject;
            this.body = body;
            if (this.subject.length() > MOST_SUBJECT || body != null && body.length() > MOST_BODY) {
                throw new IllegalArgumentException("Expected a subject of at most " + MOST_SUBJECT
                        + " characters and a body of at most " + MOST_BODY + " in forms");
            }
            Matcher places = PLACE.matcher(this.subject + (body == null ? "" : body));
            while (places.find()) {
                if (!isKnown(places.group(1))) {
                    throw new IllegalArgumentException(
                            "Expected places of what a request says in a mail, but one of them is unknown");
                }
            }
        }
    }
}
