package dev.mayfly.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.cel.Expression.Choice;
import dev.mayfly.cel.Expression.Entries;
import dev.mayfly.cel.Expression.Variable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees and their text, which a CEL library reads back. */
class ExpressionTest {
  private static final Expression OBJECT = new Variable("object");
  private static final Expression A = OBJECT.field("a");
  private static final Expression B = OBJECT.field("b");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import",
        "in", "let", "loop", "namespace", "null", "package", "return", "true", "var", "void",
        "while", "", "1a", "a-b", "a.b", "a b"
      })
  void noVariableBearsSuchAName(String name) {
    assertThatThrownBy(() -> new Definition(name, A)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Definition.named(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Variable(name)).isInstanceOf(IllegalArgumentException.class);
    // The library agrees that it is none.
    assertThatThrownBy(() -> new KubernetesCel().define(name, "1")).isInstanceOf(Exception.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "'",
        "\\",
        "\\'",
        "a\nb",
        "\t\r\u0000",
        "\"",
        "${x}",
        "\u2028",
        "ä",
        "🦋"
      })
  void charactersStayWhatTheyAre(String characters) throws Exception {
    assertThat(value(Expressions.of(characters))).isEqualTo(characters);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "in", "null", "namespace", "app.kubernetes.io/name", "it's", ""})
  void everyKeyIsReached(String key) throws Exception {
    Map<String, Object> given = Map.of("object", Map.of(key, "value"));
    assertThat(value(OBJECT.field(key), given)).isEqualTo("value");
    assertThat(value(OBJECT.maybe(key).orElse(Expressions.of("none")), given)).isEqualTo("value");
    assertThat(value(OBJECT.maybe("other").orElse(Expressions.of("none")), given))
        .isEqualTo("none");
  }

  /** Brackets stand where the tree says so: each of these differs from its neighbour. */
  @Test
  void conditionsMeanWhatTheTreeMeans() throws Exception {
    Expression truth = Expression.TRUE;
    Expression lie = Expression.FALSE;
    assertThat(value(Expressions.any(List.of(truth, new Choice(lie, truth, lie))))).isEqualTo(true);
    assertThat(value(A.or(truth.eq(truth)).and(lie), Map.of("object", Map.of("a", true))))
        .isEqualTo(false);
    assertThat(value(A.and(lie).or(B), Map.of("object", Map.of("a", true, "b", true))))
        .isEqualTo(true);
    assertThat(A.or(B).and(A).text()).isEqualTo("(object.a || object.b) && object.a");
    assertThat(A.and(B).or(A).text()).isEqualTo("object.a && object.b || object.a");
    assertThat(A.or(B).not().text()).isEqualTo("!(object.a || object.b)");
    assertThat(A.eq(B).not().text()).isEqualTo("object.a != object.b");
    assertThat(A.not().not()).isEqualTo(A);
    assertThat(A.eq(B).eq(A.eq(B)).text())
        .isEqualTo("object.a == object.b == (object.a == object.b)");
    assertThat(A.plus(B).call("size").text()).isEqualTo("(object.a + object.b).size()");
    assertThat(new Choice(A, B, A).eq(B).text())
        .isEqualTo("(object.a ? object.b : object.a) == object.b");
  }

  @Test
  void nothingIsTrueOfAllAndFalseOfAny() {
    assertThat(Expressions.all(List.of())).isEqualTo(Expression.TRUE);
    assertThat(Expressions.any(List.of())).isEqualTo(Expression.FALSE);
    assertThat(Expressions.all(List.of(Expression.TRUE, A))).isEqualTo(A);
    assertThat(Expressions.any(List.of(A.or(B), A)).text())
        .isEqualTo("object.a || object.b || object.a");
  }

  @Test
  void onlyAnEntryCanBeMissing() {
    assertThat(Expressions.has(A).text()).isEqualTo("has(object.a)");
    assertThatThrownBy(() -> Expressions.has(OBJECT)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void collections() throws Exception {
    Expression map = new Entries(Map.of("it's", Expressions.of(1)));
    assertThat(value(map.field("it's"))).isEqualTo(1L);
    assertThat(value(Expressions.listOf(List.of("a", "b")).at(1))).isEqualTo("b");
    assertThat(value(Expressions.of("b").in(Expressions.listOf(List.of("a"))))).isEqualTo(false);
    assertThat(value(Expressions.listOf(List.of("a")).some("x", x -> x.eq("a")))).isEqualTo(true);
    assertThat(value(Expressions.listOf(List.of("a")).all("x", x -> x.eq("b")))).isEqualTo(false);
    assertThat(value(map.some("key", key -> map.at(key).eq(Expressions.of(1))))).isEqualTo(true);
  }

  private static Object value(Expression expression) throws Exception {
    return value(expression, Map.of());
  }

  private static Object value(Expression expression, Map<String, Object> given) throws Exception {
    return new KubernetesCel().define("it", expression.text()).evaluate(given);
  }
}
