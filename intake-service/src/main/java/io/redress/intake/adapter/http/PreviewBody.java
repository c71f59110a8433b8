package io.redress.intake.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.intake.domain.Formality;
import io.redress.intake.domain.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a text is to be shown.
 *
 * @param values instead of the invented ones, by placeholder; checked where the kind is known
 */
record PreviewBody(
        @Nullable String language,
        @Nullable String tone,
        @Nullable String formality,
        @Nullable Map<String, Object> values)
        implements Checked {
    private static final List<String> TONES =
            Tone.SCALE.stream().map(Tone::wireName).toList();
    private static final List<String> FORMALITIES =
            Arrays.stream(Formality.values()).map(Formality::wireName).toList();

    @Override
    public void check(Checks checks) {
        checks.required("/language", language)
                .oneOf("/language", language, ComplaintBody.LANGUAGES)
                .oneOf("/tone", tone, TONES)
                .oneOf("/formality", formality, FORMALITIES);
    }

    String spoken() {
        return Objects.requireNonNull(language);
    }

    Tone inTone() {
        return tone == null
                ? Tone.NEUTRAL
                : Tone.valueOf(tone.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    Formality addressing() {
        return formality == null ? Formality.FORMAL : Formality.valueOf(formality.toUpperCase(Locale.ROOT));
    }
}
