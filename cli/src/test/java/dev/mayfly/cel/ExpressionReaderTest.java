package dev.mayfly.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelOptions;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.mayfly.cel.Reading.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our reader against a CEL library: both say of a text whether it is an expression. */
class ExpressionReaderTest {
  private static final CelCompiler LIBRARY =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setOptions(
              CelOptions.current()
                  .enableReservedIds(true)
                  .enableOptionalSyntax(true)
                  .enableQuotedIdentifierSyntax(true)
                  .build())
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .build();

  private static final List<String> EXPRESSIONS =
      List.of(
          "object.spec.replicas <= 5 && !has(object.spec.paused)",
          "object.metadata.?labels[?'a/b'].orValue('') != \"x\" ? 1 + 2 * -3 : -object.n % 4",
          "variables.pods.all(p, p.spec.containers.exists(c, c.image.startsWith('a')))",
          "{'a': dyn(1), 'b': dyn([1, 2.5e3, 0x1F, 7u, r'\\d', b'x', null, true])}['a']",
          "[?object.?a, 'it''s'][0].size() in [1] || !(2 > 1) // why\n && true",
          "object.spec.containers.map(c, c.name).filter(n, n.matches('''a\nb'''))",
          ".object.namespace == request.namespace",
          "Object{spec: Object.spec{replicas: 1}}",
          "object.`a-b`.c");

  /**
   * No false alarm, and next to nothing is overlooked: the arguments of macros are not looked at as
   * closely as the library does.
   */
  @Test
  void agreesWithTheLibraryOnWhatIsAnExpression() {
    Random random = new Random(7);
    List<String> falseAlarms = new ArrayList<>();
    List<String> overlooked = new ArrayList<>();
    int valid = 0;
    for (int i = 0; i < 6000; i++) {
      StringBuilder text = new StringBuilder(EXPRESSIONS.get(i % EXPRESSIONS.size()));
      for (int changes = random.nextInt(3); changes > 0 && i >= EXPRESSIONS.size(); changes--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, "?.[]{}(),:'\"!-+ in1a&|".charAt(random.nextInt(22)));
          default -> text.setCharAt(at, "?.[]{}(),:'\"!-+ in1a&|".charAt(random.nextInt(22)));
        }
      }
      boolean library = !LIBRARY.parse(text.toString()).hasError();
      valid += library ? 1 : 0;
      boolean ours = ExpressionReader.read(text.toString()).errors().isEmpty();
      if (library != ours) {
        (library ? falseAlarms : overlooked).add(text.toString());
      }
    }
    assertThat(valid).isBetween(2000, 5000);
    assertThat(falseAlarms).isEmpty();
    assertThat(overlooked).hasSizeLessThan(40);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "object.a &&| 11 | the expression ends too early",
        "object.a) | 8 | `)` is not expected here",
        "namespace == 'a' | 0 | `namespace` is a word that CEL reserves",
        "a == b c | 7 | `c` is not expected here",
        "a # b | 2 | `#` is not expected here",
      })
  void saysWhereItIsNone(String text, int offset, String message) {
    assertThat(ExpressionReader.read(text).errors()).containsExactly(new Use(message, offset));
  }

  @Test
  void namesWhatIsUsed() {
    var reading =
        ExpressionReader.read(
            "variables.a.exists(x, x.b == object.c && y.size() > 0) || sets.contains([x], [1])");
    assertThat(reading.roots())
        .extracting(Use::word)
        .containsExactly("variables", "object", "y", "sets", "x");
    assertThat(reading.members()).containsExactly(new Use("a", 10));
    assertThat(reading.functions())
        .extracting(Use::word)
        .containsExactly("exists", "size", "contains");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "{", "!", "a?b:", "a["})
  void anyDepthEndsInASentence(String opening) {
    assertThat(ExpressionReader.read(opening.repeat(100_000)).errors()).hasSize(1);
  }
}
