package io.redress.intake.adapter.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver of Standard Webhooks as somebody else would write it: it keeps each id once and checks signatures. */
public final class WebhookReceiver implements AutoCloseable {
    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final AtomicInteger unsigned = new AtomicInteger();
    private volatile Function<Call, Answer> behaviour = _ -> Answer.status(204);

    /** One request. {@code number} counts those with the same id, from 1. */
    public record Call(String id, int number, Map<String, String> headers, String body) {}

    /** What is answered: a status of 0 is silence, for as long as the receiver lives. */
    public record Answer(int status, boolean keeps, Map<String, String> headers) {
        public static Answer status(int status) {
            return new Answer(status, status < 300, Map.of());
        }

        public static Answer silenceAfterAccepting() {
            return new Answer(0, true, Map.of());
        }

        public Answer with(String header, String value) {
            return new Answer(status, keeps, Map.of(header, value));
        }
    }

    public WebhookReceiver(String secret) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        server.createContext("/", exchange -> handle(exchange, secret));
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    public void behaves(Function<Call, Answer> as) {
        behaviour = as;
    }

    /** All requests, repetitions included. */
    public List<Call> calls() {
        return calls;
    }

    public List<Call> callsAbout(String caseId) {
        return calls.stream().filter(call -> call.id().startsWith(caseId)).toList();
    }

    /** What the receiver has, by id. */
    public Map<String, String> kept() {
        return kept;
    }

    /** Requests whose signature did not fit. */
    public int unsigned() {
        return unsigned.get();
    }

    private void handle(HttpExchange exchange, String secret) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Map<String, String> headers = new ConcurrentHashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            String id = headers.getOrDefault("webhook-id", "");
            if (!signed(secret, id, headers, body)) {
                unsigned.incrementAndGet();
            }
            int number = 1
                    + (int) calls.stream().filter(call -> call.id().equals(id)).count();
            Call call = new Call(id, number, headers, new String(body, UTF_8));
            calls.add(call);
            Answer answer = behaviour.apply(call);
            if (answer.keeps()) {
                kept.put(id, call.body());
            }
            if (answer.status() == 0) {
                closing.await();
                return;
            }
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(answer.status(), -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean signed(String secret, String id, Map<String, String> headers, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
            String content = id + "." + headers.get("webhook-timestamp") + "." + new String(body, UTF_8);
            String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
            return List.of(headers.getOrDefault("webhook-signature", "").split(" "))
                    .contains(expected);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
