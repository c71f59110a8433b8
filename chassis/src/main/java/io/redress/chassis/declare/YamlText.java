package io.redress.chassis.declare;

import java.io.InputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML as plain values: nothing but maps, lists, texts, numbers and flags, each key once. */
public final class YamlText {
    private YamlText() {}

    /**
     * Reads a document; null where it is empty.
     *
     * @throws org.yaml.snakeyaml.error.YAMLException where it is not YAML
     */
    public static @Nullable Object read(InputStream yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        // A draft comes from a caller: an alias in an alias must not make it large.
        options.setMaxAliasesForCollections(10);
        options.setNestingDepthLimit(20);
        DumperOptions none = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(none), none, options, new Undated()).load(yaml);
    }

    /** An instant stays the text that was written, since whoever reads the values knows better what it is. */
    private static final class Undated extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern form, @Nullable String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
                super.addImplicitResolver(tag, form, first, limit);
            }
        }
    }
}
