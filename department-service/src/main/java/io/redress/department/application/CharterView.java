package io.redress.department.application;

import io.redress.chassis.time.work.DeclaredCalendar;
import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.Charter;
import io.redress.department.domain.CharterBook;
import io.redress.department.domain.CharterBook.Edition;
import io.redress.department.domain.CharterContent;
import io.redress.department.domain.Contact;
import io.redress.department.domain.ContractField;
import io.redress.department.domain.Ola;
import io.redress.department.domain.RequestContract;
import io.redress.department.domain.RequestForms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to ask a department for something, to be read before asking (R66, R78-R81). What it has not said is the usual.
 *
 * @param version 0 where it has published nothing
 * @param validFrom absent where it has published nothing
 * @param ola absent where it has not said it: it answers in the time for which it is registered
 * @param calendar absent likewise
 * @param guide absent where there is none
 * @param contact whom to speak with; absent where it has named nobody
 * @param agreed departments that hold themselves to it, too
 * @param announced versions whose time is still to come
 */
public record CharterView(
        DepartmentCode department,
        int version,
        @Nullable Instant validFrom,
        List<String> handles,
        ContractView request,
        @Nullable Ola ola,
        @Nullable DeclaredCalendar calendar,
        int capacity,
        int urgentAllowance,
        long progressEveryMinutes,
        int marginPercent,
        @Nullable String guide,
        @Nullable RequestForms forms,
        @Nullable Contact contact,
        List<AgreedView> agreed,
        List<AnnouncedView> announced) {

    /**
     * What it needs of whoever asks.
     *
     * @param schema a JSON Schema of the fields
     * @param template to be filled in
     */
    public record ContractView(List<ContractField> fields, Map<String, Object> schema, Map<String, String> template) {

        static ContractView of(DepartmentCode department, RequestContract contract) {
            return new ContractView(
                    contract.fields(), ContractSchema.of(department, contract), contract.template(Map.of()));
        }
    }

    /** A department that has agreed. */
    public record AgreedView(DepartmentCode department, Instant at) {
        static List<AgreedView> of(Edition edition) {
            return edition.agreed().stream()
                    .map(it -> new AgreedView(it.with(), it.at()))
                    .toList();
        }
    }

    /** A version to come. */
    public record AnnouncedView(int version, Instant validFrom) {
        static List<AnnouncedView> of(CharterBook book, Instant at) {
            return book.announced(at).stream()
                    .map(it -> new AnnouncedView(it.version(), it.validFrom()))
                    .toList();
        }
    }

    /** The charter in force at an instant. */
    public static CharterView of(CharterBook book, Instant at) {
        Edition edition = book.inForce(at).orElse(null);
        CharterContent content = edition == null ? CharterContent.NOTHING : edition.content();
        Charter charter = Charter.withoutCalendar(book.department(), edition == null ? 0 : edition.version(), content);
        return new CharterView(
                book.department(),
                charter.version(),
                edition == null ? null : edition.validFrom(),
                charter.handles(),
                ContractView.of(book.department(), charter.request()),
                content.ola(),
                content.calendar(),
                charter.capacity(),
                charter.urgentAllowance(),
                charter.progressEvery().toMinutes(),
                charter.margin(),
                content.guide(),
                content.forms(),
                content.contact(),
                edition == null ? List.of() : AgreedView.of(edition),
                AnnouncedView.of(book, at));
    }
}
