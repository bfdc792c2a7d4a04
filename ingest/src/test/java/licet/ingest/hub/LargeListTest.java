package licet.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A list of the Hub's size is read page by page: nothing of a page stays behind. */
class LargeListTest {
    private static final int PAGES = 200;
    private static final int SIZE = 500;

    @Test
    void aHundredThousandModelsLeaveNothingBehind() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/models", LargeListTest::answer);
        server.start();
        var count = new AtomicLong();
        try (var client = new HubClient(
                HubSettings.of("http://127.0.0.1:" + server.getAddress().getPort()), new FakeTiming().timing())) {
            var afterTwenty = new AtomicLong();
            var atEnd = new AtomicLong();
            var pages = client.modelPages(ListQuery.everything(), page -> {
                count.addAndGet(page.models().size());
                if (count.get() == 20L * SIZE) {
                    afterTwenty.set(used());
                }
                if (count.get() == (long) PAGES * SIZE) {
                    atEnd.set(used());
                }
                return true;
            });
            assertThat(pages).isEqualTo(new HubResult.Found<>(PAGES));
            assertThat(count).hasValue((long) PAGES * SIZE);
            assertThat(client.usage().requests()).isEqualTo(PAGES);
            // Ninety thousand models more, some 45 MB of JSON; what other tests of this process leave is far below it.
            assertThat(atEnd.get() - afterTwenty.get()).isLessThan(8 << 20);
        } finally {
            server.stop(0);
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getQuery();
            int page = query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=", "")) : 0;
            var body = new StringBuilder("[");
            for (int i = 0; i < SIZE; i++) {
                body.append(i == 0 ? "" : ",").append(item(page * SIZE + i));
            }
            byte[] bytes = body.append(']').toString().getBytes(StandardCharsets.UTF_8);
            if (page + 1 < PAGES) {
                exchange.getResponseHeaders().set("Link", "</api/models?cursor=%d>; rel=\"next\"".formatted(page + 1));
            }
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String item(int number) {
        return """
                {"_id":"%024x","id":"owner-%d/model-%d","sha":"%040x","lastModified":"2026-01-02T03:04:05.000Z",
                "createdAt":"2025-01-02T03:04:05.000Z","gated":false,"disabled":false,"downloads":%d,"likes":3,
                "pipeline_tag":"text-generation","library_name":"transformers","tags":["transformers","safetensors",
                "license:apache-2.0","base_model:acme/base-%d","base_model:finetune:acme/base-%d","region:us"]}""".formatted(number, number % 997, number, number, number, number % 31, number % 31);
    }
}
