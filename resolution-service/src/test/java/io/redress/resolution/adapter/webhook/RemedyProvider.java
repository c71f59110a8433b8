package io.redress.resolution.adapter.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
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
import org.jspecify.annotations.Nullable;

/** A payment provider as somebody else would write it: it executes each id once, checks signatures, and misbehaves. */
public final class RemedyProvider implements AutoCloseable {
    private static final String CUT_OFF = "X-Cut-Off";

    private final HttpServer server;
    private final String secret;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> executed = new ConcurrentHashMap<>();
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final AtomicInteger unsigned = new AtomicInteger();
    private volatile Function<Call, Answer> orders = _ -> Answer.executing(201);
    private volatile Function<Call, Answer> questions = _ -> Answer.asItIs();

    /** One request. {@code number} counts those of the same method with the same id, from 1. */
    public record Call(String method, String id, int number, String body) {}

    /**
     * What is done and answered.
     *
     * @param status 0 is silence, for as long as the provider lives; -1 is the honest answer to a question
     * @param words the body, where it is not the usual one
     */
    public record Answer(
            int status,
            boolean executes,
            Map<String, String> headers,
            @Nullable String words) {
        private Answer(int status, boolean executes, Map<String, String> headers) {
            this(status, executes, headers, null);
        }

        public static Answer saying(int status, String words) {
            return new Answer(status, false, Map.of(), words);
        }

        /** Says so many bytes fewer than it has promised. */
        public static Answer breakingOff(int status, String words) {
            return new Answer(status, false, Map.of(CUT_OFF, "yes"), words);
        }

        public static Answer executing(int status) {
            return new Answer(status, true, Map.of());
        }

        public static Answer status(int status) {
            return new Answer(status, false, Map.of());
        }

        public static Answer asItIs() {
            return status(-1);
        }

        public static Answer busy(String retryAfter) {
            return new Answer(503, false, Map.of("Retry-After", retryAfter));
        }
    }

    public RemedyProvider(String secret) {
        this.secret = secret;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        server.createContext("/remedies", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/remedies");
    }

    public void takesOrders(Function<Call, Answer> as) {
        orders = as;
    }

    public void answersQuestions(Function<Call, Answer> as) {
        questions = as;
    }

    /** How often each remedy was executed; more than once is money lost. */
    public Map<String, Integer> executed() {
        return executed;
    }

    /** What was ordered under an id. */
    public String ordered(String id) {
        return bodies.getOrDefault(id, "");
    }

    public List<Call> calls(String method, String id) {
        return calls.stream()
                .filter(call -> call.method().equals(method) && call.id().equals(id))
                .toList();
    }

    /** Requests whose signature did not fit. */
    public int unsigned() {
        return unsigned.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String method = exchange.getRequestMethod();
            String id = exchange.getRequestHeaders().getFirst("idempotency-key");
            if (!signed(exchange, id, body)
                    || method.equals("GET")
                            && !URLDecoder.decode(exchange.getRequestURI().getRawPath(), UTF_8)
                                    .endsWith("/" + id)) {
                unsigned.incrementAndGet();
            }
            Call call = new Call(method, id, 1 + calls(method, id).size(), new String(body, UTF_8));
            calls.add(call);
            Answer answer = (method.equals("POST") ? orders : questions).apply(call);
            if (answer.executes()) {
                bodies.put(id, call.body());
                // This one is careless: whoever orders twice has it executed twice.
                executed.merge(id, 1, Integer::sum);
            }
            answer(exchange, id, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, String id, Answer answer) throws IOException, InterruptedException {
        if (answer.status() == 0) {
            closing.await();
            return;
        }
        int status = answer.status() > 0 ? answer.status() : executed.containsKey(id) ? 200 : 404;
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        if (answer.words() != null) {
            byte[] words = answer.words().getBytes(UTF_8);
            exchange.sendResponseHeaders(
                    status, words.length + (answer.headers().containsKey(CUT_OFF) ? 10 : 0));
            exchange.getResponseBody().write(words);
            exchange.getResponseBody().flush();
            return;
        }
        byte[] body = status < 300 ? ("{\"reference\": \"RF-" + id.hashCode() + "\"}").getBytes(UTF_8) : new byte[0];
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private boolean signed(HttpExchange exchange, String id, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
            String content = id + "." + exchange.getRequestHeaders().getFirst("webhook-timestamp") + "."
                    + new String(body, UTF_8);
            String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
            return expected.equals(exchange.getRequestHeaders().getFirst("webhook-signature"));
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
