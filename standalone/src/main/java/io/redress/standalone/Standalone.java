package io.redress.standalone;

import io.redress.standalone.machine.StartFailure;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

/** The whole product in one command; ends with 0 when asked to stop, 1 if it cannot start, 2 if misused. */
@Command(
        name = "standalone",
        mixinStandardHelpOptions = true,
        versionProvider = Standalone.Version.class,
        subcommands = ReadTopic.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description =
                "Runs Redress on this machine: a Kafka broker, the services and the gateway, with data in one folder.")
public final class Standalone implements Callable<Integer> {
    private final Supplier<Product> product;

    @Mixin
    private Options options = new Options();

    private Standalone(Supplier<Product> product) {
        this.product = product;
    }

    /** Runs until asked to stop. */
    public static void main(String[] arguments) {
        System.exit(commandLine(Product::redress).execute(arguments));
    }

    static CommandLine commandLine(Supplier<Product> product) {
        return new CommandLine(new Standalone(product)).setExecutionExceptionHandler((failure, line, parsed) -> {
            if (failure instanceof StartFailure known) {
                line.getErr().println(known.getMessage());
                return ExitCode.SOFTWARE;
            }
            throw failure;
        });
    }

    @Override
    public Integer call() throws InterruptedException {
        return new Startup(options).run(product.get().only(options.only));
    }

    /** From the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Standalone.class.getPackage().getImplementationVersion();
            return new String[] {"Redress " + (version == null ? "(not packaged)" : version)};
        }
    }
}
