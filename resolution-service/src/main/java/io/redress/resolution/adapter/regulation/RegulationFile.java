package io.redress.resolution.adapter.regulation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.redress.chassis.declare.DeclaredFile;
import io.redress.chassis.http.StrictJson;
import io.redress.chassis.time.PublicHolidays;
import io.redress.chassis.time.work.Holidays;
import io.redress.contracts.ClosingEvent.CustomersTurn;
import io.redress.resolution.domain.regulation.Counting;
import io.redress.resolution.domain.regulation.DisputeRule;
import io.redress.resolution.domain.regulation.MetBy;
import io.redress.resolution.domain.regulation.Period;
import io.redress.resolution.domain.regulation.Regime;
import io.redress.resolution.domain.regulation.Regulations;
import io.redress.resolution.domain.regulation.ReopeningWindow;
import io.redress.resolution.domain.regulation.Scope;
import io.redress.resolution.domain.regulation.TimeLimit;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code regulatory-clocks.yaml}: regimes with their clocks, who decides disputes, and how long a case can be opened again. */
public final class RegulationFile {
    private static final int USUAL_WARNING = 75;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private RegulationFile() {}

    /**
     * Reads the file and checks all of it.
     *
     * @param name of the file, for what is said about it
     * @throws IllegalArgumentException where it is not one; the message is a sentence that says why
     */
    public static Regulations read(String name, InputStream yaml) {
        Content content = DeclaredFile.read(name, yaml, StrictJson.mapper(), Content.class);
        try {
            return content.regulations();
        } catch (IllegalArgumentException | DateTimeException | NullPointerException wrong) {
            throw new IllegalArgumentException("In " + name + ": " + wrong.getMessage(), wrong);
        }
    }

    /**
     * The file as it is written.
     *
     * @param home country of whoever does not say where it happened
     */
    private record Content(
            @Nullable String home,
            @Nullable String zone,
            @Nullable Map<String, String> zones,
            @Nullable List<Window> reopening,
            @Nullable List<DeclaredRegime> regimes,
            @Nullable List<Dispute> disputes) {

        Regulations regulations() {
            String country = required("home", home);
            List<DeclaredRegime> declared = orNone(regimes);
            List<Dispute> bodies = orNone(disputes);
            Map<String, Holidays> holidays = new HashMap<>();
            Stream.of(
                            Stream.of(country),
                            declared.stream().flatMap(it -> orNone(it.countries()).stream()),
                            bodies.stream().flatMap(it -> orNone(it.countries()).stream()))
                    .flatMap(it -> it)
                    .forEach(code -> holidays.computeIfAbsent(code, PublicHolidays::of));
            return new Regulations(
                    country,
                    ZoneId.of(required("zone", zone)),
                    byCountry(),
                    orNone(reopening).stream().map(Window::declared).toList(),
                    declared.stream().map(DeclaredRegime::version).toList(),
                    bodies.stream().map(Dispute::rule).toList(),
                    code -> holidays.getOrDefault(code, Objects.requireNonNull(holidays.get(country))));
        }

        private Map<String, ZoneId> byCountry() {
            Map<String, ZoneId> read = new HashMap<>();
            (zones == null ? Map.<String, String>of() : zones).forEach((country, name) -> {
                if (!COUNTRY.matcher(country).matches()) {
                    throw new IllegalArgumentException(
                            "Expected a country in two capital letters in zones, but got " + country);
                }
                read.put(country, ZoneId.of(required("zones." + country, name)));
            });
            return read;
        }
    }

    private record Window(@Nullable String from, @Nullable String to, int days) {
        ReopeningWindow declared() {
            return new ReopeningWindow(period(from, to), days);
        }
    }

    private record DeclaredRegime(
            @Nullable String regime,
            @Nullable String from,
            @Nullable String to,
            @Nullable List<String> natures,
            @Nullable List<String> countries,
            @Nullable List<String> products,
            @Nullable List<Clock> clocks) {

        Regime version() {
            return new Regime(
                    required("regime", regime),
                    period(from, to),
                    scope(natures, countries, products),
                    orNone(clocks).stream().map(Clock::limit).toList());
        }
    }

    private record Clock(
            @Nullable String clock,
            @Nullable String counted,
            int days,
            @JsonProperty("extended-to") @Nullable Integer extendedTo,
            @JsonProperty("warn-at-percent") @Nullable Integer warnAtPercent,

            @JsonProperty("pauses-on") @Nullable List<String> pausesOn,

            @JsonProperty("pauses-on-customers-turn") @Nullable
            Boolean pauses,

            @JsonProperty("met-by") @Nullable String metBy) {

        TimeLimit limit() {
            return new TimeLimit(
                    required("clock", clock),
                    word(Counting.class, "counted", counted),
                    days,
                    extendedTo,
                    warnAtPercent == null ? USUAL_WARNING : warnAtPercent,
                    turns(),
                    word(MetBy.class, "met-by", metBy));
        }

        /** The short form means an offer, as it did before there was another. */
        private Set<CustomersTurn> turns() {
            if (pauses != null && pausesOn != null) {
                throw new IllegalArgumentException(
                        "Expected pauses-on or pauses-on-customers-turn, but " + clock + " has both");
            }
            return Boolean.TRUE.equals(pauses)
                    ? Set.of(CustomersTurn.OFFER)
                    : orNone(pausesOn).stream()
                            .map(it -> word(CustomersTurn.class, "pauses-on", it))
                            .collect(Collectors.toUnmodifiableSet());
        }
    }

    private record Dispute(
            @Nullable String from,
            @Nullable String to,
            @Nullable List<String> natures,
            @Nullable List<String> countries,
            @Nullable List<String> products,
            @Nullable String body,
            @Nullable String address,
            @Nullable String web,
            @Nullable Integer days) {

        DisputeRule rule() {
            return new DisputeRule(
                    period(from, to),
                    scope(natures, countries, products),
                    required("body", body),
                    required("address", address),
                    web,
                    days);
        }
    }

    private static Period period(@Nullable String from, @Nullable String to) {
        return new Period(LocalDate.parse(required("from", from)), to == null ? null : LocalDate.parse(to));
    }

    private static Scope scope(
            @Nullable List<String> natures, @Nullable List<String> countries, @Nullable List<String> products) {
        return new Scope(Set.copyOf(orNone(natures)), Set.copyOf(orNone(countries)), Set.copyOf(orNone(products)));
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static String required(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Expected a value for " + key + ", but there is none");
        }
        return value;
    }

    /** Words in the file are written as the rest of it: {@code working-days}. */
    private static <E extends Enum<E>> E word(Class<E> words, String key, @Nullable String value) {
        String read = required(key, value);
        return Stream.of(Objects.requireNonNull(words.getEnumConstants()))
                .filter(it -> written(it).equals(read))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected " + key + " to be one of "
                        + Stream.of(Objects.requireNonNull(words.getEnumConstants()))
                                .map(RegulationFile::written)
                                .toList()
                        + ", but got " + read));
    }

    private static String written(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
