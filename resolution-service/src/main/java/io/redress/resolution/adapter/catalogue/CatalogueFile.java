package io.redress.resolution.adapter.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.redress.chassis.http.StrictJson;
import io.redress.contracts.DepartmentCode;
import io.redress.resolution.domain.OptionCatalogue;
import io.redress.resolution.domain.OptionCatalogue.CatalogueOption;
import io.redress.resolution.domain.OptionCatalogue.Phrase;
import io.redress.resolution.domain.OptionCatalogue.Worse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;

/** Reads {@code options.yaml}: the options by name, and which of them suit which nature of a case. */
public final class CatalogueFile {

    private CatalogueFile() {}

    /**
     * Reads a catalogue.
     *
     * @param name of the file, for what is said about it
     * @throws IllegalArgumentException where it is not one; the message says why
     */
    public static OptionCatalogue read(String name, InputStream yaml) {
        LoaderOptions limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        try (yaml) {
            Object content = new Yaml(new SafeConstructor(limits)).load(yaml);
            return StrictJson.mapper().convertValue(content, Content.class).catalogue(name);
        } catch (YAMLException | JacksonException unreadable) {
            throw new IllegalArgumentException(
                    "Expected a catalogue of options in " + name + ", but " + unreadable.getMessage(), unreadable);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read " + name, e);
        }
    }

    /**
     * The file as it is written.
     *
     * @param natures for each list of options, the natures it suits, separated by blanks
     */
    private record Content(
            Map<String, Declared> options,
            List<Suiting> natures,
            List<String> otherwise,
            String clarification,
            @JsonProperty("only-option") Map<String, String> onlyOption,
            @JsonProperty("could-not-be-done") Map<String, String> couldNotBeDone,
            @JsonProperty("takes-longer") Map<String, String> takesLonger,
            @JsonProperty("worse-than-chosen") @Nullable DeclaredWorse worseThanChosen,
            @JsonProperty("no-longer-there") @Nullable Map<String, String> noLongerThere,
            @JsonProperty("you-keep") @Nullable Map<String, String> youKeep) {

        OptionCatalogue catalogue(String name) {
            Map<String, List<CatalogueOption>> byNature = new HashMap<>();
            for (Suiting suiting : natures) {
                for (String nature : suiting.about().split(" ", -1)) {
                    if (byNature.put(nature, named(suiting.offer(), name)) != null) {
                        throw new IllegalArgumentException(
                                "Expected each nature once in " + name + ", but got " + nature + " twice");
                    }
                }
            }
            return new OptionCatalogue(
                    byNature,
                    named(otherwise, name),
                    named(clarification, name),
                    new Phrase(onlyOption),
                    new Phrase(couldNotBeDone),
                    new Phrase(takesLonger),
                    worseThanChosen == null ? Worse.IN_ENGLISH : worseThanChosen.worse(),
                    noLongerThere == null ? OptionCatalogue.GONE_IN_ENGLISH : new Phrase(noLongerThere),
                    youKeep == null ? OptionCatalogue.KEPT_IN_ENGLISH : new Phrase(youKeep));
        }

        private List<CatalogueOption> named(List<String> kinds, String name) {
            List<CatalogueOption> found = new ArrayList<>();
            kinds.forEach(kind -> found.add(named(kind, name)));
            return found;
        }

        private CatalogueOption named(String kind, String name) {
            Declared declared = options.get(kind);
            if (declared == null) {
                throw new IllegalArgumentException(
                        "Expected one of the options " + options.keySet() + " in " + name + ", but got " + kind);
            }
            return declared.option(kind);
        }
    }

    private record DeclaredWorse(
            @JsonProperty("takes-longer") Map<String, String> longer,
            @JsonProperty("worth-less") Map<String, String> less) {
        Worse worse() {
            return new Worse(new Phrase(longer), new Phrase(less));
        }
    }

    private record Suiting(String about, List<String> offer) {}

    private record Declared(
            int days,
            Map<String, String> title,
            @Nullable Map<String, String> disadvantage,
            @Nullable DepartmentCode by) {

        CatalogueOption option(String kind) {
            return new CatalogueOption(
                    kind, days, new Phrase(title), disadvantage == null ? null : new Phrase(disadvantage), by);
        }
    }
}
