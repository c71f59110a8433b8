package io.redress.intake.domain.messages;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.redress.intake.domain.diagnosis.YamlFields;
import java.util.Map;
import java.util.Set;

/** A message with places for the facts. A value is only ever inserted, never read as a template itself. */
record MessageTemplate(Template subject, Template body) {

    /** Plain text needs no HTML escaping. */
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).strictSections(true);

    static MessageTemplate compile(MessageKind kind, YamlFields fields) {
        return new MessageTemplate(template(kind, fields, "subject"), template(kind, fields, "body"));
    }

    Text fill(Map<String, Object> values) {
        return new Text(subject.execute(values).strip(), body.execute(values).strip() + "\n");
    }

    private static Template template(MessageKind kind, YamlFields fields, String field) {
        try {
            var template = COMPILER.compile(fields.text(field));
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
