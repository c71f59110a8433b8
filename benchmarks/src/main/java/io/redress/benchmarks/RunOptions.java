package io.redress.benchmarks;

import java.io.PrintWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command that measures something has: a broker, and where its figures go. */
final class RunOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    KafkaOption kafka;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    JsonOption json;

    /** The screen. */
    PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
