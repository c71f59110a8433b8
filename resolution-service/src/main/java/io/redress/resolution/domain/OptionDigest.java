package io.redress.resolution.domain;

import io.redress.contracts.Money;
import io.redress.contracts.Remedy;
import io.redress.contracts.Reserve;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells whether options are the same ones, whatever their place in a proposal is. */
final class OptionDigest {
    private OptionDigest() {}

    /** SHA-256 of what an option says, without its ids. */
    static String of(Option option) {
        return digest(content(option));
    }

    /** SHA-256 of options with their places, as a customer sees them. */
    static String of(List<Option> options) {
        return digest(
                options.stream().flatMap(it -> Stream.of(it.optionId(), of(it))).toList());
    }

    private static List<String> content(Option option) {
        Stream<String> said = Stream.of(
                option.kind(),
                option.title(),
                text(option.cost()),
                Integer.toString(option.days()),
                Objects.requireNonNullElse(option.disadvantage(), ""),
                Objects.requireNonNullElse(option.consequence(), ""));
        Stream<String> held = Objects.requireNonNullElse(option.reserves(), List.<Reserve>of()).stream()
                .map(it -> it.resource() + " " + it.quantity());
        Stream<String> done = option.steps().stream().flatMap(OptionDigest::content);
        return Stream.of(said, held, done).flatMap(it -> it).toList();
    }

    private static Stream<String> content(Step step) {
        Remedy remedy = step.remedy();
        return Stream.of(
                step.department().value(),
                step.action(),
                Objects.requireNonNullElse(step.undo(), ""),
                Objects.toString(step.days(), ""),
                remedy == null
                        ? ""
                        : remedy.kind() + " " + text(remedy.amount()) + Objects.requireNonNullElse(remedy.item(), ""));
    }

    private static String text(@Nullable Money money) {
        return money == null ? "" : money.amount().toPlainString() + " " + money.currency();
    }

    private static String digest(List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // With its length, so that no text can be taken for two.
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Expected SHA-256, which every Java has", missing);
        }
    }
}
