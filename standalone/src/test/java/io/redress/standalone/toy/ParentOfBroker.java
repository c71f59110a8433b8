package io.redress.standalone.toy;

import io.redress.standalone.broker.BrokerProcess;
import io.redress.standalone.machine.DataFolder;
import io.redress.standalone.machine.Invocation;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Starts a broker, prints its process id and waits to be killed. */
public final class ParentOfBroker {
    private ParentOfBroker() {}

    public static void main(String[] arguments) throws InterruptedException {
        DataFolder data = DataFolder.open(Path.of(arguments[0]));
        BrokerProcess broker = BrokerProcess.start(Invocation.ofThisJvm(), data, 0);
        broker.awaitReady();
        System.out.println("broker " + broker.pid());
        new CountDownLatch(1).await();
    }
}
