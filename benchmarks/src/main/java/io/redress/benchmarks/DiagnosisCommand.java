package io.redress.benchmarks;

import io.redress.benchmarks.diagnosis.Evaluation;
import io.redress.benchmarks.diagnosis.Labelled;
import io.redress.benchmarks.diagnosis.Score;
import io.redress.intake.domain.diagnosis.Diagnostician;
import io.redress.intake.domain.diagnosis.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diagnosis",
        mixinStandardHelpOptions = true,
        description = {
            "Reads labelled complaints with the rules of the product and says how many lead to the right department.",
            "One JSON object a line: text, lang, departments (the leading one first; FIN LOG QC PROD MKT LEGAL SM CS"
                    + " NONE). Nothing has to run."
        })
final class DiagnosisCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private JsonOption json;

    @Parameters(paramLabel = "FILE", description = "The labelled complaints, JSON Lines.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(
            names = "--rules",
            paramLabel = "FOLDER",
            description = "Where the folder \"rules\" is; without it the rules that ship are used.")
    private @Nullable Path rules;

    @Override
    public Integer call() {
        RuleBook book = book();
        Map<String, Score> scores = new Evaluation(new Diagnostician(book), System.err).run(Labelled.read(file));
        json.write(DiagnosisReport.figures(book.version(), scores));
        DiagnosisReport.print(book.version(), scores, spec.commandLine().getOut());
        return 0;
    }

    private RuleBook book() {
        try {
            return RuleBook.load(this::content);
        } catch (IllegalArgumentException refused) {
            throw new CannotRun(String.valueOf(refused.getMessage()), refused);
        }
    }

    private String content(String path) {
        try (InputStream in = rules == null
                ? RuleBook.class.getClassLoader().getResourceAsStream(path)
                : Files.newInputStream(rules.resolve(path))) {
            if (in == null) {
                throw new CannotRun("Expected the rules on the class path, but " + path + " is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CannotRun("Expected rules, but " + path + " cannot be read: " + e.getMessage(), e);
        }
    }
}
