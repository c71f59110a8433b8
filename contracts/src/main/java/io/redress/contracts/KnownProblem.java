package io.redress.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem that somebody knows of before any customer complains about it (R61).
 *
 * @param department whose problem it is, and whose answer is known
 * @param natures it shows itself as one of these
 * @param customerGroup the name of those whom it concerns; absent where it may concern everybody
 * @param seenIn where it was noticed, for example {@code presales}
 * @param claims what may be said to customers about it
 * @param options how it can be put right
 * @param validUntil when it ends by itself; absent where somebody has to end it
 */
public record KnownProblem(
        String title,
        DepartmentCode department,
        List<String> natures,
        @Nullable Identified product,
        @Nullable Identified lot,
        @Nullable String customerGroup,
        List<String> seenIn,
        String findings,
        List<Claim> claims,
        List<OptionIdea> options,
        Instant validFrom,
        @Nullable Instant validUntil) {
    public KnownProblem {
        Bounds.text("a title", title, Limits.TITLE);
        Bounds.atLeastOne("natures", natures);
        Bounds.count("natures", natures, Limits.KNOWN);
        Bounds.optionalText("a customer group", customerGroup, Limits.NAME);
        Bounds.count("places", seenIn, Limits.KNOWN);
        Bounds.text("findings", findings, Limits.FINDINGS);
        Bounds.count("claims", claims, Limits.CLAIMS);
        Bounds.count("options", options, Limits.OPTIONS);
        OptionIdea.orRefuse(options);
        natures = List.copyOf(natures);
        seenIn = List.copyOf(seenIn);
        claims = List.copyOf(claims);
        options = List.copyOf(options);
    }

    /** Something with a name of its own in every language, such as a product or a lot. */
    public record Identified(String name, List<String> aliases) {
        public Identified {
            Bounds.text("a name", name, Limits.KEY);
            Bounds.count("aliases", aliases, Limits.KNOWN);
            aliases.forEach(alias -> Bounds.text("an alias", alias, Limits.KEY));
            aliases = List.copyOf(aliases);
        }
    }
}
