package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.CustomerMessageEvent.TextErrorReported;
import io.redress.contracts.CustomerMessageEvent.TextErrorResolved;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeFact.TextErrorNoted;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.TextErrorCommand.ReportTextError;
import io.redress.intake.domain.TextErrorCommand.ResolveTextError;
import io.redress.intake.domain.TextErrors.Report;
import io.redress.intake.domain.TextErrors.Resolution;
import java.time.Instant;
import java.util.Objects;

/** Anybody who reads an error in a text can say where and what; each report is dealt with once. */
final class Proofreading {
    static final int MOST = 50;

    private Proofreading() {}

    static Decision<IntakeFact> decide(Filed filed, TextErrorCommand command, Instant now) {
        return switch (command) {
            case ReportTextError report -> report(filed, report, now);
            case ResolveTextError resolve -> resolve(filed, resolve, now);
        };
    }

    private static Decision<IntakeFact> report(Filed filed, ReportTextError command, Instant now) {
        TextErrors known = filed.textErrors();
        Report earlier = known.byKey(command.key()).orElse(null);
        if (earlier != null) {
            return saysTheSame(earlier, command)
                    ? Decision.nothing()
                    : Decision.reject(
                            "idempotency-key-reused",
                            "Expected a new Idempotency-Key for a new report, but it was used for another one.");
        }
        if (known.reports().size() >= MOST) {
            return Decision.reject(
                    "too-many-reports", "Expected at most " + MOST + " reports for one case, but there are as many.");
        }
        CaseId caseId = filed.diagnosis().caseId();
        Report report = new Report(
                caseId + "-e" + (known.reports().size() + 1),
                command.key(),
                command.messageId(),
                command.kind(),
                command.where(),
                command.what(),
                command.by(),
                now,
                null);
        return Decision.accept(
                new TextErrorNoted(report),
                new Published(new TextErrorReported(
                        caseId,
                        report.id(),
                        report.messageId(),
                        report.kind(),
                        filed.complaint().language(),
                        report.where(),
                        report.what(),
                        report.by(),
                        now)));
    }

    private static Decision<IntakeFact> resolve(Filed filed, ResolveTextError command, Instant now) {
        Report report = filed.textErrors().byId(command.reportId()).orElse(null);
        if (report == null) {
            return Decision.reject("no-such-report", "Expected a report that exists.");
        }
        Resolution before = report.resolution();
        if (before != null) {
            return before.how().equals(command.how()) && before.by().equals(command.by())
                    ? Decision.nothing()
                    : Decision.reject(
                            "already-resolved", "Expected an open report, but " + before.by() + " has resolved it.");
        }
        return Decision.accept(
                new TextErrorNoted(report.resolved(new Resolution(command.how(), command.by(), now))),
                new Published(new TextErrorResolved(
                        filed.diagnosis().caseId(), report.id(), command.how(), command.by(), now)));
    }

    private static boolean saysTheSame(Report earlier, ReportTextError command) {
        return Objects.equals(earlier.messageId(), command.messageId())
                && Objects.equals(earlier.kind(), command.kind())
                && earlier.where().equals(command.where())
                && earlier.what().equals(command.what());
    }
}
