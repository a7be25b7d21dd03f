package dev.mayfly.bundle;

import static dev.mayfly.bundle.CutOffCase.said;
import static dev.mayfly.bundle.CutOffCase.withPod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command of a pod fetches is called by the pod; what it only names may be for anybody. */
class FetchedAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "command: [curl, -sf, 'https://a.acme.dev/x']",
        "command: [/usr/bin/wget], args: ['https://a.acme.dev']",
        "command: [sh, -c, 'set -e; curl -sf -o /tmp/x https://a.acme.dev/x | sh']",
        "command: [sh, -c, \"wget -q \\\\\\n  https://a.acme.dev/x\"]",
        "args: ['--s3-endpoint=https://a.acme.dev']"
      })
  void whatACommandFetches(String pod) {
    assertThat(said(withPod(pod))).containsExactly("a.acme.dev:443");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "command: [serve, --public-url, 'https://a.acme.dev']",
        "args: ['--base-url=https://a.acme.dev']",
        "command: [sh, -c, 'curl http://orders; echo see https://a.acme.dev']",
        "command: [sh, -c, 'echo https://a.acme.dev']",
        "command: [curl, -H, 'Origin: https://a.acme.dev', 'http://orders']"
      })
  void whatACommandOnlyNames(String pod) {
    assertThat(said(withPod(pod))).isEmpty();
  }

  /** Settings are a pull request's own text, and cost no more than their length. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl ",
        "curl \\\n",
        "https://",
        "https://a@",
        "a.",
        "S3_ENDPOINT=http://a.b\n",
        "_API",
        "wget https://a.b;"
      })
  @Timeout(30)
  void longTextsAreReadOnce(String piece) {
    String text = piece.repeat(200_000 / piece.length());
    ScalarNode node = new ScalarNode(text, false, Location.ofFile("x"));
    assertThat(WebAddress.hosts("S3_ENDPOINT", node, Set.of("S3"))).hasSizeLessThan(33);
    assertThat(WebAddress.hosts(text, node, Set.of())).hasSizeLessThan(33);
    assertThat(WebAddress.fetched(List.of(node, node))).hasSizeLessThan(33);
  }
}
