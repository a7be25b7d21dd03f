package dev.mayfly.argocd.gotemplate;

import static dev.mayfly.argocd.gotemplate.GoTemplateTest.render;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Go 1.26 was seen to read and to print, and what it does not parse. */
class ParserTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a{{ .number  -}} b ~ a42b",
        "a{{ .number   -}}  b ~ a42b",
        "{{ 1e+3 }} {{ 1E-1 }} {{ 0x1p-2 }} {{ 0X1P+2 }} ~ 1000 0.1 0.25 4",
        "{{ $x := 1 }}{{ if true }}{{ $x := 2 }}{{ end }}{{ $x }} ~ 1",
        "{{ range $i := 3 }}{{ $i }}{{ end }} ~ 012",
        "{{ range 0 }}x{{ else }}none{{ end }}{{ range -1 }}x{{ else }}none{{ end }} ~ nonenone",
        "{{ $x := 0 }}{{ range .list }}{{ $x }}{{ $x := 5 }}{{ $x }}{{ end }}{{ $x }} ~ 05050",
        "{{ $x := 1 }}{{ range $x := .list }}{{ end }}{{ $x }} ~ 1",
        "{{ lt 1 1 }} {{ lt 1.5 1.5 }} {{ lt \"a\" \"a\" }} {{ le 1 1 }} {{ ge 1.5 1.5 }} {{ gt 1 1 }} ~ false false false true true false",
        "{{ \"\\U0010FFFF\" | len }} {{ \"\\x00\" | len }} {{ '\\x00' }} {{ \"\\u00e9\" }} {{ \"\\U00000041\" }} ~ 4 1 0 é A",
        "{{ with $x := 5 }}{{ $x }}{{ end }} ~ 5",
        "{{ range .list }}{{ range $.list }}{{ end }}{{ . }}{{ break }}{{ end }} ~ a",
        "{{ keys (dict \"a\" 1 \"b\" 2) | len }} {{ keys (dict \"b\" 1 \"a\" 2) | sortAlpha }} ~ 2 [a b]",
      })
  void printsWhatGoPrints(String answer) {
    int at = answer.indexOf(" ~ ");
    assertThat(render(answer.substring(0, at))).isEqualTo(answer.substring(at + 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "{{ 1+2 }} ~ `+` cannot stand here",
        "{{ 1e3+2 }} ~ `+` cannot stand here",
        "{{/*/}} ~ the comment is not closed",
        "{{/* x */ ~ the comment ends before `}}`",
        "a {{- ~ the action is not closed",
        "^a {{- ^ ~ the action is not closed",
        "{{ 1 | . }} ~ what follows `|` cannot be called",
        "{{ 1 := 2 }} ~ `:=` cannot stand here",
        "{{ template \"x\" }}{{ define \"x\" . }} ~ `.` stands where `}}` is expected",
        "{{ \"a\\ ~ the quoted string is not closed",
        "{{ \"a\\u00 ~ the escape is not a character",
        "{{ \"a\\U00110000\" }} ~ the escape is not a character",
        "{{ 12 ~ the action is not closed",
        "^{{ .a  ^ ~ the action is not closed",
        "{{ if true }}{{ $x := 1 }}{{ end }}{{ $x }} ~ the variable `$x` is not declared",
        "{{ range .list }}{{ end }}{{ break }} ~ `break` stands outside `range`",
      })
  void refusesWhatGoRefuses(String template, String reason) {
    assertThat(render(template)).isEqualTo("MALFORMED " + reason);
  }

  @Test
  void blocksHaveADeepest() {
    String end = "{{ end }}";
    assertThat(render("{{ if 1 }}".repeat(100) + "x" + end.repeat(100))).isEqualTo("x");
    assertThat(render("{{ if 1 }}".repeat(101) + end.repeat(101)))
        .isEqualTo("UNVERIFIABLE blocks are nested deeper than 100");
    assertThat(render(named(100) + "x" + end.repeat(100))).isEqualTo("x");
    assertThat(render(named(101) + end.repeat(101)))
        .isEqualTo("UNVERIFIABLE blocks are nested deeper than 100");
    assertThat(render("{{ if 1 }}x{{ end }}".repeat(101))).isEqualTo("x".repeat(101));
    assertThat(render("{{ define \"a\" }}{{ end }}".repeat(101))).isEmpty();
  }

  private static String named(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{{ block \"" + i + "\" . }}")
        .collect(Collectors.joining());
  }

  /** Whether there is a variable to be set is asked where it is set, and not before. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{{ if false }}{{ $y = 2 }}{{ $y }}{{ end }}ok ~ ok",
        "{{ range $i, $e = .labels }}{{ end }} ~ FAILED the variable `$i` is not declared",
        "{{ $y = 2 }} ~ FAILED the variable `$y` is not declared",
        "{{ if false }}{{ $y = 2 }}{{ end }}{{ $y }} ~ MALFORMED the variable `$y` is not declared",
        "{{ $x := 1 }}{{ $x = 2 }}{{ $x }} ~ 2",
        "{{ 1 | .number }} ~ FAILED a value that is not a function has arguments",
        "{{ $a, $b := .list }} ~ MALFORMED the variable `$a` is not declared",
      })
  void aVariableIsSetWhereItIsThere(String template, String expected) {
    assertThat(render(template)).isEqualTo(expected);
  }

  @Test
  void pipelinesHaveADeepest() {
    assertThat(render("{{ " + "(".repeat(99) + "1" + ")".repeat(99) + " }}")).isEqualTo("1");
    assertThat(render("{{ " + "(".repeat(100) + "1" + ")".repeat(100) + " }}"))
        .isEqualTo("UNVERIFIABLE pipelines are nested deeper than 100");
    assertThat(render("{{ 1 }}".repeat(101))).isEqualTo("1".repeat(101));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{{ if true }}{{ print 1 (print .number.x) }}{{ end }} ~ 1:32",
        "{{ \"ab\\xZZ\" }} ~ 1:8",
        "{{ \"ab\\q\" }} ~ 1:7",
        "{{ \"ab\\ud800\" }} ~ 1:8",
        "{{ print 1 (fail \"no\") }} ~ 1:13",
        "a {{ range $i, $x := 3 }}x{{ end }} ~ 1:3",
      })
  void aFaultHasThePlaceOfWhatIsInnermost(String template, String place) {
    assertThat(TemplateRun.of(template, GoTemplateTest.PARAMETERS, MissingKey.ERROR))
        .isInstanceOfSatisfying(
            TemplateFault.class, fault -> assertThat(fault.position()).hasToString(place));
  }

  @Test
  void wordsAreCutWithoutBeingParsed() {
    assertThat(Lexer.read("a{{ b }}").orElseThrow())
        .extracting(it -> it.kind() + " " + it.text())
        .containsExactly("TEXT a", "OPEN {{", "SPACE  ", "WORD b", "SPACE  ", "CLOSE }}", "END ");
    assertThat(Lexer.read("a{{ b")).isEmpty();
  }

  @Test
  void keysInAnyOrderAreNotDecided() {
    assertThat(render("{{ keys (dict \"a\" 1 \"b\" 2) | join \",\" }}"))
        .startsWith("UNVERIFIABLE ");
  }
}
