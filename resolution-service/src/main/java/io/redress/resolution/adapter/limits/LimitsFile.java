package io.redress.resolution.adapter.limits;

import io.redress.chassis.http.StrictJson;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Money;
import io.redress.resolution.domain.ValueLimits;
import io.redress.resolution.domain.ValueLimits.Edition;
import io.redress.resolution.domain.ValueLimits.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;

/** Reads {@code value-limits.yaml}: editions of limits, each in force from its date. */
public final class LimitsFile {
    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,14}(?:\\.[0-9]{1,4})?) ([A-Z]{3})");

    private LimitsFile() {}

    /**
     * Reads limits.
     *
     * @param name of the file, for what is said about it
     * @throws IllegalArgumentException where they are none; the message says why
     */
    public static ValueLimits read(String name, InputStream yaml) {
        LoaderOptions limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        try (yaml) {
            Object content = new Yaml(new SafeConstructor(limits)).load(yaml);
            return StrictJson.mapper().convertValue(content, Content.class).limits();
        } catch (YAMLException | JacksonException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "Expected value limits in " + name + ", but " + unreadable.getMessage(), unreadable);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read " + name, e);
        }
    }

    private record Content(List<Written> editions) {
        ValueLimits limits() {
            return new ValueLimits(editions.stream().map(Written::edition).toList());
        }
    }

    private record Written(String version, Instant validFrom, List<Line> limits) {
        Edition edition() {
            return new Edition(
                    version, validFrom, limits.stream().map(Line::row).toList());
        }
    }

    /** @param natures separated by blanks */
    private record Line(
            @Nullable DepartmentCode role,
            Customer.@Nullable Tier tier,
            @Nullable String natures,
            List<String> upTo) {
        Row row() {
            return new Row(
                    role,
                    tier,
                    natures == null ? List.of() : List.of(natures.split(" ", -1)),
                    upTo.stream().map(LimitsFile::money).toList());
        }
    }

    private static Money money(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            throw new IllegalArgumentException("Expected an amount such as 500.00 EUR, but got " + text);
        }
        return new Money(new BigDecimal(amount.group(1)), amount.group(2));
    }
}
