package io.redress.department.application.forms;

import io.redress.department.domain.RequestForms;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Tells people in their language how a message about a request is written. */
final class HowToWrite {
    private static final String EXAMPLE = "01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70-r1";
    private static final Map<String, String> BY_LANGUAGE = Map.of(
            "en",
            "Leave the request's number in the subject, begin with one of the words %s, and write the rest below it. "
                    + "After %s name the department whose it is, as in \"%s: logistics\".",
            "it",
            "Lascia il numero della richiesta nell'oggetto, comincia con una delle parole %s e scrivi il resto sotto. "
                    + "Dopo %s indica il reparto a cui spetta, per esempio \"%s: logistics\".",
            "ro",
            "Lasă numărul cererii în subiect, începe cu unul dintre cuvintele %s și scrie restul dedesubt. "
                    + "După %s numește departamentul căruia îi revine, de exemplu \"%s: logistics\".",
            "pl",
            "Zostaw numer zlecenia w temacie, zacznij od jednego ze słów %s i napisz resztę poniżej. "
                    + "Po słowie %s podaj właściwy dział, na przykład \"%s: logistics\".");

    private HowToWrite() {}

    static String in(RequestForms forms) {
        String language = forms.language();
        String decline = ReplyWord.DECLINE.in(language);
        return String.format(
                java.util.Locale.ROOT,
                Objects.requireNonNull(BY_LANGUAGE.get(language)),
                String.join(", ", ReplyWord.all(language)),
                decline,
                decline);
    }

    /** What a filled-in form may look like. */
    static Map<String, String> example(RequestForms forms) {
        Map<String, String> values = new HashMap<>();
        values.put(RequestForms.REQUEST, EXAMPLE);
        values.put(RequestForms.REPLY, ReplyWord.ANSWER.in(forms.language()));
        values.put(RequestForms.TEXT, "...");
        return values;
    }
}
