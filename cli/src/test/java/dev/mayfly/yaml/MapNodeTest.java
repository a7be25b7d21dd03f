package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a map holds, and what it is after one entry was set or taken out. */
class MapNodeTest {
  private static final Source SOURCE = new Source("a.yaml", "a: 1\nb: 2\n");
  private static final Location HERE = new Location(SOURCE, 1, 1, 1, 2);
  private static final Location THERE = new Location(SOURCE, 2, 3, 2, 4);

  private final MapNode.Entry written =
      new MapNode.Entry(new ScalarNode("a", true, HERE), new ScalarNode("1", true, HERE));
  private final MapNode map = new MapNode(List.of(written), HERE);

  @Test
  void theKeyThatWasWrittenStaysWhereItWas() {
    Node value = new ScalarNode("2", false, THERE);
    MapNode changed = map.with(MapNode.Entry.of("a", value));
    assertThat(changed.entries()).containsExactly(new MapNode.Entry(written.key(), value));
    assertThat(changed.location()).isEqualTo(HERE);
    assertThat(map.get("a")).isEqualTo(written.value());
  }

  @Test
  void aNewKeyIsTextAtThePlaceOfItsValueAndComesLast() {
    Node value = new ScalarNode("2", false, THERE);
    assertThat(map.with(MapNode.Entry.of("n", value)).entries())
        .containsExactly(written, new MapNode.Entry(new ScalarNode("n", false, THERE), value));
  }

  @Test
  void mapsOnTheWayOfAPathAreMadeWhereTheyAreMissing() {
    Node value = new ScalarNode("2", false, THERE);
    MapNode made = map.with(List.of("b", "c"), value);
    assertThat(made.keys()).containsExactly("a", "b");
    assertThat(made.at("b", "c")).isEqualTo(value);
    MapNode both = made.with(List.of("b", "d"), value);
    assertThat(((MapNode) both.get("b")).keys()).containsExactly("c", "d");
    assertThat(map.with(List.of("a"), value).entries())
        .containsExactly(new MapNode.Entry(written.key(), value));
  }

  @Test
  void oneKeyIsTakenOut() {
    MapNode two = map.with("b", new ScalarNode("2", false, THERE));
    assertThat(two.without("b")).isEqualTo(map);
    assertThat(two.without("c")).isEqualTo(two);
  }

  @Test
  void theNearestKeyIsThatOfTheDeepestEntryThatIsThere() {
    MapNode deep = map.with(List.of("b", "c"), new ScalarNode("2", false, THERE));
    assertThat(deep.nearestKey("b", "c")).extracting(ScalarNode::text).isEqualTo("c");
    assertThat(deep.nearestKey("b", "d")).extracting(ScalarNode::text).isEqualTo("b");
    assertThat(deep.nearestKey("a", "c")).extracting(ScalarNode::text).isEqualTo("a");
    assertThat(deep.nearestKey("d", "c")).isNull();
  }
}
