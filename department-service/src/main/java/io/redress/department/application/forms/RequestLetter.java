package io.redress.department.application.forms;

import io.redress.department.domain.RequestForms;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as a letter.
 *
 * @param subject with the request's id, so that an answer to it carries the id, too
 * @param body in the department's words, and how to answer
 */
public record RequestLetter(String subject, String body) {
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9. _-]{1,120})}");
    private static final int MOST_SUBJECT = 300;

    public static RequestLetter of(RequestForms forms, Map<String, String> values) {
        String subject = Texts.oneLine(filled(forms.mail().subject(), values));
        String body = forms.mail().body() == null
                ? Form.write(forms, values)
                : filled(forms.mail().body(), values);
        return new RequestLetter(
                "[" + values.getOrDefault(RequestForms.REQUEST, "") + "] "
                        + subject.substring(0, Math.min(subject.length(), MOST_SUBJECT)),
                body.strip() + "\n\n-- \n" + HowToWrite.in(forms) + "\n");
    }

    /** Values are only ever inserted: nothing in them is read as a place. */
    private static String filled(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(Texts.clean(values.getOrDefault(place.group(1), ""))));
    }
}
