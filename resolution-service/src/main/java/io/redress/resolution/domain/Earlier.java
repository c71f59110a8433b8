package io.redress.resolution.domain;

import io.redress.contracts.ResolutionEvent.Option;
import java.util.List;

/**
 * What had been proposed before the case went back for further answers.
 *
 * @param round the number of the proposal that was taken back
 * @param options those that are still possible
 * @param failedKinds kinds that were chosen before and could not be carried out
 */
public record Earlier(int round, List<Option> options, List<String> failedKinds) {
    public Earlier {
        options = List.copyOf(options);
        failedKinds = List.copyOf(failedKinds);
    }
}
