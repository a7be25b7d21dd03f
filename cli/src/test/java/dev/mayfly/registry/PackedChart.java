package dev.mayfly.registry;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A chart as it is packed and served. */
public record PackedChart(String name, String version, byte[] bytes) {
  /**
   * Packs files, named by their paths in the chart, or a link where the text is {@code -> target}.
   */
  public static PackedChart of(String name, String version, Map<String, byte[]> files) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        byte[] content = file.getValue();
        boolean link = new String(content, StandardCharsets.UTF_8).startsWith("-> ");
        byte[] header = new byte[512];
        put(header, 0, name + "/" + file.getKey());
        put(header, 100, "0000644\0");
        put(header, 124, String.format(Locale.ROOT, "%011o\0", link ? 0 : content.length));
        put(header, 136, "00000000000\0");
        header[156] = (byte) (link ? '2' : '0');
        put(header, 257, "ustar\00000");
        put(header, 148, "        ");
        int sum = 0;
        for (byte b : header) {
          sum += b & 0xFF;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        out.write(header);
        if (!link) {
          out.write(content);
          out.write(new byte[(512 - content.length % 512) % 512]);
        }
      }
      out.write(new byte[1024]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PackedChart(name, version, packed.toByteArray());
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An HTTP repository below {@code /stable}. */
  public StubRegistry.Manners http() {
    String index =
        """
        apiVersion: v1
        entries:
          %1$s:
          - {name: %1$s, version: 9.9.9, urls: [charts/nowhere.tgz]}
          - {name: %1$s, version: %2$s, digest: %3$s, urls: [charts/%1$s-%2$s.tgz]}
        """
            .formatted(name, version, sha256());
    return (exchange, host) -> {
      switch (exchange.getRequestURI().getPath()) {
        case "/stable/index.yaml" ->
            send(exchange, index.getBytes(StandardCharsets.UTF_8), "text/yaml");
        case "/stable/charts/app-2.3.1.tgz" -> send(exchange, bytes, "application/gzip");
        default -> exchange.sendResponseHeaders(404, -1);
      }
    };
  }

  /** An OCI registry with the chart in {@code acme/charts}. */
  StubRegistry.Manners oci() {
    String manifest =
        """
        {"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
         "config": {"mediaType": "application/vnd.cncf.helm.config.v1+json", "digest": "sha256:%1$s", "size": 2},
         "layers": [{"mediaType": "application/vnd.cncf.helm.chart.content.v1.tar+gzip",
                     "digest": "sha256:%1$s", "size": %2$d}]}
        """
            .formatted(sha256(), bytes.length);
    byte[] text = manifest.getBytes(StandardCharsets.UTF_8);
    String tag = version.replace('+', '_');
    return (exchange, host) -> {
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/v2/acme/charts/" + name + "/manifests/" + tag)) {
        send(exchange, text, "application/vnd.oci.image.manifest.v1+json");
      } else if (path.equals("/v2/acme/charts/" + name + "/blobs/sha256:" + sha256())) {
        send(exchange, bytes, "application/octet-stream");
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    };
  }

  private static void send(HttpExchange exchange, byte[] body, String type) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(200, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }
}
