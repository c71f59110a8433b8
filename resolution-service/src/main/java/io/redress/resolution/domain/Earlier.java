package io.redress.resolution.domain;

import io.redress.contracts.ResolutionEvent.Option;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What had been proposed before the case went back for further answers.
 *
 * @param round the number of the proposal that was taken back
 * @param options those that are still possible
 * @param failedKinds kinds that have not helped: declined, refused at a gate, not there any more, or chosen and impossible
 *     to carry out. The company does not offer them again of itself; a department may have another idea of such a kind
 */
public record Earlier(int round, List<Option> options, List<String> failedKinds) {
    /** More than the company can declare for one nature; of those before, nothing is offered of itself anyway. */
    private static final int MOST_KINDS = 50;

    public Earlier {
        options = List.copyOf(options);
        failedKinds = List.copyOf(failedKinds);
    }

    /** Those that have failed, and these; each once. */
    static List<String> withKinds(List<String> failed, Stream<String> more) {
        List<String> all = Stream.concat(failed.stream(), more).distinct().toList();
        return all.subList(Math.max(0, all.size() - MOST_KINDS), all.size());
    }

    /** Those that have failed, and the kinds of these options. */
    static List<String> withKindsOf(List<String> failed, List<Option> options) {
        return withKinds(failed, options.stream().map(Option::kind));
    }

    /** The kinds that have failed before that; none where there was nothing before. */
    static List<String> kindsOf(@Nullable Earlier earlier) {
        return earlier == null ? List.of() : earlier.failedKinds();
    }
}
