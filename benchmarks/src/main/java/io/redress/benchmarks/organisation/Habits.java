package io.redress.benchmarks.organisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.redress.contracts.DepartmentCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a department behaves; shares from 0 to 1, of the requests to it.
 *
 * @param padding what is done early and held back until it was promised for
 * @param buffer how many times that in which it does 85 of 100 it promises; absent where it promises nothing of its own
 * @param questions what it asks a question back about
 * @param declines what it says is another's
 * @param declinesTo whom it names then
 * @param helps what it asks another department's help for
 * @param helpFrom whom it asks then
 * @param silence what lies about, unheard of, before it is begun
 * @param silenceHours how long, in its working time, unless the superior asks before
 * @param progress which of the reports of progress that are due are made
 * @param incomplete which of its answers to the front desk lack something at first, and go back
 * @param bargaining how it negotiates dates
 */
record Habits(
        double padding,
        @Nullable Double buffer,
        double questions,
        double declines,
        @Nullable DepartmentCode declinesTo,
        double helps,
        @Nullable DepartmentCode helpFrom,
        double silence,
        int silenceHours,
        double progress,
        double incomplete,
        Bargaining bargaining) {
    static final Habits NONE = new Habits(0, null, 0, 0, null, 0, null, 0, 0, 1);

    /** Of a department that takes dates as they come, and answers completely. */
    Habits(
            double padding,
            @Nullable Double buffer,
            double questions,
            double declines,
            @Nullable DepartmentCode declinesTo,
            double helps,
            @Nullable DepartmentCode helpFrom,
            double silence,
            int silenceHours,
            double progress) {
        this(
                padding,
                buffer,
                questions,
                declines,
                declinesTo,
                helps,
                helpFrom,
                silence,
                silenceHours,
                progress,
                0,
                Bargaining.NONE);
    }

    /** As they are written down: what is not named does not happen, and progress is told as it should be. */
    @JsonCreator
    static Habits declared(
            @Nullable Double padding,
            @Nullable Double buffer,
            @Nullable Double questions,
            @Nullable Double declines,
            @Nullable DepartmentCode declinesTo,
            @Nullable Double helps,
            @Nullable DepartmentCode helpFrom,
            @Nullable Double silence,
            @Nullable Integer silenceHours,
            @Nullable Double progress,
            @Nullable Double incomplete,
            @Nullable Bargaining bargaining) {
        return new Habits(
                orNone(padding),
                buffer,
                orNone(questions),
                orNone(declines),
                declinesTo,
                orNone(helps),
                helpFrom,
                orNone(silence),
                silenceHours == null ? 0 : silenceHours,
                progress == null ? 1 : progress,
                orNone(incomplete),
                bargaining == null ? Bargaining.NONE : bargaining);
    }

    private static double orNone(@Nullable Double share) {
        return share == null ? 0 : share;
    }

    /** All that is wrong with them. */
    List<String> flaws(DepartmentCode of) {
        List<String> flaws = new ArrayList<>(bargaining.flaws());
        Map.of(
                        "padding", padding,
                        "questions", questions,
                        "declines", declines,
                        "helps", helps,
                        "silence", silence,
                        "progress", progress,
                        "incomplete", incomplete)
                .forEach((name, share) -> {
                    if (!(share >= 0 && share <= 1)) {
                        flaws.add("Expected " + name + " of 0 to 1, but got " + share);
                    }
                });
        if (buffer != null && !(buffer > 0 && buffer <= 100)) {
            flaws.add("Expected a buffer of more than 0 and at most 100, but got " + buffer);
        }
        if (declines > 0 && (declinesTo == null || declinesTo.equals(of))) {
            flaws.add("Expected another department in declinesTo, because it declines");
        }
        if (helps > 0 && (helpFrom == null || helpFrom.equals(of))) {
            flaws.add("Expected another department in helpFrom, because it asks for help");
        }
        if (silenceHours < 0 || silenceHours > 2_000 || silence > 0 && silenceHours == 0) {
            flaws.add("Expected silenceHours of 1 to 2,000 where there is silence, but got " + silenceHours);
        }
        flaws.sort(null);
        return flaws;
    }

    /** The same with another value of one habit; null where there is no such habit. */
    @Nullable
    Habits with(String habit, double value) {
        return switch (habit) {
            case "padding" -> copy(value, buffer, questions, declines, helps, silence, progress, incomplete);
            case "buffer" -> copy(padding, value, questions, declines, helps, silence, progress, incomplete);
            case "questions" -> copy(padding, buffer, value, declines, helps, silence, progress, incomplete);
            case "declines" -> copy(padding, buffer, questions, value, helps, silence, progress, incomplete);
            case "helps" -> copy(padding, buffer, questions, declines, value, silence, progress, incomplete);
            case "silence" -> copy(padding, buffer, questions, declines, helps, value, progress, incomplete);
            case "progress" -> copy(padding, buffer, questions, declines, helps, silence, value, incomplete);
            case "incomplete" -> copy(padding, buffer, questions, declines, helps, silence, progress, value);
            default -> null;
        };
    }

    /** The same with another way to negotiate. */
    Habits with(Bargaining next) {
        return new Habits(
                padding,
                buffer,
                questions,
                declines,
                declinesTo,
                helps,
                helpFrom,
                silence,
                silenceHours,
                progress,
                incomplete,
                next);
    }

    private Habits copy(
            double pads,
            @Nullable Double buffers,
            double asks,
            double refuses,
            double needs,
            double rests,
            double tells,
            double lacks) {
        return new Habits(
                pads,
                buffers,
                asks,
                refuses,
                declinesTo,
                needs,
                helpFrom,
                rests,
                silenceHours,
                tells,
                lacks,
                bargaining);
    }
}
