package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.department.domain.CharterContent;
import io.redress.department.domain.Contact;
import io.redress.department.domain.Ola;
import io.redress.department.domain.RequestContract;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A charter as its department publishes it. What is left out is the usual.
 *
 * @param validFrom absent for at once
 */
record CharterBody(
        @Nullable List<@Nullable String> handles,
        @Nullable ContractBody request,
        @Nullable OlaBody ola,
        @Nullable CalendarBody calendar,
        @Nullable Integer capacity,
        @Nullable Integer urgentAllowance,
        @Nullable Integer progressEveryMinutes,
        @Nullable Integer marginPercent,
        @Nullable String guide,
        @Nullable FormsBody forms,
        @Nullable Instant validFrom,
        @Nullable ContactBody contact)
        implements Checked {

    @Override
    public void check(Checks checks) {
        checkNatures(checks);
        checks.inside("/request", request)
                .inside("/ola", ola)
                .inside("/calendar", calendar)
                .inside("/forms", forms)
                .inside("/contact", contact)
                .range("/capacity", capacity, 1, CharterContent.MOST_CAPACITY)
                .range("/urgentAllowance", urgentAllowance, 0, CharterContent.MOST_ALLOWANCE)
                .range(
                        "/progressEveryMinutes",
                        progressEveryMinutes,
                        CharterContent.LEAST_PROGRESS_MINUTES,
                        Ola.MOST_MINUTES)
                .range("/marginPercent", marginPercent, 0, CharterContent.MOST_MARGIN)
                .length("/guide", guide, 1, CharterContent.MOST_GUIDE)
                .that(guide == null || !guide.isBlank(), "/guide", "Expected words, but got blanks only.");
    }

    private void checkNatures(Checks checks) {
        if (handles == null) {
            return;
        }
        int most = CharterContent.MOST_NATURES;
        checks.that(
                handles.size() <= most,
                "/handles",
                "Expected at most " + most + " natures, but got " + handles.size() + ".");
        HashSet<String> seen = new HashSet<>();
        for (int i = 0; i < Math.min(handles.size(), most); i++) {
            String nature = handles.get(i);
            checks.required("/handles/" + i, nature)
                    .matches("/handles/" + i, nature, CharterContent.NATURE, "a nature such as payment-plan")
                    .that(nature == null || seen.add(nature), "/handles/" + i, "Expected each nature once.");
        }
    }

    /** What it says; the body must have been checked. */
    CharterContent content() {
        return new CharterContent(
                handles == null
                        ? null
                        : handles.stream().map(Objects::requireNonNull).toList(),
                request == null ? null : request.contract(),
                ola == null ? null : ola.ola(),
                calendar == null ? null : calendar.declared(),
                capacity,
                urgentAllowance,
                progressEveryMinutes,
                marginPercent,
                guide,
                forms == null ? null : forms.forms(),
                contact == null ? null : contact.contact());
    }

    /** A person to speak with. */
    record ContactBody(@Nullable String name, @Nullable String reachedAt) implements Checked {
        @Override
        public void check(Checks checks) {
            checks.required("/name", name)
                    .length("/name", name, 1, Limits.NAME)
                    .that(name == null || !name.isBlank(), "/name", "Expected a name, but got blanks only.")
                    .required("/reachedAt", reachedAt)
                    .length("/reachedAt", reachedAt, 1, Contact.MOST_REACHED_AT)
                    .that(
                            reachedAt == null || !reachedAt.isBlank(),
                            "/reachedAt",
                            "Expected an address, but got blanks only.");
        }

        Contact contact() {
            return new Contact(Objects.requireNonNull(name), Objects.requireNonNull(reachedAt));
        }
    }

    /** What the department needs of whoever asks. */
    record ContractBody(@Nullable List<@Nullable ContractFieldBody> fields) implements Checked {
        @Override
        public void check(Checks checks) {
            checks.required("/fields", fields).each("/fields", fields, RequestContract.MOST_FIELDS);
            for (int i = 0; fields != null && i < Math.min(fields.size(), RequestContract.MOST_FIELDS); i++) {
                checks.required("/fields/" + i, fields.get(i));
            }
            if (fields != null && checks.passed()) {
                try {
                    contract();
                } catch (IllegalArgumentException wrong) {
                    checks.that(false, "/fields", wrong.getMessage() + ".");
                }
            }
        }

        RequestContract contract() {
            return new RequestContract(Objects.requireNonNull(fields).stream()
                    .map(it -> Objects.requireNonNull(it).field())
                    .toList());
        }
    }

    /** By when the department says something and answers, in its working time. */
    record OlaBody(
            @Nullable Integer firstAnswerMinutes, @Nullable Integer resolutionMinutes) implements Checked {
        @Override
        public void check(Checks checks) {
            checks.required("/firstAnswerMinutes", firstAnswerMinutes)
                    .range("/firstAnswerMinutes", firstAnswerMinutes, 1, Ola.MOST_MINUTES)
                    .required("/resolutionMinutes", resolutionMinutes)
                    .range("/resolutionMinutes", resolutionMinutes, 1, Ola.MOST_MINUTES)
                    .that(
                            firstAnswerMinutes == null
                                    || resolutionMinutes == null
                                    || firstAnswerMinutes <= resolutionMinutes,
                            "/firstAnswerMinutes",
                            "Expected a first answer no later than the resolution.");
        }

        Ola ola() {
            return new Ola(Objects.requireNonNull(firstAnswerMinutes), Objects.requireNonNull(resolutionMinutes));
        }
    }
}
