package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.Request.Ask;
import io.redress.department.domain.Request.Incomplete;
import io.redress.department.domain.RequestContract.Checked;
import io.redress.department.domain.RequestContract.Checked.Fit;
import io.redress.department.domain.RequestContract.Checked.Unfit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request is in its department's queue as soon as, and not before, it has all that the department needs to begin (R66,
 * R93). What the case knows, nobody is asked for.
 */
public final class Completeness {
    private final Charters charters;

    public Completeness(Charters charters) {
        this.charters = charters;
    }

    /**
     * A request as its department would see it.
     *
     * @param contract what that one needs of a request of this kind
     * @param known all that is given or filled in
     * @param filled what the case has filled in
     */
    public record Look(RequestContract contract, Map<String, String> known, List<Filled> filled) {
        Checked checked() {
            return contract.check(known);
        }

        /** Whether it can be put to the department as it is. */
        public boolean fits() {
            return checked() instanceof Fit;
        }

        /** All that is wrong with it; nothing where it fits. */
        public List<RequestContract.Flaw> flaws() {
            return checked() instanceof Unfit(var flaws) ? flaws : List.of();
        }

        /** What somebody has to say yet. */
        public List<ContractField> lacking() {
            return contract.lacking(known);
        }

        Map<String, String> sources() {
            Map<String, String> sources = new LinkedHashMap<>();
            filled.forEach(it -> sources.put(it.field(), it.source()));
            return sources;
        }
    }

    /** A request that somebody is about to make, with what the case knows. */
    public Look look(DepartmentCase state, DepartmentCode department, RequestKind kind, Map<String, String> given) {
        return look(state, contract(department, kind), given);
    }

    /** A request that was made before, with what somebody says now. */
    public Look look(DepartmentCase state, Ask ask, Map<String, String> given) {
        return look(state, ask, charters.under(ask).request().of(ask.kind()), given);
    }

    /** A request that has gone back, with what somebody says now. It is measured by what it was told to lack. */
    public Look look(DepartmentCase state, Incomplete lacking, Map<String, String> given) {
        RequestContract contract = lacking.contract();
        return contract == null ? look(state, lacking.ask(), given) : look(state, lacking.ask(), contract, given);
    }

    private static Look look(DepartmentCase state, Ask ask, RequestContract contract, Map<String, String> given) {
        Map<String, String> all = new LinkedHashMap<>(given);
        for (ContractField field : contract.fields()) {
            String before = field.takenFrom(ask.given());
            if (before != null && given.keySet().stream().noneMatch(field::isCalled)) {
                all.put(field.name(), before);
            }
        }
        return look(state, contract, all);
    }

    RequestContract contract(DepartmentCode department, RequestKind kind) {
        return charters.of(department).request().of(kind);
    }

    private static Look look(DepartmentCase state, RequestContract contract, Map<String, String> given) {
        List<Filled> filled = contract.fields().isEmpty() ? List.of() : new KnownFields(state).beside(given, contract);
        return new Look(contract, KnownFields.with(given, filled), filled);
    }

    /** What is missing or of another form is said when something is asked for, and not discovered later (R66, R67). */
    static Decision<DepartmentFact> refuse(DepartmentCode department, Look look) {
        return reject(
                "unfit-request",
                "Expected what " + department + " needs, but: "
                        + look.flaws().stream()
                                .map(RequestContract.Flaw::sentence)
                                .collect(Collectors.joining("; ")));
    }

    /** Whether a request would go back if it were begun. */
    boolean isIncomplete(DepartmentCase state, Ask ask) {
        return !look(state, ask, Map.of()).lacking().isEmpty();
    }
}
