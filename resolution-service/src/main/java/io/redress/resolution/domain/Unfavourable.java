package io.redress.resolution.domain;

import io.redress.contracts.Money;
import io.redress.contracts.ResolutionEvent.Option;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In what an option is worse than another one of the same proposal (R107). */
public final class Unfavourable {
    /** It takes longer. */
    public static final String LONGER = "longer";
    /** It costs the company more; only amounts of one currency are compared. */
    public static final String DEARER = "dearer";

    private Unfavourable() {}

    /** In what; empty where no other is better in either. */
    public static List<String> in(Option option, List<Option> proposal) {
        List<String> worse = new ArrayList<>();
        if (proposal.stream().anyMatch(other -> other.days() < option.days())) {
            worse.add(LONGER);
        }
        if (proposal.stream().anyMatch(other -> isDearer(option.cost(), other.cost()))) {
            worse.add(DEARER);
        }
        return worse;
    }

    private static boolean isDearer(@Nullable Money one, @Nullable Money other) {
        return one != null
                && other != null
                && one.currency().equals(other.currency())
                && one.amount().compareTo(other.amount()) > 0;
    }
}
