package dev.mayfly.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mayfly.access.Certificates;
import dev.mayfly.diagnostic.Activity;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.http.HttpAccess;
import dev.mayfly.http.HttpAccess.Limits;
import dev.mayfly.http.ProxyRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against servers with TLS on this machine: an OCI registry, and a repository with an index. */
class ChartStoreTest {
  private static final PackedChart CHART =
      PackedChart.of(
          "app", "2.3.1", Map.of("Chart.yaml", "name: app\n".getBytes(StandardCharsets.UTF_8)));

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir static Path keys;
  private static Certificates certificates;

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificates = Certificates.in(keys);
  }

  private static byte[] get(
      StubRegistry.Manners manners, String address, String chart, String version)
      throws IOException {
    try (StubRegistry registry = new StubRegistry(certificates, manners)) {
      return new ChartStore(
              new RegistryAccess(
                  Optional.of(certificates.authority()), List.of(), LIMIT, Activity.SILENT),
              new HttpAccess(
                  ProxyRules.NONE,
                  Optional.of(certificates.client()),
                  new Limits(LIMIT, LIMIT, LIMIT),
                  InstantSource.system(),
                  Thread::sleep,
                  new Random(1),
                  Activity.SILENT))
          .archive(address.replace("HOST", registry.host()), chart, version);
    }
  }

  private static void refuses(
      StubRegistry.Manners manners, String address, String chart, String version, String words) {
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(() -> get(manners, address, chart, version))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.REMOTE))
        .withMessageContaining(words);
  }

  @Test
  void bothKindsGiveTheSameBytes() throws IOException {
    assertThat(get(CHART.http(), "https://HOST/stable", "app", "2.3.1")).isEqualTo(CHART.bytes());
    assertThat(get(CHART.oci(), "oci://HOST/acme/charts", "app", "2.3.1")).isEqualTo(CHART.bytes());
  }

  @Test
  void aPlusSignIsAnUnderscoreInATag() throws IOException {
    PackedChart built = new PackedChart("app", "2.3.1+7", CHART.bytes());
    assertThat(get(built.oci(), "oci://HOST/acme/charts", "app", "2.3.1+7"))
        .isEqualTo(CHART.bytes());
  }

  @Test
  void whatIsNotThereIsSaid() {
    refuses(CHART.http(), "https://HOST/stable", "ap", "2.3.1", "has no chart `ap`");
    refuses(CHART.http(), "https://HOST/stable", "app", "2.3.2", "of version `2.3.2`");
    refuses(CHART.http(), "https://HOST/stable", "app", "9.9.9", "of version `9.9.9`");
    refuses(CHART.http(), "https://HOST/other", "app", "2.3.1", "has no chart");
    refuses(CHART.oci(), "oci://HOST/acme/charts", "app", "2.3.2", "of version `2.3.2`");
    refuses(CHART.oci(), "oci://HOST/acme/other", "app", "2.3.1", "has no chart");
  }

  @Test
  void noMoreIsReadThanAChartMayHave() {
    PackedChart large = new PackedChart("app", "2.3.1", new byte[ChartStore.LARGEST + 1]);
    refuses(large.http(), "https://HOST/stable", "app", "2.3.1", "a chart of more than");
    refuses(large.oci(), "oci://HOST/acme/charts", "app", "2.3.1", "a chart of more than");
  }

  @Test
  void whatIsWrongIsSaid() {
    PackedChart other = new PackedChart("app", "2.3.1", new byte[] {1});
    StubRegistry.Manners swapped =
        (exchange, host) ->
            (exchange.getRequestURI().getPath().endsWith(".tgz") ? other : CHART)
                .http()
                .answer(exchange, host);
    refuses(swapped, "https://HOST/stable", "app", "2.3.1", "something else than its digest says");
    refuses(StubRegistry.status(500), "https://HOST/stable", "app", "2.3.1", "status 500");
    refuses(StubRegistry.status(401), "oci://HOST/acme/charts", "app", "2.3.1", "let you read");
    refuses(StubRegistry.digest("x"), "https://HOST/stable", "app", "2.3.1", "no index of charts");
    refuses(
        StubRegistry.redirect("http://HOST/stable/index.yaml"),
        "https://HOST/stable",
        "app",
        "2.3.1",
        "status 307");
    refuses(CHART.http(), "https://localhost:1/stable", "app", "2.3.1", "cannot be reached");
    refuses(CHART.oci(), "oci://localhost:1/acme", "app", "2.3.1", "cannot be reached");
  }
}
