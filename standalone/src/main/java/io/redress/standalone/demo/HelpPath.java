package io.redress.standalone.demo;

import io.redress.contracts.DepartmentCode;
import java.util.List;

/** Who cannot go on alone in a case: each department asks the next one for help, the last one asks nobody. */
record HelpPath(List<Need> needs) {

    /** What a department needs of another one. */
    record Need(DepartmentCode of, DepartmentCode from, String subject) {
        private Need(String of, String from, String subject) {
            this(new DepartmentCode(of), new DepartmentCode(from), subject);
        }
    }

    HelpPath {
        needs = List.copyOf(needs);
    }

    static HelpPath of(Story story) {
        return new HelpPath(
                switch (story) {
                    case WAIT_CHAIN ->
                        List.of(
                                new Need("logistics", "manufacturing", "In which colours can it be made this month?"),
                                new Need(
                                        "manufacturing",
                                        "quality-control",
                                        "Is the paint of the new supplier cleared?"));
                    case WAIT_CIRCLE ->
                        List.of(
                                new Need("logistics", "finance", "May a return label go out at our expense?"),
                                new Need("finance", "logistics", "What does the parcel weigh, for the cost?"));
                    default -> List.of();
                });
    }

    /** How many help one another in a row, the first one not counted. */
    int depth() {
        return needs.size();
    }
}
