package io.redress.intake.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseLanes.ViewPage;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.Fingerprint;
import io.redress.chassis.store.IndexQuery;
import io.redress.intake.adapter.http.ComplaintBody.CustomerBody;
import io.redress.intake.application.CustomerFiles;
import io.redress.intake.application.CustomerPage;
import io.redress.intake.application.CustomerProfile;
import io.redress.intake.application.CustomerProfile.FavourView;
import io.redress.intake.application.IntakeDefinition;
import io.redress.intake.domain.CustomerCommand.NoteCustomer;
import io.redress.intake.domain.CustomerCommand.NoteFavour;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.customers.Favour;
import java.net.URI;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The customer's own page: everything that concerns one customer, over all cases. */
@RestController
class CustomerEndpoint {
    private static final String ADDRESS = "/api/v1/customers/{reference}";
    private static final int MAX_LIMIT = 200;

    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;
    private final CustomerFiles files;
    private final InstantSource clock;

    CustomerEndpoint(
            CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, CustomerFiles files, InstantSource clock) {
        this.lanes = lanes;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping(ADDRESS)
    Mono<ResponseEntity<CustomerPage>> read(
            @PathVariable String reference,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller) {
        Checks checks = new Checks();
        checks.range("/limit", limit, 1, MAX_LIMIT).length("/cursor", cursor, 0, 500);
        checks.orRefuse();
        String known = known(reference);
        boolean all = caller.isAny("consultant", "supervisor", "auditor");
        IndexQuery query = all
                ? new IndexQuery(IntakeDefinition.BY_CUSTOMER, Fingerprint.of(known), cursor, limit)
                : new IndexQuery(
                        IntakeDefinition.BY_CUSTOMER_OF_CLIENT, Fingerprint.of(known, caller.subject()), cursor, limit);
        return Mono.zip(files.read(known), lanes.find(query), (file, cases) -> page(known, all, file, cases));
    }

    private static ResponseEntity<CustomerPage> page(
            String reference, boolean all, CaseView<IntakeState> file, ViewPage<IntakeState> cases) {
        if (cases.cases().isEmpty() && !(all && file.exists())) {
            throw Refusal.notFound();
        }
        return Answers.seen(
                file.version(),
                CustomerPage.of(
                        reference, all ? CustomerFiles.file(file, reference) : null, cases.cases(), cases.next()));
    }

    @PutMapping(ADDRESS)
    Mono<ResponseEntity<CustomerProfile>> note(
            @PathVariable String reference, @RequestBody CustomerDetailsBody body, ExpectedRevision seen) {
        String known = known(reference);
        return files.read(known)
                .doOnNext(view -> seen.orRefuse(view.version()))
                .flatMap(view -> files.note(new NoteCustomer(known, body.details()), view.version()))
                .map(Outcomes::accepted)
                .map(noted -> ResponseEntity.ok()
                        .eTag(ExpectedRevision.tag(noted.view().version()))
                        .body(CustomerProfile.of(CustomerFiles.file(noted.view(), known))));
    }

    @PostMapping(ADDRESS + "/favours")
    Mono<ResponseEntity<FavourView>> favour(
            @PathVariable String reference, @RequestBody FavourBody body, IdempotencyKey key, Caller caller) {
        String known = known(reference);
        Favour favour = body.favour(Fingerprint.of(caller.subject(), key.value()), caller.subject(), clock.instant());
        return belongsTo(known, favour)
                .then(Mono.defer(() -> files.note(new NoteFavour(known, favour), Submission.ANY)))
                .map(outcome -> noted(known, favour.key(), outcome));
    }

    private static ResponseEntity<FavourView> noted(
            String reference, String key, Outcome<IntakeState, IntakeFact> outcome) {
        if (outcome instanceof Outcome.Rejected<IntakeState, IntakeFact>(var code, var explanation, var _)
                && code.equals("idempotency-key-reused")) {
            throw Refusal.unprocessable(code, explanation + ".");
        }
        var accepted = Outcomes.accepted(outcome);
        Favour kept = CustomerFiles.file(accepted.view(), reference).favour(key).orElseThrow();
        var answer = ResponseEntity.created(URI.create("/api/v1/customers/" + reference))
                .eTag(ExpectedRevision.tag(accepted.view().version()));
        return (accepted.events().isEmpty() ? answer.header(Answers.REPLAYED, "true") : answer)
                .body(FavourView.of(kept));
    }

    /** Ends, or refuses where the favour names a case of somebody else. */
    private Mono<Void> belongsTo(String reference, Favour favour) {
        if (favour.caseId() == null) {
            return Mono.empty();
        }
        return lanes.read(favour.caseId().value())
                .doOnNext(view -> {
                    Checks checks = new Checks();
                    checks.that(
                            view.state() instanceof Filed filed
                                    && filed.complaint().customer().reference().equals(reference),
                            "/caseId",
                            "Expected a case of this customer, but it is none.");
                    checks.orRefuse();
                })
                .then();
    }

    /** What cannot be a customer's number is a customer that does not exist. */
    private static String known(String reference) {
        if (!CustomerBody.REFERENCE.matcher(reference).matches()) {
            throw Refusal.notFound();
        }
        return reference;
    }
}
