package io.redress.routing.domain;

import io.redress.contracts.Party;
import io.redress.routing.domain.WaitCircles.Found;
import io.redress.routing.domain.WaitTree.Link;
import io.redress.routing.domain.Waiting.Blocker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who waits for whom in a case (R60). The case waits for its requests, each request for the help and the answers that
 * its department needs for it, so the waits form a tree; a circle shows as a branch that comes back to a department.
 *
 * <p>The critical path goes at every node to the wait that ends last, counting what it waits for itself; its end is what
 * holds the case up (R62). Follows from the state alone: it is the same whenever and wherever it is asked for.
 */
public final class WaitGraph {
    private static final Comparator<Link> CRITICAL_FIRST = Comparator.<Link, Boolean>comparing(
                    it -> it.edge().what() != Wait.What.DECISION)
            .thenComparing(it -> it.end(), Comparator.reverseOrder())
            .thenComparing(it -> it.edge().since())
            .thenComparing(it -> it.edge().id());

    private final List<Link> root;
    private final List<Wait> all;

    private WaitGraph(List<Link> root, List<Wait> beside) {
        this.root = root;
        List<Wait> found = new ArrayList<>(beside);
        collect(root, found);
        this.all = found.stream().distinct().toList();
    }

    /** @param consultant who waits on the customer's behalf */
    public static WaitGraph of(Party consultant, Waiting waiting) {
        return of(consultant, waiting, WaitCircles.in(waiting).values());
    }

    /** @param circles all that there are among those who are waited for */
    static WaitGraph of(Party consultant, Waiting waiting, Collection<Found> circles) {
        WaitTree tree = new WaitTree(consultant, waiting, circles);
        return new WaitGraph(tree.root(), tree.beside());
    }

    /** The graph of a case; empty where nobody is asked. */
    public static WaitGraph of(RoutingState state) {
        return state.caseOwner()
                .map(owner -> of(Party.consultant(owner.id()), RoutingState.waiting(state)))
                .orElseGet(() -> new WaitGraph(List.of(), List.of()));
    }

    /** All waits; those that hold the case up before those they wait for. */
    public List<Wait> waits() {
        return all;
    }

    /** From the case to what holds it up; empty where nobody waits. */
    public List<Wait> criticalPath() {
        List<Wait> path = new ArrayList<>();
        Optional<Link> at = critical(root);
        while (at.isPresent()) {
            path.add(at.get().edge());
            at = critical(at.get().next());
        }
        return List.copyOf(path);
    }

    /** What holds the case up: the end of the critical path. */
    public Optional<Blocker> rootBlocker() {
        return endOf(criticalPath());
    }

    static Optional<Blocker> endOf(List<Wait> path) {
        return path.isEmpty()
                ? Optional.empty()
                : Optional.of(new Blocker(path.getLast().on(), path.getLast().requestId()));
    }

    /** Who stands behind a wait, from whoever waits up to the case's consultant. */
    public List<Party> behind(Wait wait) {
        List<Party> parties = new ArrayList<>();
        find(root, wait, parties);
        return parties.isEmpty() ? List.of(wait.who()) : List.copyOf(parties);
    }

    private static boolean find(List<Link> links, Wait wanted, List<Party> parties) {
        for (Link link : links) {
            if (link.edge().equals(wanted) || find(link.next(), wanted, parties)) {
                parties.add(link.edge().who());
                return true;
            }
        }
        return false;
    }

    private static Optional<Link> critical(List<Link> links) {
        return links.stream().min(CRITICAL_FIRST);
    }

    private static void collect(List<Link> links, List<Wait> into) {
        for (Link link : links) {
            into.add(link.edge());
            collect(link.next(), into);
        }
    }
}
