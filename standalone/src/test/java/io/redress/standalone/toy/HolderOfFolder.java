package io.redress.standalone.toy;

import io.redress.standalone.machine.DataFolder;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Takes a data folder, says so and waits to be killed. */
public final class HolderOfFolder {
    private HolderOfFolder() {}

    public static void main(String[] arguments) throws InterruptedException {
        DataFolder folder = DataFolder.open(Path.of(arguments[0]));
        System.out.println("holding " + folder.path());
        new CountDownLatch(1).await();
    }
}
