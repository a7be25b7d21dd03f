package dev.mayfly.argocd.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnalysisTest {
  private static GoTemplate parse(String text) {
    return (GoTemplate) GoTemplate.parse(text);
  }

  @Test
  void findsParametersThroughDotsAndVariables() {
    GoTemplate template =
        parse("{{ with .values }}{{ .env }}{{ end }}{{ $v := .values }}{{ $v.x }}{{ $.number }}");
    assertThat(template.references())
        .extracting(ParameterReference::shown)
        .containsExactly(".values", ".values.env", ".values", ".values.x", ".number");
    assertThat(parse("{{ range .list }}{{ .name }}{{ end }}").references())
        .extracting(ParameterReference::shown)
        .containsExactly(".list");
  }

  @Test
  void tellsWhatAValuePassesThrough() {
    List<ParameterReference> references =
        parse("{{ printf \"%s\" (.branch | slugify) | trunc 3 }}\n{{ .title }}").references();
    assertThat(references.getFirst().functions()).containsExactly("slugify", "printf", "trunc");
    assertThat(references.getLast().functions()).isEmpty();
    assertThat(references.getLast().position()).isEqualTo(new TemplatePosition(2, 4));
  }

  @Test
  void findsCallsWithTheirFirstArgument() {
    FunctionCall call = parse("{{ index .labels 0 }}").calls().getFirst();
    assertThat(call.function()).isEqualTo("index");
    assertThat(call.path()).contains(List.of("labels"));
    assertThat(call.literals()).containsExactly("0");
    assertThat(call.others()).isEmpty();
  }

  @Test
  void findsTheParametersAmongFurtherArguments() {
    FunctionCall call = parse("{{ merge .a \"b\" .c $ (dict) }}").calls().getFirst();
    assertThat(call.path()).contains(List.of("a"));
    assertThat(call.others()).containsExactly(List.of("c"), List.of());
    assertThat(call.literals()).containsExactly("b");
  }

  /** What is piped in is the last argument, and the first where it is the only one. */
  @Test
  void takesWhatIsPipedInForAnArgument() {
    FunctionCall merge = parse("{{ .c.d | merge .a }}").calls().getFirst();
    assertThat(merge.path()).contains(List.of("a"));
    assertThat(merge.others()).containsExactly(List.of("c", "d"));
    FunctionCall first = parse("{{ .labels | first | upper }}").calls().getLast();
    assertThat(first.path()).contains(List.of("labels"));
    assertThat(parse("{{ .labels | first | upper }}").calls().getFirst().path()).isEmpty();
  }

  @Test
  void looksIntoEveryBranch() {
    assertThat(
            shown(
                "{{ if .a }}{{ .b }}{{ else }}{{ .c }}{{ end }}{{ with .d }}{{ .e }}{{ else }}{{ .f }}"
                    + "{{ end }}{{ range $k, $v := .g }}{{ $.h }}{{ $v.x }}{{ else }}{{ .i }}{{ end }}"))
        .containsExactly(".a", ".b", ".c", ".d", ".d.e", ".f", ".g", ".h", ".i");
  }

  /** A template knows its argument alone, and whoever calls it keeps its variables. */
  @Test
  void followsTemplatesWithTheirArgument() {
    assertThat(
            shown(
                "{{ define \"t\" }}{{ .b }}{{ $.c }}{{ $v := .z }}{{ end }}{{ $v := .a }}"
                    + "{{ template \"t\" .x }}{{ $v.d }}{{ $.e }}{{ template \"t\" }}"))
        .containsExactly(".a", ".x", ".x.b", ".x.c", ".x.z", ".a.d", ".e");
  }

  @Test
  void followsWhatCallsItselfAFewTimes() {
    List<String> deep =
        shown("{{ define \"t\" }}{{ template \"t\" .n }}{{ end }}{{ template \"t\" . }}{{ .z }}");
    assertThat(deep.getLast()).isEqualTo(".z");
    assertThat(deep).contains(".n".repeat(10)).doesNotContain(".n".repeat(11));
    String twice = "{{ template \"t\" . }}".repeat(2);
    assertThat(shown("{{ define \"t\" }}{{ .n }}" + twice + "{{ end }}" + twice))
        .filteredOn(it -> it.equals(".n"))
        .hasSize(200);
  }

  @Test
  void tellsWhatAConditionAsksOf() {
    assertThat(parse("{{ if .a }}{{ end }}{{ with .b }}{{ end }}").references())
        .extracting(ParameterReference::functions)
        .containsExactly(List.of("if"), List.of("with"));
  }

  @Test
  void tellsAFunctionByName() {
    ParameterReference reference = parse("{{ .branch | slugify }}").references().getFirst();
    assertThat(reference.passes("slugify")).isTrue();
    assertThat(reference.passes("lower")).isFalse();
  }

  private static List<String> shown(String text) {
    return parse(text).references().stream().map(ParameterReference::shown).toList();
  }
}
