package io.redress.routing.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Claim;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.KnownProblem;
import io.redress.contracts.Limits;
import io.redress.contracts.OptionIdea;
import io.redress.routing.domain.knowledge.ProblemMarks;
import io.redress.routing.domain.knowledge.RecordedProblem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A problem that somebody knows of.
 *
 * @param words by language, phrases that customers say about it
 * @param validFrom at once where it is absent
 */
record KnownProblemBody(
        @Nullable String title,
        @Nullable DepartmentCode department,
        @Nullable List<String> natures,
        @Nullable IdentifiedBody product,
        @Nullable IdentifiedBody lot,
        @Nullable CustomerGroupBody customerGroup,
        @Nullable Map<String, List<String>> words,
        @Nullable List<String> seenIn,
        @Nullable String findings,
        @Nullable List<Claim> claims,
        @Nullable List<OptionIdea> options,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil)
        implements Checked {
    private static final Pattern NATURE = Pattern.compile("[a-z][a-z-]{0,99}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final int MOST_LANGUAGES = 10;

    @Override
    public void check(Checks checks) {
        checks.required("/title", title).length("/title", title, 1, Limits.TITLE);
        checks.required("/department", department);
        checks.required("/findings", findings).length("/findings", findings, 1, Limits.FINDINGS);
        checks.that(natures != null && !natures.isEmpty(), "/natures", "Expected at least one nature, but got none.");
        Texts.check(checks, "/natures", natures, Limits.KNOWN, Limits.KEY);
        for (int i = 0; natures != null && i < Math.min(natures.size(), Limits.KNOWN); i++) {
            checks.matches("/natures/" + i, natures.get(i), NATURE, "a nature such as product-error");
        }
        checks.inside("/product", product).inside("/lot", lot).inside("/customerGroup", customerGroup);
        checkWords(checks);
        Texts.check(checks, "/seenIn", seenIn, Limits.KNOWN, Limits.KEY);
        list(checks, "/claims", claims, Limits.CLAIMS);
        list(checks, "/options", options, Limits.OPTIONS);
        checks.that(
                validFrom == null || validUntil == null || validFrom.isBefore(validUntil),
                "/validUntil",
                "Expected a moment after validFrom.");
        checks.that(
                isRecognisable(),
                "",
                "Expected a product, a lot, references of customers or words to know it by,"
                        + " since a nature alone fits many problems.");
    }

    private boolean isRecognisable() {
        return product != null
                || lot != null
                || (customerGroup != null && customerGroup.hasReferences())
                || (words != null && words.values().stream().anyMatch(said -> said != null && !said.isEmpty()));
    }

    private void checkWords(Checks checks) {
        if (words == null) {
            return;
        }
        checks.that(words.size() <= MOST_LANGUAGES, "/words", "Expected at most " + MOST_LANGUAGES + " languages.");
        words.forEach((language, said) -> {
            String pointer = "/words/" + language;
            checks.matches(pointer, language, LANGUAGE, "a language of two letters such as en")
                    .required(pointer, said);
            Texts.check(checks, pointer, said, Limits.KNOWN, Limits.KEY);
            checks.that(
                    said == null || said.stream().allMatch(it -> it == null || ProblemMarks.isSayable(it)),
                    pointer,
                    "Expected words in each phrase.");
        });
    }

    private static void list(Checks checks, String pointer, @Nullable List<?> values, int most) {
        if (values != null) {
            checks.that(
                    values.size() <= most, pointer, "Expected at most " + most + ", but got " + values.size() + ".");
            checks.that(values.stream().allMatch(Objects::nonNull), pointer, "Expected no null in the list.");
        }
    }

    /** The checked body as it is kept. */
    RecordedProblem recorded(String id, String by, Instant now, String fingerprint) {
        return new RecordedProblem(
                id,
                known(now),
                customerGroup == null ? null : customerGroup.group(),
                orNone(words),
                by,
                now,
                now,
                fingerprint,
                null);
    }

    private KnownProblem known(Instant now) {
        return new KnownProblem(
                Objects.requireNonNull(title),
                Objects.requireNonNull(department),
                Objects.requireNonNull(natures),
                product == null ? null : product.identified(),
                lot == null ? null : lot.identified(),
                customerGroup == null ? null : customerGroup.name(),
                orNone(seenIn),
                Objects.requireNonNull(findings),
                orNone(claims),
                orNone(options),
                validFrom == null ? now : validFrom,
                validUntil);
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static Map<String, List<String>> orNone(@Nullable Map<String, List<String>> map) {
        return map == null ? Map.of() : map;
    }
}
