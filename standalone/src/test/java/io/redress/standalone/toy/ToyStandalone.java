package io.redress.standalone.toy;

import io.redress.standalone.ToyProduct;

/** The launcher with applications that only say their name. */
public final class ToyStandalone {
    private ToyStandalone() {}

    public static void main(String[] arguments) {
        System.exit(ToyProduct.run(arguments));
    }
}
