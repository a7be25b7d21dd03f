package dev.mayfly.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedTreeTest {
  /** Any text with marks comes back from what the probes make of it. */
  @Test
  void whatTheProbesSayIsFoundAgain() {
    Random random = new Random(11);
    String letters =
        "shop-pr.0_9/{}: \uF8C0\uF8C1\uF8C2\uF8C3\uF8C4\uF8C5\uF8C6\uF8C7\uF887\uF888\uF88C";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder marked = new StringBuilder();
      for (int k = random.nextInt(12); k >= 0; k--) {
        char c = letters.charAt(random.nextInt(letters.length()));
        // What follows a part of the commit id must not go on with it.
        marked.append(Marks.shaLength(c) > 0 ? c + "." : "" + c);
      }
      assertThat(said(marked.toString())).isEqualTo(marked.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "app-%n-x, app-\uF8C0-x",
    "%H, \uF8CF",
    "shop-%H-web, shop-\uF8CF-web",
  })
  void whatIsNotUnderstoodIsCutOut(String template, String expected) {
    List<Node> made =
        Probe.ALL.stream()
            .map(probe ->
                template
                    .replace("%n", "" + probe.number())
                    .replace("%H", Integer.toHexString(probe.hashCode()) + probe.number() % 7))
            .map(MarkedTreeTest::node)
            .toList();
    String text = ((ScalarNode) MarkedTree.of(made)).text();
    assertThat(text).matches(expected.replace("\uF8CF", "[0-9a-f]*\uF8CF[0-9a-f]*"));
  }

  private static String said(String marked) {
    List<Node> made =
        Probe.ALL.stream().map(probe -> probe.filled(marked)).map(MarkedTreeTest::node).toList();
    return ((ScalarNode) MarkedTree.of(made)).text();
  }

  private static Node node(String text) {
    return new ScalarNode(text, false, Location.ofFile("set.yaml"));
  }
}
