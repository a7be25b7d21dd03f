package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found under a path, and what counts as found. */
class NodeTest {
  private final Node document = read("{a: {b: [x, null, {c: d}], t: y}, n: null}");

  @Test
  void whatIsMissingCountsAsEmpty() {
    assertThat(document.textOrEmpty("a", "t")).isEqualTo("y");
    assertThat(document.textOrEmpty("a", "b")).isEmpty();
    assertThat(document.textOrEmpty("n")).isEmpty();
    assertThat(document.itemsAt("a", "b")).hasSize(3);
    assertThat(document.itemsAt("a", "t")).isEmpty();
    assertThat(document.stringsAt("a", "b")).containsExactly("x", "", "");
    assertThat(document.mapsAt("a", "b")).extracting(it -> it.textAt("c")).containsExactly("d");
    assertThat(document.textsAt("a", "b"))
        .extracting(ScalarNode::text)
        .containsExactly("x", "null");
  }

  @Test
  void onlyAScalarIsNull() {
    assertThat(document.at("n")).extracting(Node::isNull).isEqualTo(true);
    assertThat(document.isNull()).isFalse();
    assertThat(document.at("a", "b")).extracting(Node::isNull).isEqualTo(false);
  }

  @Test
  void forWhatIsMissingThisIsShown() {
    assertThat(document.orThis("a", "t")).isSameAs(document.at("a", "t"));
    assertThat(document.orThis("a", "z")).isSameAs(document);
  }

  @Test
  void onlyAListHasItems() {
    Problems problems = new Problems();
    assertThat(ListNode.items(read("[x, y]"), problems)).hasSize(2);
    assertThat(problems.sorted()).isEmpty();
    assertThat(ListNode.items(document, problems)).isEmpty();
    assertThat(problems.sorted())
        .extracting(Problem::message)
        .isEqualTo(List.of("expected a list, found a map"));
  }

  private static Node read(String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return new YamlReader(Budget.ADMIN).read("f", bytes).documents().getFirst();
  }
}
