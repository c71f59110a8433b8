package io.redress.routing.domain.bursts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What similar complaints have in common: what they are about and, where that is known, which product and which region.
 *
 * @param nature as in the diagnosis; {@value #EVERYTHING} for the stream of all complaints
 * @param product lower-case; absent where it makes no difference
 * @param region lower-case; absent likewise
 */
public record Signature(
        String nature, @Nullable String product, @Nullable String region) {
    /** Stands for complaints of every nature. */
    public static final String EVERYTHING = "*";

    private static final char SEPARATOR = '|';
    private static final int MOST = 60;
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}|\\p{Cs}]+");

    public Signature {
        nature = word(nature);
        product = product == null || product.isBlank() ? null : word(product);
        region = region == null || region.isBlank() ? null : word(region);
        if (nature.isEmpty()) {
            throw new IllegalArgumentException("Expected the nature of the complaints, but it is blank");
        }
    }

    /** Reads what {@link #key} has written. */
    public static Signature of(String key) {
        String[] parts = key.split("\\|", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("Expected nature|product|region, but got " + key);
        }
        return new Signature(parts[0], parts[1], parts[2]);
    }

    /** As one text: the nature, the product and the region, which may be empty, with bars between them. */
    public String key() {
        return nature + SEPARATOR + (product == null ? "" : product) + SEPARATOR + (region == null ? "" : region);
    }

    /** Itself and all that is less specific, the most specific first. */
    public List<Signature> andMoreGeneral() {
        List<Signature> all = new ArrayList<>(4);
        all.add(this);
        if (product != null && region != null) {
            all.add(new Signature(nature, product, null));
            all.add(new Signature(nature, null, region));
        }
        if (product != null || region != null) {
            all.add(new Signature(nature, null, null));
        }
        return all;
    }

    /** The stream it is part of: complaints of every nature about the same product and region. */
    Signature stream() {
        return new Signature(EVERYTHING, product, region);
    }

    /** Whether every complaint of the other is one of this, too; it covers itself. */
    public boolean covers(Signature other) {
        return other.andMoreGeneral().contains(this);
    }

    private static String word(String text) {
        String plain = UNFIT.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return plain.length() <= MOST ? plain : plain.substring(0, MOST).strip();
    }
}
