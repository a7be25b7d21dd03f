package dev.mayfly.registry;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.registry.ChartStore.ChartName;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A chart of a repository that is a web server with an {@code index.yaml} (Helm docs, "The Chart
 * Repository Guide"). Read without credentials; redirects are followed, but never to plain HTTP.
 */
record HttpChart(Optional<SSLContext> tls, ProxySelector proxies, Duration limit, ChartName name)
    implements Callable<byte[]> {

  @Override
  public byte[] call() throws IOException, InterruptedException {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .proxy(proxies)
            .connectTimeout(limit)
            .followRedirects(HttpClient.Redirect.NORMAL);
    tls.ifPresent(builder::sslContext);
    try (HttpClient client = builder.build()) {
      URI root = URI.create(name.address() + "/");
      Entry entry;
      try (InputStream index = get(client, root.resolve("index.yaml"))) {
        entry = entry(index.readNBytes(Budget.GO.bytes() + 1));
      }
      URI place = root.resolve(entry.url());
      if (!"https".equals(place.getScheme())) {
        throw name.failed("says that the chart is at an address that is not https", "");
      }
      try (InputStream chart = get(client, place)) {
        return ChartStore.read(chart, name, entry.sha256());
      }
    } catch (IllegalArgumentException e) {
      throw name.failed("says that the chart is at what is no address", "");
    }
  }

  private InputStream get(HttpClient client, URI place) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        client.send(
            HttpRequest.newBuilder(place).timeout(limit).build(),
            HttpResponse.BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      response.body().close();
      throw ChartStore.status(name, response.statusCode());
    }
    return response.body();
  }

  /** Where one version is; the digest may be empty. */
  private record Entry(String url, String sha256) {}

  private Entry entry(byte[] index) {
    List<Node> documents = new YamlReader(Budget.GO).read("index.yaml", index).documents();
    if (documents.isEmpty() || !(documents.getFirst().at("entries") instanceof MapNode charts)) {
      throw name.failed(
          "has no index of charts that is read here",
          "at most " + Budget.GO.bytes() + " bytes are; a large repository often speaks OCI too");
    }
    if (!(charts.get(name.chart()) instanceof ListNode versions)) {
      throw name.missing(NearMiss.hint(name.chart(), charts.keys()));
    }
    for (Node version : versions.items()) {
      if (name.version().equals(version.textAt("version"))
          && version.at("urls") instanceof ListNode urls
          && !urls.items().isEmpty()) {
        return new Entry(
            Objects.requireNonNullElse(text(urls.items().getFirst()), ""),
            Objects.requireNonNullElse(version.textAt("digest"), "").replaceFirst("^sha256:", ""));
      }
    }
    throw name.missing(
        NearMiss.hint(
            name.version(),
            versions.items().stream()
                .map(it -> Objects.requireNonNullElse(it.textAt("version"), ""))
                .limit(20)
                .toList()));
  }

  private static @Nullable String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : null;
  }
}
