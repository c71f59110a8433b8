package io.redress.department.application;

import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.NegotiationEvent.Usual;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.Cooperation.Help;
import io.redress.department.domain.Cooperation.Wanted;
import io.redress.department.domain.CooperationCommand.AskDepartment;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Filled;
import io.redress.department.domain.Wanting;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of a department; the request to it follows.
 *
 * @param askedId under which the case shows what comes of it: a wish of the front desk, or a help for a request
 * @param filled what nobody had to fill in
 * @param usual how long such work takes, where it is wanted sooner than half of it is done; absent otherwise, and where too
 *     little is known
 */
public record AskedView(
        String askedId,
        CaseId caseId,
        @Nullable RequestId forRequest,
        DepartmentCode from,
        RequestKind kind,
        String subject,
        List<FilledView> filled,
        @Nullable Instant wantedBy,
        @Nullable Usual usual) {

    /** What an accepted command has left behind. */
    public static AskedView of(DepartmentCase state, AskDepartment command, @Nullable Usual usual) {
        RequestId forRequest = command.forRequest();
        if (forRequest == null) {
            Wanted wanted = Wanting.under(state, command.key()).orElseThrow(AskedView::lost);
            return of(wanted.id(), command, wanted.filled(), usual);
        }
        Help help = state.cooperation().helpsFor(forRequest).stream()
                .filter(it -> it.reply().replyId().equals(command.key()))
                .findFirst()
                .orElseThrow(AskedView::lost);
        return of(help.id(), command, help.filled() == null ? List.of() : help.filled(), usual);
    }

    private static AskedView of(String id, AskDepartment command, List<Filled> filled, @Nullable Usual usual) {
        return new AskedView(
                id,
                command.caseId(),
                command.forRequest(),
                command.from(),
                command.kind(),
                command.subject(),
                FilledView.of(filled),
                command.wantedBy(),
                usual);
    }

    private static NoSuchElementException lost() {
        return new NoSuchElementException("Expected what was asked for in the case that has accepted it");
    }
}
