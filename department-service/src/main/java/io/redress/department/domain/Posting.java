package io.redress.department.domain;

import io.redress.chassis.decide.Decision;

/** A request leaves as mail once. */
final class Posting {
    private Posting() {}

    static Decision<DepartmentFact> decide(DepartmentCase state, PostCommand command) {
        return switch (command) {
            case PostCommand.NotePosted(var id)
            when state.request(id) == null || state.dealings().posts().sent().contains(id) -> Decision.nothing();
            case PostCommand.NotePosted(var id) -> Decision.accept(new PostFact.RequestPosted(id));
        };
    }
}
