package io.redress.routing.adapter.http;

import io.redress.chassis.http.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks lists of short texts. */
final class Texts {
    private Texts() {}

    /** At most {@code most} texts of 1 to {@code length} characters; null passes. */
    static void check(Checks checks, String pointer, @Nullable List<String> texts, int most, int length) {
        if (texts == null) {
            return;
        }
        checks.that(texts.size() <= most, pointer, "Expected at most " + most + ", but got " + texts.size() + ".");
        for (int i = 0; i < Math.min(texts.size(), most); i++) {
            checks.required(pointer + "/" + i, texts.get(i)).length(pointer + "/" + i, texts.get(i), 1, length);
        }
    }
}
