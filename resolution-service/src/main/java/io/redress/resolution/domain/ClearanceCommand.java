package io.redress.resolution.domain;

import org.jspecify.annotations.Nullable;

/** What is said about a proposal: by those who must agree to it, and by the customer who does not choose. */
public sealed interface ClearanceCommand extends AssuranceCommand {

    /**
     * A gate decides.
     *
     * @param reason why not; may be absent where it agrees
     * @param by who decides
     */
    record Clear(String gate, boolean given, @Nullable String reason, String by) implements ClearanceCommand {}

    /** The customer declines all of it, or would agree if something were otherwise. */
    record Haggle(Bargain bargain) implements ClearanceCommand {

        /** Whether this very thing has been said already. */
        public boolean isMadeIn(ResolutionCase known) {
            return Haggling.isMade(known, bargain);
        }
    }
}
