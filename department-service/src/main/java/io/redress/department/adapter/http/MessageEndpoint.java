package io.redress.department.adapter.http;

import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.security.Caller;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.department.adapter.mail.ReceivedMail;
import io.redress.department.application.RequestView;
import io.redress.department.application.forms.Csv;
import io.redress.department.application.forms.Form;
import io.redress.department.application.forms.StaffMessage;
import io.redress.department.application.forms.WrongFormat;
import io.redress.department.domain.Charters;
import io.redress.department.domain.RequestForms;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What people of a department without a system of its own send about their requests: a mail, a form or a line (R67, R152). */
@RestController
class MessageEndpoint {
    private final RequestEndpoint requests;
    private final Charters charters;

    MessageEndpoint(RequestEndpoint requests, Charters charters) {
        this.requests = requests;
        this.charters = charters;
    }

    /**
     * The request after the message.
     *
     * @param notices what of the message was not read
     */
    record Received(RequestView request, List<String> notices) {}

    @PostMapping(path = "/api/v1/departments/{code}/messages", consumes = "message/rfc822")
    Mono<ResponseEntity<Received>> mail(
            @PathVariable DepartmentCode code,
            @RequestBody byte[] body,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        Access.toReply(caller, code);
        RequestForms forms = charters.of(code).forms();
        return refusing(() -> {
            ReceivedMail mail = ReceivedMail.read(body);
            StaffMessage message = Form.isOne(forms, mail.text())
                    ? StaffMessage.of(forms, Form.read(forms, mail.text()))
                    : StaffMessage.of(forms, mail.about(), mail.text().strip());
            String by = mail.from().isBlank() ? caller.subject() : mail.from();
            return said(message.reply(replyId(key, mail), code, by), code, mail.notices(), traceparent);
        });
    }

    @PostMapping(path = "/api/v1/departments/{code}/messages", consumes = "text/plain")
    Mono<ResponseEntity<Received>> form(
            @PathVariable DepartmentCode code,
            @RequestBody byte[] body,
            IdempotencyKey key,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        Access.toReply(caller, code);
        RequestForms forms = charters.of(code).forms();
        return refusing(() -> {
            String text = text(body);
            int end = text.indexOf('\n');
            StaffMessage message = Form.isOne(forms, text)
                    ? StaffMessage.of(forms, Form.read(forms, text))
                    : StaffMessage.of(
                            forms, end < 0 ? text : text.substring(0, end), end < 0 ? "" : text.substring(end + 1));
            return said(message.reply(key.value(), code, caller.subject()), code, List.of(), traceparent);
        });
    }

    @PostMapping(path = "/api/v1/departments/{code}/messages", consumes = "text/csv")
    Mono<ResponseEntity<Received>> line(
            @PathVariable DepartmentCode code,
            @RequestBody byte[] body,
            IdempotencyKey key,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        Access.toReply(caller, code);
        RequestForms forms = charters.of(code).forms();
        return refusing(() -> {
            StaffMessage message = StaffMessage.of(forms, Csv.read(forms, text(body)));
            return said(message.reply(key.value(), code, caller.subject()), code, List.of(), traceparent);
        });
    }

    private Mono<ResponseEntity<Received>> said(
            DepartmentReply reply, DepartmentCode code, List<String> notices, String traceparent) {
        return requests.say((DepartmentReply.OnRequest) reply, code, traceparent)
                .map(answer -> ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .body(new Received(Objects.requireNonNull(answer.getBody()), notices)));
    }

    private interface Saying {
        Mono<ResponseEntity<Received>> say();
    }

    private static Mono<ResponseEntity<Received>> refusing(Saying saying) {
        try {
            return saying.say();
        } catch (WrongFormat wrong) {
            throw refusal(wrong);
        }
    }

    /** With what would be right, so that the next try succeeds. */
    static Refusal refusal(WrongFormat wrong) {
        String right = wrong.right().isEmpty() ? "" : " " + wrong.right();
        return Refusal.unprocessable("wrong-format", wrong.getMessage() + "." + right);
    }

    static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString()
                    .replace("\r\n", "\n");
        } catch (CharacterCodingException notUtf8) {
            throw Refusal.unreadable("Expected text in UTF-8.");
        }
    }

    /** A mail has an id of its own, which is the same however often it is forwarded to us. */
    private static String replyId(@Nullable String key, ReceivedMail mail) {
        return key == null && mail.messageId() != null
                ? "mail-" + digest(mail.messageId())
                : IdempotencyKey.parse(key).value();
    }

    private static String digest(String text) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
