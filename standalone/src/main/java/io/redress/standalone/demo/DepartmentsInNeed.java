package io.redress.standalone.demo;

import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.standalone.demo.HelpPath.Need;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Departments that cannot go on alone: each goes on when the one that it has asked has answered. */
final class DepartmentsInNeed {
    private final Map<RequestId, Place> places = new ConcurrentHashMap<>();

    /** Where a request stands in the chain of help; 0 for the one that the case itself waits for. */
    private record Place(RequestRaised request, HelpPath path, int depth) {}

    /** What it means for a department to be asked this. */
    sealed interface Asked {
        /** It has all that it needs. */
        record Alone() implements Asked {}

        /** It needs somebody first. */
        record Needs(Need what) implements Asked {}

        /** It is the last in the row. */
        record Last() implements Asked {}
    }

    Asked asked(RequestRaised request, Story story) {
        Place place = place(request, HelpPath.of(story));
        if (place == null) {
            return new Asked.Alone();
        }
        places.put(request.requestId(), place);
        return place.depth() == place.path().depth()
                ? new Asked.Last()
                : new Asked.Needs(place.path().needs().get(place.depth()));
    }

    private @Nullable Place place(RequestRaised request, HelpPath path) {
        if (request.parent() != null) {
            Place parent = places.get(request.parent());
            return parent == null ? null : new Place(request, parent.path(), parent.depth() + 1);
        }
        boolean begins = path.depth() > 0
                && request.kind() == RequestKind.SOLUTION
                && request.department().equals(path.needs().getFirst().of());
        return begins ? new Place(request, path, 0) : null;
    }

    /** Whoever waited for this answer, and goes on now. */
    Optional<RequestRaised> freedBy(RequestAnswered answer) {
        return Optional.ofNullable(answer.parent()).flatMap(this::request);
    }

    /** A request in a chain of help. */
    Optional<RequestRaised> request(RequestId id) {
        return Optional.ofNullable(places.get(id)).map(Place::request);
    }
}
