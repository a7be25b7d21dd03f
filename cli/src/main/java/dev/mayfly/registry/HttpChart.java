package dev.mayfly.registry;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.http.Answer;
import dev.mayfly.http.HttpAccess;
import dev.mayfly.http.HttpTransport;
import dev.mayfly.http.Request;
import dev.mayfly.registry.ChartStore.ChartName;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.YamlReader;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A chart of a repository that is a web server with an {@code index.yaml} (Helm docs, "The Chart
 * Repository Guide"). Read without credentials; redirects are followed, but never to plain HTTP.
 */
record HttpChart(HttpAccess http, ChartName name) implements Callable<byte[]> {

  @Override
  public byte[] call() throws IOException {
    try (HttpTransport transport = HttpTransport.anonymous(http)) {
      URI root = URI.create(name.address() + "/");
      Entry entry =
          entry(get(transport, root.resolve("index.yaml"), Budget.GO.bytes(), withoutIndex()));
      URI place = root.resolve(entry.url());
      if (!"https".equals(place.getScheme())) {
        throw name.failed("says that the chart is at an address that is not https", "");
      }
      return ChartStore.checked(
          get(transport, place, ChartStore.LARGEST, name.tooLarge()), name, entry.sha256());
    } catch (IllegalArgumentException e) {
      throw name.failed("says that the chart is at what is not an address", "");
    }
  }

  private byte[] get(HttpTransport transport, URI place, int most, ProblemsException tooLarge)
      throws IOException {
    return switch (transport.send(Request.get(place.toString()).atMost(most))) {
      case Answer.Response response when response.status() == 200 -> response.body();
      case Answer.Response response -> throw ChartStore.status(name, response.status());
      case Answer.Silence(Answer.Reason reason) when reason == Answer.Reason.TOO_LARGE ->
          throw tooLarge;
      case Answer.Silence silence -> throw new IOException(silence.words());
    };
  }

  private ProblemsException withoutIndex() {
    return name.failed(
        "has no index of charts that is read here",
        "at most " + Budget.GO.bytes() + " bytes are; a large repository often speaks OCI too");
  }

  /** Where one version is; the digest may be empty. */
  private record Entry(String url, String sha256) {}

  private Entry entry(byte[] index) {
    List<Node> documents = new YamlReader(Budget.GO).read("index.yaml", index).documents();
    if (documents.isEmpty() || !(documents.getFirst().at("entries") instanceof MapNode charts)) {
      throw withoutIndex();
    }
    if (!(charts.get(name.chart()) instanceof ListNode versions)) {
      throw name.missing(NearMiss.hint(name.chart(), charts.keys()));
    }
    for (Node version : versions.items()) {
      if (name.version().equals(version.textAt("version"))
          && version.at("urls") instanceof ListNode urls
          && !urls.items().isEmpty()) {
        return new Entry(
            NodeValues.text(urls.items().getFirst()),
            version.textOrEmpty("digest").replaceFirst("^sha256:", ""));
      }
    }
    throw name.missing(
        NearMiss.hint(
            name.version(),
            versions.items().stream().map(it -> it.textOrEmpty("version")).limit(20).toList()));
  }
}
