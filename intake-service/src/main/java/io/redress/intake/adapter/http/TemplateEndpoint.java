package io.redress.intake.adapter.http;

import io.redress.chassis.http.Refusal;
import io.redress.intake.domain.Formality;
import io.redress.intake.domain.Tone;
import io.redress.intake.domain.diagnosis.RuleBook;
import io.redress.intake.domain.messages.MessageKind;
import io.redress.intake.domain.messages.Preview;
import io.redress.intake.domain.messages.Text;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What customers can be told, for those who want to read it beforehand. Changes nothing. */
@RestController
class TemplateEndpoint {
    private final Preview preview;
    private final TemplateList all;

    TemplateEndpoint(Preview preview) {
        this.preview = preview;
        this.all = new TemplateList(
                Arrays.stream(MessageKind.values()).map(TemplateKind::of).toList(),
                RuleBook.LANGUAGES.stream()
                        .flatMap(language -> Arrays.stream(Formality.values())
                                .map(formality -> new TemplateTexts(
                                        language, formality.wireName(), preview.version(language, formality))))
                        .toList());
    }

    @GetMapping("/api/v1/message-templates")
    TemplateList list() {
        return all;
    }

    @PostMapping("/api/v1/message-templates/{kind}:preview")
    Shown preview(@PathVariable String kind, @RequestBody PreviewBody body) {
        MessageKind known = Arrays.stream(MessageKind.values())
                .filter(it -> it.wireName().equals(kind))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        Text text = preview.of(
                known, body.spoken(), body.addressing(), body.inTone(), PreviewValues.fit(known, body.values()));
        return new Shown(
                known.wireName(),
                body.spoken(),
                body.inTone().wireName(),
                body.addressing().wireName(),
                text.subject(),
                text.body(),
                preview.version(body.spoken(), body.addressing()));
    }

    /** All kinds, and where their words are. */
    record TemplateList(List<TemplateKind> kinds, List<TemplateTexts> texts) {}

    /**
     * A kind of message.
     *
     * @param tones the ones with words of their own; empty where the tone makes no difference
     */
    record TemplateKind(String kind, List<String> tones, List<String> placeholders) {
        static TemplateKind of(MessageKind kind) {
            return new TemplateKind(
                    kind.wireName(),
                    kind.tones().stream().map(Tone::wireName).toList(),
                    kind.placeholders().stream().sorted().toList());
        }
    }

    /** The texts of a language for one form of address, in the version in use. */
    record TemplateTexts(String language, String formality, String version) {}

    /** A text as a customer would read it. */
    record Shown(
            String kind, String language, String tone, String formality, String subject, String body, String version) {}
}
