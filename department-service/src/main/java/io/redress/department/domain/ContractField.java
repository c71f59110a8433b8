package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Limits;
import io.redress.contracts.MissingField;
import io.redress.contracts.RequestKind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field of a request contract.
 *
 * @param name as the department calls it
 * @param meaning for people
 * @param form what it looks like
 * @param example in the right form
 * @param optional whether the work can begin without it; absent means that it cannot
 * @param suppliedBy who can say it, where that is known
 * @param also what others call it; taken for the same
 * @param prerequisite whether {@code suppliedBy} has to do something before it can be said; absent means that it has not
 * @param known what of the case says it, so that nobody need; absent where nothing certainly does
 * @param kinds of the requests that need it; all but {@code EXECUTION} where nothing else is said
 */
public record ContractField(
        String name,
        String meaning,
        Form form,
        String example,
        @Nullable Boolean optional,
        @Nullable DepartmentCode suppliedBy,
        List<String> also,
        @Nullable Boolean prerequisite,
        @Nullable Known known,
        List<RequestKind> kinds) {
    public static final int MOST_ALSO = 20;
    public static final int MOST_CHARACTERS = 200;

    /** What a field is needed for where nothing else is said. */
    public static final List<RequestKind> WITHOUT_EXECUTION =
            List.of(RequestKind.INFORMATION, RequestKind.SOLUTION, RequestKind.APPROVAL);

    private static final List<DateTimeFormatter> DATES = Stream.of("uuuu-MM-dd", "d.M.uuuu", "d/M/uuuu", "d-M-uuuu")
            .map(it -> DateTimeFormatter.ofPattern(it, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    /** How a value is written. Declared as one of these, so that no pattern of a file can hold a service up. */
    public enum Form {
        /** Whatever says it, in one line. */
        TEXT,
        /** Letters, digits and hyphens, written in capitals; spaces and dots do not count. */
        NUMBER,
        /** A day, year first. */
        DATE,
        /** An amount with its currency, as in 120.00 EUR. */
        AMOUNT
    }

    /** What a case knows from its beginning. Who the customer is, is not among it. */
    public enum Known {
        /** Which product the complaint is about. */
        PRODUCT,
        /** Where it happened. */
        REGION,
        /** The day on which the customer said it, in UTC. */
        RECEIVED,
        /** The address, or else the title, of the evidence that was shown last. */
        EVIDENCE
    }

    /** A field that nothing but whoever asks, or what was said before, can fill in. */
    public ContractField(
            String name,
            String meaning,
            @Nullable Form form,
            String example,
            @Nullable Boolean optional,
            @Nullable DepartmentCode suppliedBy,
            @Nullable List<String> also) {
        this(name, meaning, form, example, optional, suppliedBy, also, null, null, null);
    }

    public ContractField(
            String name,
            String meaning,
            @Nullable Form form,
            String example,
            @Nullable Boolean optional,
            @Nullable DepartmentCode suppliedBy,
            @Nullable List<String> also,
            @Nullable Boolean prerequisite,
            @Nullable Known known,
            @Nullable List<RequestKind> kinds) {
        this.name = name;
        this.meaning = meaning;
        this.form = form == null ? Form.TEXT : form;
        this.example = example;
        this.optional = optional;
        this.suppliedBy = suppliedBy;
        this.also = also == null ? List.of() : List.copyOf(also);
        this.prerequisite = prerequisite;
        this.known = known;
        this.kinds = kinds == null || kinds.isEmpty() ? WITHOUT_EXECUTION : List.copyOf(kinds);
        if (isPrerequisite() && suppliedBy == null) {
            throw new IllegalArgumentException("Expected who supplies the prerequisite " + name);
        }
        if (name.length() > Limits.KEY || meaning.length() > Limits.FIELD) {
            throw new IllegalArgumentException("Expected a name of at most " + Limits.KEY
                    + " characters and a meaning of at most " + Limits.FIELD + " for each field of a request contract");
        }
        if (name.isBlank() || meaning.isBlank()) {
            throw new IllegalArgumentException("Expected a name and a meaning for each field of a request contract");
        }
        if (this.also.size() > MOST_ALSO
                || this.also.stream().anyMatch(it -> it.isBlank() || it.length() > Limits.KEY)) {
            throw new IllegalArgumentException("Expected at most " + MOST_ALSO + " other names of at most " + Limits.KEY
                    + " characters for each field of a request contract");
        }
        if (!example.equals(written(this.form, example))) {
            throw new IllegalArgumentException(
                    "Expected an example of " + name + " in its own form " + this.form + ", but got " + example);
        }
    }

    /** As it is told to whoever has to supply it. */
    public MissingField missed() {
        return new MissingField(name, meaning, example, suppliedBy, prerequisite);
    }

    boolean isPrerequisite() {
        return Boolean.TRUE.equals(prerequisite);
    }

    /** Whether it stays the same for all requests of a case: numbers and names do, days and amounts are one request's. */
    boolean isOfTheCase() {
        return !isPrerequisite() && (form == Form.TEXT || form == Form.NUMBER);
    }

    boolean isFor(RequestKind kind) {
        return kinds.contains(kind);
    }

    boolean required() {
        return !Boolean.TRUE.equals(optional);
    }

    boolean isCalled(String other) {
        return allNames().contains(plain(other));
    }

    /** The value that somebody has given under any of its names, in its form; null where there is none. */
    @Nullable
    String takenFrom(Map<String, String> given) {
        String value = givenIn(given);
        return value == null ? null : converted(value);
    }

    boolean isLackingIn(Map<String, String> given) {
        return (required() || givenIn(given) != null) && takenFrom(given) == null;
    }

    private @Nullable String givenIn(Map<String, String> given) {
        return given.entrySet().stream()
                .filter(it -> isCalled(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    Set<String> allNames() {
        return Stream.concat(Stream.of(name), also.stream())
                .map(ContractField::plain)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The value in this form; null where it is none. */
    @Nullable
    String converted(String value) {
        return written(form, value);
    }

    String missing() {
        return "Expected " + name + " (" + meaning + "), as in " + example
                + (suppliedBy == null ? "" : "; " + suppliedBy + " can say it");
    }

    String malformed() {
        return "Expected " + name + " (" + meaning + ") written as in " + example;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s._-]+", " ").trim();
    }

    private static @Nullable String written(Form form, String value) {
        String line = value.strip();
        if (line.isEmpty()
                || line.length() > MOST_CHARACTERS
                || line.codePoints().anyMatch(Character::isISOControl)) {
            return null;
        }
        return switch (form) {
            case TEXT -> line;
            case NUMBER -> number(line);
            case DATE -> date(line);
            case AMOUNT -> amount(line);
        };
    }

    private static @Nullable String number(String line) {
        String close = line.replaceAll("[\\s.]+", "").toUpperCase(Locale.ROOT);
        return close.matches("[A-Z0-9/-]*[0-9][A-Z0-9/-]*") ? close : null;
    }

    private static @Nullable String date(String line) {
        return DATES.stream()
                .map(form -> day(line, form))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String day(String line, DateTimeFormatter form) {
        try {
            return LocalDate.parse(line, form).toString();
        } catch (DateTimeParseException another) {
            return null;
        }
    }

    private static @Nullable String amount(String line) {
        String close = line.toUpperCase(Locale.ROOT).replace(',', '.').replaceAll("\\s+", " ");
        if (close.matches("[A-Z]{3} ?[0-9]{1,15}(\\.[0-9]{1,2})?")) {
            close = close.substring(3).trim() + " " + close.substring(0, 3);
        }
        return close.matches("[0-9]{1,15}(\\.[0-9]{1,2})? ?[A-Z]{3}") ? close.replaceAll(" ?([A-Z]{3})$", " $1") : null;
    }
}
