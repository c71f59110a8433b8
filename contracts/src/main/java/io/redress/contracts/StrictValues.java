package io.redress.contracts;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Times and amounts are strings in one form. Jackson alone would also take numbers and arrays. */
final class StrictValues extends SimpleModule {
    private static final long serialVersionUID = 1L;
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,4})?");
    private static final Instant YEAR_10000 = Instant.parse("9999-12-31T23:59:59.999999999Z");

    StrictValues() {
        super("redress-strict-values");
        addDeserializer(Instant.class, new FromString<>(Instant.class, StrictValues::instant));
        addDeserializer(LocalDate.class, new FromString<>(LocalDate.class, LocalDate::parse));
        addDeserializer(BigDecimal.class, new FromString<>(BigDecimal.class, StrictValues::amount));
    }

    private static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        // Later ones fit no calendar, and adding to them overflows.
        if (instant.isBefore(Instant.EPOCH) || instant.isAfter(YEAR_10000)) {
            throw new DateTimeException("outside 1970 to 9999");
        }
        return instant;
    }

    private static BigDecimal amount(String text) {
        if (!AMOUNT.matcher(text).matches()) {
            throw new NumberFormatException("not a plain decimal");
        }
        return new BigDecimal(text);
    }

    private static final class FromString<T> extends StdScalarDeserializer<T> {
        private final Function<String, T> parse;

        FromString(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            String text = parser.getString();
            try {
                return parse.apply(text);
            } catch (DateTimeException | NumberFormatException notOne) {
                return (T) context.handleWeirdStringValue(handledType(), text, "not in the form of the contract");
            }
        }
    }
}
