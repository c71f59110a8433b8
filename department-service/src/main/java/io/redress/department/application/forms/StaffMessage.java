package io.redress.department.application.forms;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.RequestId;
import io.redress.department.domain.RequestForms;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of a department without a system of its own writes about a request (R152).
 *
 * @param word what kind of answer it is
 * @param owner in the line of the word, where something stands there
 * @param text everything else
 */
public record StaffMessage(RequestId requestId, ReplyWord word, String owner, String text) {
    private static final Pattern REQUEST =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-r[1-9][0-9]{0,4}(?![0-9])");
    private static final Pattern FIRST_LINE = Pattern.compile("\\s*(\\p{L}+)\\s*[:.,]?\\s*(.*)", Pattern.DOTALL);
    private static final int LOOKED_AT = 2_000;

    /**
     * A message in free words, which begins with the word.
     *
     * @param about where the request's id stands, such as the subject of a mail
     * @throws WrongFormat where it names no request or begins with no word we know
     */
    public static StaffMessage of(RequestForms forms, String about, String words) {
        RequestId request = request(about)
                .orElseThrow(() -> new WrongFormat(
                        "Expected the number of the request in the subject, but found none", HowToWrite.in(forms)));
        String clean = Texts.clean(words);
        int end = clean.indexOf('\n');
        String first = end < 0 ? clean : clean.substring(0, end);
        return of(forms, request, first, end < 0 ? "" : clean.substring(end + 1));
    }

    /**
     * A filled-in form.
     *
     * @param values under the names that the forms know
     * @throws WrongFormat where request, word or text are missing
     */
    public static StaffMessage of(RequestForms forms, Map<String, String> values) {
        RequestId request = request(values.getOrDefault(RequestForms.REQUEST, ""))
                .orElseThrow(() -> new WrongFormat(
                        "Expected the number of the request, but found none",
                        Form.write(forms, HowToWrite.example(forms))));
        return of(
                forms,
                request,
                values.getOrDefault(RequestForms.REPLY, ""),
                Texts.clean(values.getOrDefault(RequestForms.TEXT, "")));
    }

    private static StaffMessage of(RequestForms forms, RequestId request, String first, String rest) {
        Matcher line = FIRST_LINE.matcher(first);
        ReplyWord word = line.matches() ? ReplyWord.of(line.group(1)).orElse(null) : null;
        if (word == null) {
            throw new WrongFormat(
                    "Expected one of the words " + String.join(", ", ReplyWord.all(forms.language()))
                            + " at the beginning, but found another",
                    HowToWrite.in(forms));
        }
        String beside = line.group(2).strip();
        String text = rest.strip();
        if (word == ReplyWord.DECLINE) {
            return decline(forms, request, beside, text);
        }
        String all = (beside + "\n" + text).strip();
        if (all.isEmpty() && word != ReplyWord.ACCEPT) {
            throw new WrongFormat("Expected some words after " + word.in(forms.language()), HowToWrite.in(forms));
        }
        return new StaffMessage(request, word, "", all);
    }

    private static StaffMessage decline(RequestForms forms, RequestId request, String beside, String text) {
        String[] parts = beside.split("\\s+", 2);
        String reason = ((parts.length > 1 ? parts[1] : "") + "\n" + text).strip();
        if (!parts[0].matches("[a-z][a-z-]{1,30}") || reason.isEmpty()) {
            throw new WrongFormat(
                    "Expected the department whose it is after " + ReplyWord.DECLINE.in(forms.language())
                            + ", and below the reason",
                    HowToWrite.in(forms));
        }
        return new StaffMessage(request, ReplyWord.DECLINE, parts[0], reason);
    }

    private static Optional<RequestId> request(@Nullable String about) {
        String looked = about == null ? "" : about.substring(0, Math.min(about.length(), LOOKED_AT));
        Matcher id = REQUEST.matcher(looked);
        return id.find() ? Optional.of(new RequestId(id.group())) : Optional.empty();
    }

    /**
     * The same as a department's own system would say it.
     *
     * @throws WrongFormat where something is longer than a reply may be
     */
    public DepartmentReply reply(String replyId, DepartmentCode department, String by) {
        try {
            return switch (word) {
                case ANSWER -> answer(replyId, department, by, true);
                case IMPOSSIBLE -> answer(replyId, department, by, false);
                case QUESTION -> new DepartmentReply.Question(replyId, requestId, department, by, text);
                case PROGRESS -> new DepartmentReply.Progress(replyId, requestId, department, by, text);
                case ACCEPT -> new DepartmentReply.Accept(replyId, requestId, department, by);
                case DECLINE ->
                    new DepartmentReply.Decline(replyId, requestId, department, by, text, new DepartmentCode(owner));
            };
        } catch (IllegalArgumentException outOfBounds) {
            throw new WrongFormat(String.valueOf(outOfBounds.getMessage()), "");
        }
    }

    private DepartmentReply answer(String replyId, DepartmentCode department, String by, boolean done) {
        return new DepartmentReply.Answer(replyId, requestId, department, by, done, text, null, null);
    }
}
