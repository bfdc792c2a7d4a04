package licet.registry.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One HTTP/1.1 connection that stays open and costs next to nothing beside the server that is measured. */
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;
    private final byte[] head;

    public Wire(URI server, String token) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        head = (" HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** @param body as text */
    public record Answer(int status, String body) {}

    public Answer get(String path) throws IOException {
        send(path);
        int status = status();
        return new Answer(status, new String(body(), StandardCharsets.UTF_8));
    }

    /** The same without a look at what is said, which would cost as much as saying it. Returns how many bytes it had. */
    public int pass(String path) throws IOException {
        send(path);
        int status = status();
        int length = length();
        if (length < 0 || status >= 400) {
            throw new IOException("unexpected answer " + status);
        }
        in.skipNBytes(length);
        return length;
    }

    private void send(String path) throws IOException {
        var out = socket.getOutputStream();
        var line = ("GET " + path).getBytes(StandardCharsets.US_ASCII);
        var request = new byte[line.length + head.length];
        System.arraycopy(line, 0, request, 0, line.length);
        System.arraycopy(head, 0, request, line.length, head.length);
        out.write(request);
    }

    private int status() throws IOException {
        return Integer.parseInt(line().substring(9, 12));
    }

    private byte[] body() throws IOException {
        int length = length();
        return length < 0 ? chunks() : in.readNBytes(length);
    }

    /** Reads the headers. Negative for a body in chunks. */
    private int length() throws IOException {
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
                length = -1;
            }
        }
        return length;
    }

    private byte[] chunks() throws IOException {
        var all = new java.io.ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private String line() throws IOException {
        var text = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the server closed the connection");
            }
            if (next != '\r') {
                text.append((char) next);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
