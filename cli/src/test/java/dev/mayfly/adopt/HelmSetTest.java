package dev.mayfly.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.yaml.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelmSetTest {
  private static final Origin FORM = new Origin.Form();
  private final Draft.Fields values = new Draft.Fields();

  @Test
  void namesLeadThroughMapsAndLists() {
    put("image.tag", "1");
    put("image.name", "app");
    put("hosts[0].host", "a");
    put("hosts[1].host", "b");
    put("hosts[0].port", "80");
    put("annotations.example\\.dev/x", "z");
    assertThat(AnnotatedYaml.write(values))
        .isEqualTo(
            """
            image:
              tag: "1"
              name: app
            hosts:
              - host: a
                port: "80"
              - host: b
            annotations:
              example.dev/x: z
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "a[1]", "[0]", "a[x]", "a[0", "a[9999]"})
  void whatIsNoNameIsNotPut(String name) {
    assertThat(HelmSet.put(values, name, leaf("1"))).isFalse();
  }

  @Test
  void depthIsBounded() {
    assertThat(HelmSet.put(values, "a.".repeat(50_000) + "a", leaf("1"))).isFalse();
  }

  private void put(String name, String text) {
    assertThat(HelmSet.put(values, name, leaf(text))).as(name).isTrue();
  }

  private static Draft leaf(String text) {
    return new Draft.Leaf(new Tree.Text(text), FORM);
  }
}
