package io.redress.intake.domain.messages;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.redress.intake.domain.Tone;
import io.redress.intake.domain.diagnosis.YamlFields;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * A message with places for the facts. A value is only ever inserted, never read as a template itself.
 *
 * @param bodies one per tone that has words of its own; a kind without tones has one, the neutral
 */
record MessageTemplate(Template subject, Map<Tone, Template> bodies) {
    private static final String TONE = "{{>tone}}";

    /** Plain text needs no HTML escaping. */
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).strictSections(true);

    static MessageTemplate compile(MessageKind kind, YamlFields fields) {
        var subject = template(kind, fields, "subject", fields.text("subject"));
        var body = fields.text("body");
        var bodies = new EnumMap<Tone, Template>(Tone.class);
        if (kind.tones().isEmpty()) {
            bodies.put(Tone.NEUTRAL, template(kind, fields, "body", body));
            return new MessageTemplate(subject, bodies);
        }
        if (!body.contains(TONE)) {
            throw fields.refused("the place " + TONE + " in \"body\" for the words of the tones");
        }
        var tones = fields.part("tones");
        for (var tone : kind.tones()) {
            var words = tones.text(tone.wireName()).strip();
            bodies.put(tone, template(kind, tones, tone.wireName(), body.replace(TONE, words)));
        }
        tones.expectNothingElse();
        return new MessageTemplate(subject, bodies);
    }

    /** In this tone, or in the next milder one that has words of its own. */
    Text fill(Tone tone, Map<String, Object> values) {
        var nearest = tone;
        while (!bodies.containsKey(nearest) && nearest != Tone.NEUTRAL) {
            nearest = nearest.milder();
        }
        var body = bodies.get(nearest);
        if (body == null) {
            throw new IllegalStateException("Expected every kind to have neutral words");
        }
        return new Text(
                subject.execute(values).strip(),
                body.execute(values).replaceAll("\n{3,}", "\n\n").strip() + "\n");
    }

    private static Template template(MessageKind kind, YamlFields fields, String field, String source) {
        try {
            var template = COMPILER.compile(source);
            template.visit(new KnownPlaceholders(kind.placeholders(), fields, field));
            return template;
        } catch (MustacheException malformed) {
            throw fields.refused("a template in \"" + field + "\", but " + malformed.getMessage());
        }
    }

    private record KnownPlaceholders(Set<String> known, YamlFields fields, String field) implements Mustache.Visitor {
        @Override
        public void visitText(String text) {}

        @Override
        public void visitVariable(String name) {
            check(name);
        }

        @Override
        public boolean visitInclude(String name) {
            throw fields.refused("no other template in \"" + field + "\", but got " + name);
        }

        @Override
        public boolean visitSection(String name) {
            return check(name);
        }

        @Override
        public boolean visitInvertedSection(String name) {
            return check(name);
        }

        private boolean check(String name) {
            if (!known.contains(name)) {
                throw fields.refused("only the placeholders "
                        + known.stream().sorted().toList() + " in \"" + field + "\", but got " + name);
            }
            return true;
        }
    }
}
