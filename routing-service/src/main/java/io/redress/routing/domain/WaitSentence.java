package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says why a customer is waiting. Names departments, never persons. */
public final class WaitSentence {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Departments departments;

    public WaitSentence(Departments departments) {
        this.departments = departments;
    }

    /** For people of the company. */
    public String of(List<Wait> criticalPath) {
        if (criticalPath.isEmpty()) {
            return "Nobody is waited for in this case.";
        }
        Wait last = criticalPath.getLast();
        String chain = criticalPath.stream().map(this::phrase).collect(Collectors.joining(", which waits for "));
        String limit = ", until " + WHEN.format(last.limit()) + ".";
        return criticalPath.getFirst().on().equals(Party.CUSTOMER)
                ? "The consultant waits for " + chain + limit
                : "The customer is waiting because the consultant waits for " + chain + limit;
    }

    private String phrase(Wait wait) {
        return switch (wait.what()) {
            case REQUEST -> nameOf(wait.on()) + " to answer" + request(wait);
            case HELP -> "help from " + nameOf(wait.on()) + request(wait);
            case APPROVAL -> "the approval of " + nameOf(wait.on()) + request(wait);
            case QUESTION -> "an answer of " + nameOf(wait.on()) + " to a question";
            case CLARIFICATION -> "the customer's answer to our question";
            case CHOICE -> "the customer's choice among our proposals";
            case OFFER -> nameOf(wait.on()) + " to take over" + request(wait);
            case PROGRESS -> nameOf(wait.on()) + " to say how far it is" + request(wait);
            case ESTIMATE -> nameOf(wait.on()) + " to say when it will be done" + request(wait);
            case REESTIMATE -> nameOf(wait.on()) + " to say whether the date is still true" + request(wait);
            case AGREEMENT -> nameOf(wait.on()) + " to say whether it agrees on a date" + request(wait);
            case CONTEST -> nameOf(wait.on()) + " to agree about a fact";
            case STATEMENT -> nameOf(wait.on()) + " to agree to what is to be said";
            case DECISION -> nameOf(wait.on()) + " to decide who goes first, as they wait for each other in a circle";
        };
    }

    private static String request(Wait wait) {
        RequestId id = wait.requestId();
        return id == null ? "" : " (" + WaitCircles.label(id) + ")";
    }

    /** As people call a party. */
    public String nameOf(Party party) {
        if (party.isDepartment()) {
            return departments.nameOf(new DepartmentCode(party.id()));
        }
        return party.isConsultant() ? "the consultant" : "the customer";
    }
}
