package io.redress.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. Exits 0 where all is well, 1 where it is not, 2 where the command was not understood. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        version = "benchmarks 0.1.0",
        description = "Measures a running Redress and checks what it left behind.",
        subcommands = {
            LifecycleCommand.class,
            LimitsCommand.class,
            IntakeCommand.class,
            CheckCommand.class,
            DiagnosisCommand.class,
            IncidentsCommand.class,
            BurstCommand.class,
            OutageCommand.class,
            WorklistCommand.class,
            OrganisationCommand.class,
            JmhCommand.class
        })
public final class Benchmarks implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private Benchmarks() {}

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Benchmarks()).setExecutionExceptionHandler((problem, command, _) -> {
            if (problem instanceof CannotRun) {
                command.getErr().println(problem.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw problem;
        });
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Expected a command: lifecycle, limits, intake, check, diagnosis, incidents, burst, worklist, organisation"
                        + " or jmh.");
    }
}
