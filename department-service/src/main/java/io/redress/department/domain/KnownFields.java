package io.redress.department.domain;

import io.redress.contracts.Claim;
import io.redress.department.domain.Request.Answered;
import io.redress.department.domain.Request.Declined;
import io.redress.department.domain.Request.OnOffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a case already knows of what a department needs to begin, so that nobody is asked for it. What was found out comes
 * before what was said in an earlier request, and both before the customer's words.
 */
final class KnownFields {
    private final DepartmentCase state;

    KnownFields(DepartmentCase state) {
        this.state = state;
    }

    /** Of what nobody has given, all that the case knows. */
    List<Filled> beside(Map<String, String> given, RequestContract contract) {
        List<Filled> filled = new ArrayList<>();
        for (ContractField field : contract.fields()) {
            if (given.keySet().stream().noneMatch(field::isCalled)) {
                known(field).ifPresent(filled::add);
            }
        }
        return List.copyOf(filled);
    }

    /** The same fields with what was filled in. */
    static Map<String, String> with(Map<String, String> given, List<Filled> filled) {
        Map<String, String> all = new LinkedHashMap<>(given);
        filled.forEach(it -> all.put(it.field(), it.value()));
        return all;
    }

    private Optional<Filled> known(ContractField field) {
        return Stream.<Supplier<Optional<Filled>>>of(
                        () -> declared(field), () -> claimed(field), () -> asked(field), () -> spoken(field))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Filled> declared(ContractField field) {
        Background background = state.cooperation().background();
        return switch (field.known()) {
            case null -> Optional.empty();
            case PRODUCT -> filled(field, background.product(), "the complaint: its product");
            case REGION -> filled(field, background.region(), "the complaint: its region");
            case RECEIVED -> filled(field, text(background.received()), "the complaint: the day it was received");
            case EVIDENCE ->
                state.cooperation().evidence().reversed().stream()
                        .map(it -> filled(field, it.href() == null ? it.title() : it.href(), "the evidence " + it.id()))
                        .flatMap(Optional::stream)
                        .findFirst();
        };
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** What departments have answered, the last answer first. */
    private Optional<Filled> claimed(ContractField field) {
        return state.requests().reversed().stream()
                .filter(Answered.class::isInstance)
                .map(Answered.class::cast)
                .flatMap(it -> it.reply().claims().stream()
                        .filter(claim -> field.isCalled(claim.key()))
                        .map(Claim::value)
                        .map(value -> filled(
                                field,
                                value,
                                "the answer of " + it.ask().department() + " to "
                                        + it.ask().id())))
                .flatMap(Optional::stream)
                .filter(it -> !field.isPrerequisite() || !isUsed(field, it.value()))
                .findFirst();
    }

    /** What was said in a request of the same case, the last one first. */
    private Optional<Filled> asked(ContractField field) {
        return state.requests().reversed().stream()
                .filter(it -> isGivenAway(it) || field.isOfTheCase())
                .map(Request::ask)
                .flatMap(it -> named(field, it)
                        .map(value -> filled(field, value, "the request " + it.id() + " to " + it.department())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What one request has used up does not serve another. */
    private boolean isUsed(ContractField field, String value) {
        return state.requests().stream()
                .filter(it -> !isGivenAway(it))
                .flatMap(it -> named(field, it.ask()))
                .anyMatch(value::equals);
    }

    private static boolean isGivenAway(Request request) {
        return request instanceof OnOffer || request instanceof Declined;
    }

    private static Stream<String> named(ContractField field, Request.Ask ask) {
        Map<String, String> fields = ask.fields();
        return fields == null
                ? Stream.empty()
                : fields.entrySet().stream()
                        .filter(it -> field.isCalled(it.getKey()))
                        .map(Map.Entry::getValue);
    }

    private Optional<Filled> spoken(ContractField field) {
        return filled(field, SpokenFields.in(state.words(), field), "the customer's words");
    }

    private static Optional<Filled> filled(ContractField field, @Nullable String value, String source) {
        String converted = value == null ? null : field.converted(value);
        return converted == null ? Optional.empty() : Optional.of(new Filled(field.name(), converted, source));
    }
}
