package io.redress.resolution.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.Money;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.RoutingEvent.RequestRedirected;
import io.redress.resolution.domain.OptionCatalogue.CatalogueOption;
import io.redress.resolution.domain.OptionCatalogue.Phrase;
import io.redress.resolution.domain.ResolutionCommand.LearnAnswer;
import io.redress.resolution.domain.ResolutionCommand.LearnRedirection;
import io.redress.resolution.domain.ResolutionCommand.LearnRouting;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the tests of this package talk about. */
final class Cases {
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    static final DepartmentCode FINANCE = new DepartmentCode("finance");
    static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");
    static final OptionIdea REFUND = new OptionIdea("refund", "We pay it back.", null, 3, null);
    static final OptionIdea CREDIT = new OptionIdea("credit", "We take it off.", null, 0, "Only next month.");
    static final ProposalTerms TERMS = new ProposalTerms(Duration.ofDays(14), Duration.ofDays(7));

    private Cases() {}

    static ResolutionDecider decider() {
        return new ResolutionDecider(catalogue(), TERMS);
    }

    static OptionCatalogue catalogue() {
        CatalogueOption clarification = new CatalogueOption("clarification", 1, text("We explain."), null, FRONT_DESK);
        CatalogueOption replacement = new CatalogueOption("replacement", 7, text("A new one."), null, null);
        CatalogueOption refund = new CatalogueOption("refund", 5, text("Your money back."), null, null);
        return new OptionCatalogue(
                Map.of("invoice", List.of(replacement, refund)),
                List.of(clarification),
                clarification,
                new Phrase(Map.of("en", "The only way.", "pl", "Jedyne wyjście.")),
                text("Failed: {title}"),
                text("It takes longer."),
                OptionCatalogue.Worse.IN_ENGLISH);
    }

    static ResolutionRules rules() {
        return new ResolutionRules(catalogue(), TERMS, limits(), RemedyTerms.USUAL);
    }

    /** 500 EUR for anybody, 2000 EUR for an idea of finance. */
    static ValueLimits limits() {
        return new ValueLimits(List.of(new ValueLimits.Edition(
                "2026-1",
                NOW.minus(Duration.ofDays(60)),
                List.of(
                        new ValueLimits.Row(FINANCE, Customer.Tier.STANDARD, List.of(), List.of(euro("2000.00"))),
                        new ValueLimits.Row(null, Customer.Tier.STANDARD, List.of(), List.of(euro("500.00")))))));
    }

    static Money euro(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    static Phrase text(String english) {
        return new Phrase(Map.of("en", english));
    }

    static RequestId request(int number) {
        return RequestId.of(CASE, number);
    }

    static LearnRouting routed(DepartmentCode... departments) {
        List<Involvement> involvements = new java.util.ArrayList<>();
        for (DepartmentCode department : departments) {
            involvements.add(
                    new Involvement(department, request(involvements.size() + 1), RequestKind.SOLUTION, "handles it"));
        }
        return new LearnRouting(new CaseRouted(
                CASE,
                "invoice",
                Cause.SERVICE_FAILURE,
                departments.length == 0 ? null : departments[0],
                involvements,
                new Owner("andrei", "Andrei Pop", FRONT_DESK),
                new Customer("C-1", Customer.Tier.STANDARD),
                "webshop",
                "en",
                "invoice-to-finance",
                NOW,
                NOW.plus(Duration.ofDays(1))));
    }

    static LearnAnswer answered(int request, DepartmentCode department, boolean done, OptionIdea... ideas) {
        return answer(request, department, RequestKind.SOLUTION, null, done, ideas);
    }

    static LearnAnswer stepAnswered(String stepId, DepartmentCode department, boolean done) {
        return answer(9, department, RequestKind.EXECUTION, stepId, done);
    }

    static LearnAnswer answer(
            int request,
            DepartmentCode department,
            RequestKind kind,
            @Nullable String stepId,
            boolean done,
            OptionIdea... ideas) {
        return new LearnAnswer(new RequestAnswered(
                CASE,
                request(request),
                department,
                kind,
                stepId,
                done,
                "What we found.",
                List.of(),
                List.of(ideas),
                "silvia",
                NOW));
    }

    /** What a department answers another one that wanted help with a request. */
    static LearnAnswer helped(int request, int parent, DepartmentCode department, OptionIdea... ideas) {
        return new LearnAnswer(new RequestAnswered(
                CASE,
                request(request),
                department,
                RequestKind.SOLUTION,
                null,
                true,
                "What we found.",
                List.of(),
                List.of(ideas),
                "remus",
                NOW,
                null,
                request(parent)));
    }

    static LearnRedirection redirected(int request, DepartmentCode from, DepartmentCode to, int replacedBy) {
        return new LearnRedirection(
                new RequestRedirected(CASE, request(request), from, to, request(replacedBy), "not ours", NOW));
    }
}
