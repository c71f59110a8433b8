package io.redress.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What the money library has to say. */
class MonetaTest {
    private static final Logger CONTEXT = Logger.getLogger("org.javamoney.moneta.DefaultMonetaryContextFactory");

    @Test
    void how_exactly_money_is_counted_is_no_news_and_warnings_stay() {
        assertThat(new ResolutionApplication()).isNotNull();

        assertThat(CONTEXT.isLoggable(Level.INFO)).isFalse();
        assertThat(CONTEXT.isLoggable(Level.WARNING)).isTrue();
    }
}
