package dev.mayfly.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValueTest {
  private static final Value SAID = Value.of(Text.of(new Fact.Said("title")));
  private static final List<Value> TRUSTED =
      List.of(
          Value.of("a"),
          new Value.Num(7),
          new Value.Bool(true),
          new Value.Decimal(BigDecimal.ONE),
          Value.NULL,
          Value.ABSENT,
          new Value.Embedded(new Value.Fields(Map.of("a", Value.of("b")))),
          Value.ofAll(List.of("a")),
          Value.ofAll(Map.of("a", "b")));

  @Test
  void onePartThatAnOutsiderChoosesIsEnough() {
    assertThat(TRUSTED).noneMatch(Value::isUntrusted);
    Value.Fields fields = new Value.Fields(Map.of("a", Value.of("b"), "c", SAID));
    assertThat(
            List.of(
                SAID,
                fields,
                new Value.Items(List.of(Value.of("a"), SAID)),
                new Value.Embedded(fields)))
        .allMatch(Value::isUntrusted);
  }

  @Test
  void nullIsFoundAnywhere() {
    assertThat(Value.NULL.holdsNull()).isTrue();
    assertThat(new Value.Fields(Map.of("a", Value.of("b"), "c", Value.NULL)).holdsNull()).isTrue();
    assertThat(new Value.Items(List.of(Value.of("b"), Value.NULL)).holdsNull()).isTrue();
    assertThat(TRUSTED).filteredOn(Value::holdsNull).containsExactly(Value.NULL);
  }

  @Test
  void aWayLeadsThroughMapsOnly() {
    Value.Fields inner = new Value.Fields(Map.of("c", Value.of("d")));
    Value.Fields fields = new Value.Fields(Map.of("a", inner, "b", Value.ofAll(List.of("c"))));
    assertThat(fields.at()).isSameAs(fields);
    assertThat(fields.at("a")).isSameAs(inner);
    assertThat(fields.at("a", "c")).isEqualTo(Value.of("d"));
    assertThat(fields.at("b", "c")).isNull();
    assertThat(fields.at("x", "c")).isNull();
  }

  @Test
  void aScopeTellsItsKeysAndWhatStayedUnused() {
    Scope scope = new Scope(new Scope().put("shared", "x").put("both", "x"));
    scope.put("both", "y").put("own", "z");
    assertThat(scope.keys()).containsExactly("both", "own", "shared");
    assertThat(scope.unused(Set.of("own"))).containsExactly("both");
    assertThat(scope.get("both")).isEqualTo(Value.of("y"));
    assertThat(scope.get("shared")).isEqualTo(Value.of("x"));
  }

  /** Whatever stands there: the name alone says that an outsider may choose it. */
  @Test
  void namesOfWhatPeopleSayAreKnown() {
    assertThat(Trust.isUntrusted("pr.title")).isTrue();
    assertThat(Trust.isUntrusted("pr.number")).isFalse();
    assertThat(Trust.isUntrusted("ab.title")).isFalse();
    assertThat(WrittenOut.problems("a: ${pr.title}", new Scope().put("pr.title", "x")))
        .extracting(it -> it.id())
        .containsExactly("untrusted-key");
  }

  @Test
  void aMapWithoutEntriesIsLeftOut() {
    Value.Fields fields = new Value.Fields(Map.of("a", SAID));
    assertThat(fields.orAbsent()).isSameAs(fields);
    assertThat(Value.EMPTY.orAbsent()).isSameAs(Value.ABSENT);
  }
}
