package io.redress.standalone;

import io.redress.standalone.contexts.Application;
import io.redress.standalone.toy.ToyApplication;
import java.util.List;

/** The launcher with applications that only say their name: two behind a third one. */
public final class ToyProduct {
    private ToyProduct() {}

    /** As the real launcher, with the same options. */
    public static int run(String... arguments) {
        return Standalone.commandLine(ToyProduct::product).execute(arguments);
    }

    static Product product() {
        return new Product(
                List.of(
                        Application.service("left", ToyApplication.class),
                        Application.service("right", ToyApplication.class)),
                ToyApplication.class);
    }
}
