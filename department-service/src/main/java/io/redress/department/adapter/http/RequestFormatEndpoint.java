package io.redress.department.adapter.http;

import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.security.Caller;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.department.adapter.mail.MailSettings;
import io.redress.department.adapter.mail.RequestMail;
import io.redress.department.application.RequestView;
import io.redress.department.application.forms.Csv;
import io.redress.department.application.forms.Form;
import io.redress.department.application.forms.RequestLetter;
import io.redress.department.application.forms.WhatIsAsked;
import io.redress.department.application.forms.WrongFormat;
import io.redress.department.domain.Charters;
import io.redress.department.domain.RequestContract;
import io.redress.department.domain.RequestForms;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Requests in the format that their department reads, and what is asked of it in that format (R67). */
@RestController
class RequestFormatEndpoint {
    private static final String REQUEST = "/api/v1/departments/{code}/requests/{requestId}";
    private static final String FIELDS = "/api/v1/departments/{code}/request-fields";

    private final RequestEndpoint requests;
    private final Charters charters;
    private final MailSettings settings;

    RequestFormatEndpoint(RequestEndpoint requests, Charters charters, MailSettings settings) {
        this.requests = requests;
        this.charters = charters;
        this.settings = settings;
    }

    @GetMapping(path = REQUEST, produces = "text/csv")
    Mono<ResponseEntity<byte[]>> line(
            @PathVariable DepartmentCode code, @PathVariable RequestId requestId, Caller caller) {
        return shown(
                code,
                requestId,
                caller,
                "text/csv",
                (forms, request) -> Csv.write(forms, WhatIsAsked.of(request)).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(path = REQUEST, produces = "text/plain")
    Mono<ResponseEntity<byte[]>> form(
            @PathVariable DepartmentCode code, @PathVariable RequestId requestId, Caller caller) {
        return shown(
                code,
                requestId,
                caller,
                "text/plain",
                (forms, request) -> Form.write(forms, WhatIsAsked.of(request)).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(path = REQUEST, produces = "message/rfc822")
    Mono<ResponseEntity<byte[]>> mail(
            @PathVariable DepartmentCode code, @PathVariable RequestId requestId, Caller caller) {
        return shown(
                code,
                requestId,
                caller,
                "message/rfc822",
                (forms, request) -> RequestMail.write(
                        requestId,
                        RequestLetter.of(forms, WhatIsAsked.of(request)),
                        settings.from(),
                        Objects.requireNonNullElse(forms.address(), settings.from()),
                        forms.language(),
                        request.raisedAt()));
    }

    /** What somebody wants of a department, written as that department writes it, in the names of its request contract. */
    @PostMapping(path = FIELDS, consumes = "text/csv")
    Fields ofLine(@PathVariable DepartmentCode code, @RequestBody byte[] body) {
        return fields(code, body, Csv::read);
    }

    @PostMapping(path = FIELDS, consumes = "text/plain")
    Fields ofForm(@PathVariable DepartmentCode code, @RequestBody byte[] body) {
        return fields(code, body, Form::read);
    }

    /** As {@code POST .../replies} takes them for help. */
    record Fields(Map<String, String> fields) {}

    private Fields fields(DepartmentCode code, byte[] body, Reading reading) {
        Map<String, String> values;
        try {
            values = reading.read(charters.of(code).forms(), MessageEndpoint.text(body));
        } catch (WrongFormat wrong) {
            throw MessageEndpoint.refusal(wrong);
        }
        Map<String, String> given = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (field.startsWith(RequestForms.CONTRACT_FIELD)) {
                given.put(field.substring(RequestForms.CONTRACT_FIELD.length()), value);
            }
        });
        return switch (charters.of(code).request().check(given)) {
            case RequestContract.Checked.Fit(var fit) -> new Fields(fit);
            case RequestContract.Checked.Unfit(var flaws) -> throw Refusal.unprocessable(FieldsBody.reasons(flaws));
        };
    }

    private Mono<ResponseEntity<byte[]>> shown(
            DepartmentCode code, RequestId requestId, Caller caller, String type, Showing showing) {
        RequestForms forms = charters.of(code).forms();
        return requests.read(code, requestId, caller, Positions.none())
                .map(answer -> ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                        .body(showing.show(forms, Objects.requireNonNull(answer.getBody()))));
    }

    private interface Showing {
        byte[] show(RequestForms forms, RequestView request);
    }

    private interface Reading {
        Map<String, String> read(RequestForms forms, String text);
    }
}
