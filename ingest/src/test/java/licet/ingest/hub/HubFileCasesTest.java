package licet.ingest.hub;

import static licet.ingest.hub.HubCase.LICENSE;
import static licet.ingest.hub.HubCase.MODEL;
import static licet.ingest.hub.HubCase.WEIGHTS;
import static licet.ingest.hub.HubCase.cut;
import static licet.ingest.hub.HubCase.found;
import static licet.ingest.hub.HubCase.kind;
import static licet.ingest.hub.HubCase.license;
import static licet.ingest.hub.HubCase.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okio.Buffer;
import okio.ByteString;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases of files, their parts and their integrity. */
class HubFileCasesTest {
    private static final String SHA = "5f5b".repeat(16);

    static final List<HubCase> CASES = List.of(
            new HubCase("F1", "size and hash of a large file come from the Hub, its place from the redirect", hub -> {
                hub.answer(
                        302,
                        "",
                        "Location",
                        "https://cdn.example/xet/abc?signature=x",
                        "X-Linked-Size",
                        "4968734720",
                        "X-Linked-ETag",
                        "\"" + SHA + "\"",
                        "X-Repo-Commit",
                        "c0ffee",
                        "X-Xet-Hash",
                        "beef");
                FileMeta meta = found(hub.client().fileMeta(MODEL, Revision.MAIN, WEIGHTS));
                assertThat(meta.size()).hasValue(4968734720L);
                assertThat(meta.etag()).contains(SHA);
                assertThat(meta.commit()).contains("c0ffee");
                assertThat(meta.xetHash()).contains("beef");
                assertThat(meta.location())
                        .hasValueSatisfying(uri -> assertThat(uri.getHost()).isEqualTo("cdn.example"));
                assertThat(hub.request().getHeaders().get("Accept-Encoding")).isEqualTo("identity");
            }),
            new HubCase("F2", "the length of a redirect is not that of the file", hub -> {
                hub.answer(302, "", "Location", "https://cdn.example/x", "Content-Length", "278");
                assertThat(found(hub.client().fileMeta(MODEL, Revision.MAIN, WEIGHTS))
                                .size())
                        .isEmpty();
                hub.answer(307, "", "Location", "/api/resolve-cache/x", "Content-Length", "278")
                        .answer(200, "", "Content-Length", "1064");
                assertThat(found(hub.client().fileMeta(MODEL, Revision.MAIN, LICENSE))
                                .size())
                        .hasValue(1064);
            }),
            new HubCase("F3", "content comes by way of the cache, of another host, or directly", hub -> {
                try (var content = new HubServer()) {
                    hub.answer(
                                    307,
                                    "",
                                    "Location",
                                    "/api/resolve-cache/x",
                                    "X-Linked-ETag",
                                    "\"git\"",
                                    "X-Repo-Commit",
                                    "c")
                            .answer(200, "text", "ETag", "W/\"other\"");
                    assertThat(found(license(hub)).text()).isEqualTo("text");
                    hub.answer(302, "", "Location", content.address("/x"), "X-Linked-Size", "4");
                    content.answer(200, "text", "ETag", "\"not-a-sha\"");
                    assertThat(found(license(hub)).text()).isEqualTo("text");
                    hub.answer(200, "text");
                    assertThat(found(license(hub)).text()).isEqualTo("text");
                    hub.answer(
                                    307,
                                    "",
                                    "Location",
                                    "/api/resolve-cache/x",
                                    "X-Linked-ETag",
                                    "\"git\"",
                                    "X-Repo-Commit",
                                    "c")
                            .answer(200, "", "ETag", "W/\"other\"", "Content-Length", "4");
                    FileMeta meta = found(hub.client().fileMeta(MODEL, Revision.MAIN, LICENSE));
                    assertThat(meta.etag()).contains("git");
                    assertThat(meta.commit()).contains("c");
                    assertThat(meta.size()).hasValue(4);
                    assertThat(meta.location()).isEmpty();
                }
            }),
            new HubCase("F4", "a weak entity tag means the same content", hub -> {
                hub.answer(200, "", "ETag", "W/\"x\"", "Content-Length", "1")
                        .answer(200, "", "ETag", "\"x\"", "Content-Length", "1");
                FileMeta weak = found(hub.client().fileMeta(MODEL, Revision.MAIN, LICENSE));
                assertThat(found(hub.client().fileMeta(MODEL, Revision.MAIN, LICENSE)))
                        .isEqualTo(weak);
                assertThat(weak.etag()).contains("x");
            }),
            new HubCase("F5", "a file of another size than told is refused", hub -> {
                for (int i = 0; i < 6; i++) {
                    hub.answer(307, "", "Location", "/api/resolve-cache/x", "X-Linked-Size", "10")
                            .answer(200, "short");
                }
                assertThat(message(license(hub))).isEqualTo("the file has 5 bytes instead of 10");
            }),
            new HubCase("F6", "a part that breaks off is resumed where it broke, from either end", hub -> {
                assertResumed(
                        hub, new ByteRange.From(15), List.of("bytes=15-", "bytes=35-", "bytes=45-", "bytes=75-"), 115);
                assertResumed(
                        hub,
                        new ByteRange.Slice(15, 100),
                        List.of("bytes=15-114", "bytes=35-114", "bytes=45-114", "bytes=75-114"),
                        200);
                assertResumed(
                        hub,
                        new ByteRange.Last(100),
                        List.of("bytes=-100", "bytes=-80", "bytes=-70", "bytes=-40"),
                        115);
            }),
            new HubCase("F7", "from a server that ignores ranges the part is cut out of the whole", hub -> {
                hub.answer(200, text(0, 50))
                        .answer(200, text(0, 50))
                        .answer(200, text(0, 50))
                        .answer(200, text(0, 50));
                assertThat(part(hub, new ByteRange.Slice(10, 5)))
                        .isEqualTo(new FilePart.Bytes(Payload.of(text(10, 15)), 10, OptionalLong.empty()));
                assertThat(part(hub, new ByteRange.From(40)))
                        .isEqualTo(new FilePart.Bytes(Payload.of(text(40, 50)), 40, OptionalLong.of(50)));
                assertThat(part(hub, new ByteRange.Last(7)))
                        .isEqualTo(new FilePart.Bytes(Payload.of(text(43, 50)), 43, OptionalLong.of(50)));
                assertThat(part(hub, new ByteRange.Slice(60, 5))).isEqualTo(new FilePart.PastEnd(OptionalLong.of(50)));
                hub.server.enqueue(cut(206, text(0, 20), 30, "Content-Range", "bytes 0-29/50"));
                hub.answer(200, text(0, 50));
                assertThat(part(hub, new ByteRange.Slice(0, 30)))
                        .isEqualTo(new FilePart.Bytes(Payload.of(text(0, 30)), 0, OptionalLong.empty()));
            }),
            new HubCase("F8", "a body without a length is read to its end", hub -> {
                hub.server.enqueue(HubServer.response(206, "", "Content-Range", "bytes 0-9/50")
                        .newBuilder()
                        .chunkedBody(text(0, 10), 3)
                        .build());
                assertThat(part(hub, new ByteRange.Slice(0, 10)))
                        .isEqualTo(new FilePart.Bytes(Payload.of(text(0, 10)), 0, OptionalLong.of(50)));
                hub.server.enqueue(HubServer.response(200, "")
                        .newBuilder()
                        .chunkedBody("text", 2)
                        .build());
                assertThat(found(license(hub)).text()).isEqualTo("text");
            }),
            new HubCase("F9", "a body that stays truncated is an error", hub -> {
                for (int i = 0; i < 6; i++) {
                    hub.server.enqueue(cut(200, "the lic", 100));
                }
                assertThat(kind(license(hub))).isEqualTo("Failed");
                for (int i = 0; i < 6; i++) {
                    hub.answer(206, "", "Content-Range", "bytes 0-9/50");
                }
                assertThat(message(hub.client().part(MODEL, Revision.MAIN, WEIGHTS, new ByteRange.Slice(0, 10))))
                        .contains("10 bytes early");
            }),
            new HubCase("F10", "ranges past the end, of empty files and of several parts", hub -> {
                hub.answer(416, "", "Content-Range", "bytes */50")
                        .answer(416, "", "Content-Range", "bytes */0")
                        .answer(200, "")
                        .answer(416, "");
                assertThat(part(hub, new ByteRange.From(60))).isEqualTo(new FilePart.PastEnd(OptionalLong.of(50)));
                assertThat(part(hub, new ByteRange.Last(8))).isEqualTo(new FilePart.PastEnd(OptionalLong.of(0)));
                assertThat(part(hub, new ByteRange.Slice(0, 8))).isEqualTo(new FilePart.PastEnd(OptionalLong.of(0)));
                assertThat(part(hub, new ByteRange.Slice(0, 8))).isEqualTo(new FilePart.PastEnd(OptionalLong.empty()));
                hub.answer(206, "--x", "Content-Type", "multipart/byteranges; boundary=x")
                        .answer(206, text(5, 15), "Content-Range", "bytes 5-14/50")
                        .answer(206, text(0, 20), "Content-Range", "bytes 0-19/50")
                        .answer(206, text(0, 10), "Content-Range", "bytes 9-0/50");
                for (int i = 0; i < 4; i++) {
                    assertThat(kind(hub.client().part(MODEL, Revision.MAIN, WEIGHTS, new ByteRange.Slice(0, 10))))
                            .isEqualTo("Failed");
                }
                assertThat(hub.requests()).isEqualTo(8);
                assertThatIllegalArgumentException().isThrownBy(() -> new ByteRange.Slice(-1, 5));
                assertThatIllegalArgumentException().isThrownBy(() -> new ByteRange.Slice(0, 0));
                assertThatIllegalArgumentException().isThrownBy(() -> new ByteRange.From(-1));
                assertThatIllegalArgumentException().isThrownBy(() -> new ByteRange.Last(0));
            }),
            new HubCase("F11", "a file too large to be read is refused before its content is asked for", hub -> {
                hub.answer(302, "", "Location", "https://cdn.example/x", "X-Linked-Size", "60000000000");
                assertThat(kind(license(hub))).isEqualTo("TooLarge");
                hub.answer(302, "", "Location", "https://cdn.example/x", "X-Linked-Size", "60000000000");
                assertThat(message(license(hub))).contains("60000000000 bytes");
            }),
            new HubCase("F12", "names that could lead out of a folder are refused on every system", hub -> {
                for (String name : List.of(
                        "folder/..\\..\\..\\file",
                        "C:\\x",
                        "C:/x",
                        "D:foo",
                        "\\foo",
                        "\\\\host\\share",
                        "../x",
                        "a/../../x",
                        "a\u0000b")) {
                    assertThat(RepoPath.find(name)).isEmpty();
                }
            }),
            new HubCase("F13", "compressed answers are read, told or untold, in any case of letters", hub -> {
                for (String header : List.of("gzip", "GZip", "")) {
                    var body = new Buffer();
                    try (var gzip = Okio.buffer(new GzipSink(body))) {
                        gzip.writeUtf8("{\"id\":\"acme/model\"}");
                    }
                    var response = HubServer.response(200, "").newBuilder().body(body);
                    hub.server.enqueue(
                            (header.isEmpty() ? response : response.addHeader("Content-Encoding", header)).build());
                    assertThat(found(HubCase.info(hub)).raw().text()).isEqualTo("{\"id\":\"acme/model\"}");
                    assertDamaged(hub, header, "1f8b636f0000100000000000");
                }
            }),
            new HubCase("F14", "the raw form of a large file is its pointer", hub -> {
                String pointer =
                        "version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize 4968734720\n".formatted(SHA);
                hub.answer(200, pointer);
                Payload raw = found(hub.client().raw(MODEL, Revision.MAIN, WEIGHTS));
                assertThat(LfsPointer.find(raw)).contains(new LfsPointer(SHA, 4968734720L));
                assertThat(LfsPointer.find(Payload.of("MIT License"))).isEmpty();
                assertThat(hub.request().getUrl().encodedPath()).isEqualTo("/acme/model/raw/main/model.safetensors");
            }));

    @TestFactory
    Stream<DynamicTest> cases() {
        return HubCase.tests(CASES);
    }

    /** Bytes that begin as compressed ones and are none are a damaged body, however often it is asked for. */
    private static void assertDamaged(HubServer hub, String encoding, String hex) {
        for (int attempt = 0; attempt < 6; attempt++) {
            var response = HubServer.response(200, "").newBuilder().body(new Buffer().write(ByteString.decodeHex(hex)));
            hub.server.enqueue(
                    (encoding.isEmpty() ? response : response.addHeader("Content-Encoding", encoding)).build());
        }
        assertThat(HubCase.message(HubCase.info(hub))).isEqualTo("the body is damaged");
    }

    /** The part of a hundred bytes from byte 15 comes in pieces of 20, 10, 30 and the rest. */
    private static void assertResumed(HubServer hub, ByteRange range, List<String> asked, int total) {
        int end = 115;
        int[] starts = {15, 35, 45, 75, end};
        for (int i = 0; i < 4; i++) {
            String header = "bytes %d-%d/%d".formatted(starts[i], end - 1, total);
            hub.server.enqueue(cut(206, text(starts[i], starts[i + 1]), end - starts[i], "Content-Range", header));
        }
        assertThat(part(hub, range))
                .isEqualTo(new FilePart.Bytes(Payload.of(text(15, end)), 15, OptionalLong.of(total)));
        for (String header : asked) {
            assertThat(hub.request().getHeaders().get("Range")).isEqualTo(header);
        }
    }

    private static FilePart part(HubServer hub, ByteRange range) {
        return found(hub.client().part(MODEL, Revision.MAIN, WEIGHTS, range));
    }

    /** Each byte tells its place. */
    private static String text(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> String.valueOf((char) ('0' + i % 64)))
                .reduce("", String::concat);
    }
}
