package dev.mayfly.argocd.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Go's own templates with Sprig 3.3.0 were seen to make of nulls, of what is missing, and of
 * {@code nil}.
 */
class NothingTest {
  private static final GoValue PARAMETERS =
      GoValue.map(
          new TreeMap<>(
              Map.of("n", GoValue.NIL, "m", GoValue.map(new TreeMap<>(Map.of("x", GoValue.NIL))))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "html .nope ~ &lt;no value&gt;",
        "html .n ~ &lt;no value&gt;",
        "html nil ~ &lt;no value&gt;",
        "html .n .n ~ &lt;no value&gt;&lt;no value&gt;",
        "html \"<a>\" .nope ~ &lt;a&gt;&lt;no value&gt;",
        "js .n ~ \\u003Cno value\\u003E",
        "urlquery .n ~ %3Cno+value%3E",
        "html .m ~ map[x:&lt;nil&gt;]",
        "print .n ~ <nil>",
        "keys .nope ~ []",
        "keys nil ~ []",
        "keys (.n) ~ []",
        ".n | keys ~ []",
        "keys (index .m \"x\") ~ []",
        "keys .n ~ FAILED",
        "values (index .m \"x\") ~ []",
        "(.n).x ~ <no value>",
        ".n.x ~ FAILED",
        "dig \"a\" \"b\" .nope ~ FAILED",
        "dig \"a\" \"b\" nil ~ FAILED",
        "deepCopy nil ~ FAILED",
        "sortAlpha .n ~ [<nil>]",
        "has .n (list nil) ~ true",
        "range list nil}}{{ .x }}{{ end ~ FAILED",
        "without (list .n 1) nil ~ [1]"
      })
  void isTakenAsGoTakesIt(String expression, String printed) {
    String template = "{{ " + expression + " }}";
    assertThat(
            switch (TemplateRun.of(template, PARAMETERS, MissingKey.INVALID)) {
              case Execution.Rendered(String text) -> text;
              case TemplateFault fault -> fault.kind().toString();
            })
        .isEqualTo(printed);
  }
}
