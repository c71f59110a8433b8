package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.routing.domain.WaitCircles.Found;
import io.redress.routing.domain.Waiting.Asked;
import io.redress.routing.domain.Waiting.Circle;
import io.redress.routing.domain.Waiting.Contest;
import io.redress.routing.domain.Waiting.CustomersTurn;
import io.redress.routing.domain.Waiting.Offered;
import io.redress.routing.domain.Waiting.Owed;
import io.redress.routing.domain.Waiting.Questioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws from who was asked what the tree of who waits for whom, see {@link WaitGraph}. */
final class WaitTree {
    /** A wait, when it ends with all that it waits for itself, and what that is. */
    record Link(Wait edge, Instant end, List<Link> next) {}

    private final Party consultant;
    private final Waiting waiting;
    private final Map<RequestId, Circle> closed = new LinkedHashMap<>();

    /** @param circles all that there are among those who are waited for */
    WaitTree(Party consultant, Waiting waiting, Collection<Found> circles) {
        this.consultant = consultant;
        this.waiting = waiting;
        for (Found found : circles) {
            Circle circle = waiting.circle(found.id());
            if (circle != null) {
                found.closing().forEach(it -> closed.put(it, circle));
            }
        }
    }

    /** What the case itself waits for. */
    List<Link> root() {
        List<Link> links = new ArrayList<>();
        for (Asked asked : waiting.asked()) {
            if (waiting.asked(asked.parent()) == null && offering(asked) == null) {
                links.add(link(asked, consultant));
            }
        }
        CustomersTurn turn = waiting.customer();
        if (turn != null) {
            String id = turn.what().word() + (turn.proposalId() == null ? "" : ":" + turn.proposalId());
            links.add(leaf(new Wait(id, consultant, Party.CUSTOMER, turn.what(), turn.since(), turn.limit(), null)));
        }
        return links;
    }

    /** A handover between consultants, or a word on the way, makes nobody wait for the outcome of the case. */
    List<Wait> beside() {
        Stream<Wait> handovers = waiting.offers().stream()
                .filter(it -> it.requestId() == null)
                .map(it -> new Wait("offer:case", it.from(), it.to(), Wait.What.OFFER, it.since(), it.limit(), null));
        return Stream.of(handovers, words(), contests(), statements())
                .flatMap(Function.identity())
                .toList();
    }

    /** Each of the two waits for the other; the case goes on meanwhile, only nothing is said about that. */
    private Stream<Wait> contests() {
        return waiting.contests().stream()
                .flatMap(it -> Stream.of(
                        contest(it, it.department(), it.against()), contest(it, it.against(), it.department())));
    }

    private static Wait contest(Contest contest, DepartmentCode who, DepartmentCode on) {
        return new Wait(
                "contest:" + contest.claimId() + ":" + on,
                Party.department(who),
                Party.department(on),
                Wait.What.CONTEST,
                contest.since(),
                contest.limit(),
                null);
    }

    /** Whoever wants to say something waits; where a colleague may agree, that is whoever answers for the case. */
    private Stream<Wait> statements() {
        return waiting.unsaid().stream()
                .map(it -> new Wait(
                        Silence.statementId(it),
                        it.department().equals(it.on()) ? consultant : Party.department(it.department()),
                        Party.department(it.on()),
                        Wait.What.STATEMENT,
                        it.since(),
                        it.limit(),
                        null));
    }

    /** Nobody owes a word about what is on offer; nor how far they are with what they have asked back for. */
    private Stream<Wait> words() {
        return waiting.asked().stream()
                .filter(it -> !waiting.isOnOffer(it.id()) && offering(it) == null)
                .flatMap(it -> waiting.owed(it.id())
                        .filter(owed -> owed.between() != null || !isAskedBack(it))
                        .map(owed -> word(it, owed)));
    }

    private boolean isAskedBack(Asked about) {
        return waiting.questions().stream().anyMatch(asked -> asked.requestId().equals(about.id()));
    }

    private Wait word(Asked about, Owed owed) {
        Asked parent = waiting.asked(about.parent());
        Owed.Sides between = owed.between();
        Party asking = parent == null ? consultant : parent.party();
        return new Wait(
                owed.what().word() + ":" + WaitCircles.label(about.id()),
                between == null ? asking : present(between.from()),
                between == null ? about.party() : present(between.to()),
                owed.what(),
                owed.since(),
                owed.limit(),
                about.id());
    }

    /** A case has one consultant at a time, whoever it was when something was said. */
    private Party present(Party party) {
        return party.isConsultant() ? consultant : party;
    }

    private Link link(Asked asked, Party who) {
        Wait.What what = what(asked);
        Wait wait = new Wait(
                what.word() + ":" + WaitCircles.label(asked.id()),
                who,
                asked.party(),
                what,
                asked.since(),
                asked.limit(),
                asked.id());
        return node(wait, beneath(asked));
    }

    private List<Link> beneath(Asked asked) {
        List<Link> links = new ArrayList<>();
        Circle circle = closed.get(asked.id());
        if (circle != null) {
            links.add(leaf(decision(circle, asked.party())));
        }
        waiting.helpingWith(asked.id())
                .filter(it -> offering(it) == null)
                .forEach(it -> links.add(link(it, asked.party())));
        for (Asked offered : waiting.asked()) {
            Offered offer = offering(offered);
            if (offer != null && asked.id().equals(offer.requestId())) {
                links.add(leaf(offer(offered, offer)));
            }
        }
        for (Questioned question : waiting.questions()) {
            // Whoever has declined needs no answer, unless it comes back to them.
            if (question.requestId().equals(asked.id()) && !waiting.isOnOffer(asked.id())) {
                links.add(leaf(question(question)));
            }
        }
        return links;
    }

    private static Wait.What what(Asked asked) {
        if (asked.kind() == RequestKind.APPROVAL) {
            return Wait.What.APPROVAL;
        }
        return asked.parent() == null ? Wait.What.REQUEST : Wait.What.HELP;
    }

    private static Wait question(Questioned question) {
        return new Wait(
                "question:" + question.id(),
                Party.department(question.department()),
                question.to(),
                Wait.What.QUESTION,
                question.since(),
                question.limit(),
                question.requestId());
    }

    private static Wait offer(Asked offered, Offered offer) {
        return new Wait(
                "offer:" + WaitCircles.label(offered.id()),
                offer.from(),
                offer.to(),
                Wait.What.OFFER,
                offer.since(),
                offer.limit(),
                offered.id());
    }

    private static Wait decision(Circle circle, Party who) {
        return new Wait(
                "decision:" + circle.id(),
                who,
                Party.department(circle.superior()),
                Wait.What.DECISION,
                circle.foundAt(),
                circle.decideBy(),
                null);
    }

    /** The offer by which a request would get its owner; null where it has one, or its giver has none any more. */
    private @Nullable Offered offering(Asked asked) {
        return asked.offeredBy() == null
                ? null
                : waiting.offers().stream()
                        .filter(it -> asked.id().equals(it.replacedBy()) && waiting.asked(it.requestId()) != null)
                        .findFirst()
                        .orElse(null);
    }

    private static Link leaf(Wait wait) {
        return node(wait, List.of());
    }

    private static Link node(Wait wait, List<Link> next) {
        Instant end = next.stream()
                .map(Link::end)
                .filter(it -> it.isAfter(wait.limit()))
                .max(Comparator.naturalOrder())
                .orElse(wait.limit());
        return new Link(wait, Objects.requireNonNull(end), List.copyOf(next));
    }
}
