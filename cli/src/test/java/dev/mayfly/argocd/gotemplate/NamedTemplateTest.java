package dev.mayfly.argocd.gotemplate;

import static dev.mayfly.argocd.gotemplate.GoTemplateTest.render;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedTemplateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{{ define \"x\" }}[{{ . }}]{{ end }}{{ template \"x\" 5 }} ~ [5]",
        "{{ block \"b\" .number }}<{{ . }}>{{ end }} ~ <42>",
        "{{ template `x` . }}{{ define `x` }}{{ $.branch }}{{ end }} ~ feat/A_b",
        "{{ define \"x\" }}{{ . }}{{ .a }}{{ end }}{{ template \"x\" .values }} ~ ABSENT there is no entry for the key `a`",
        "{{ define \"x\" }}{{ . }}{{ end }}{{ template \"x\" }} ~ <no value>",
        "{{ define \"x\" }}{{ if gt . 0 }}{{ . }}{{ template \"x\" (sub . 1) }}{{ end }}{{ end }}{{ template \"x\" 3 }} ~ 321",
        "{{ define \"x\" }} {{ end }}{{ define \"x\" }}2{{ end }}{{ template \"x\" }} ~ 2",
        "{{ define \"x\" }}1{{ end }}{{ define \"x\" }} {{ end }}{{ template \"x\" }} ~ 1",
        "{{ define \"base\" }}1{{ end }} ~ 1",
        "{{ define \"\" }}1{{ end }}a{{ template \"\" }} ~ a1",
        "{{ range until 2 }}{{ block \"x\" . }}{{ . }}{{ end }}{{ end }} ~ 01",
        "{{ template \"x\" $y := 1 }}{{ $y }}{{ define \"x\" }}q{{ . }}{{ end }} ~ q11",
        "{{ template \"none\" }} ~ FAILED the template `none` is not defined",
      })
  void areFilledInAsByGo(String template, String expected) {
    assertThat(render(template)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ define \"x\" }}1{{ end }}{{ define \"x\" }}2{{ end }}",
        "{{ define \"base\" }}1{{ end }}a",
        "{{ $y := 1 }}{{ define \"x\" }}{{ $y }}{{ end }}",
        "{{ $y := 1 }}{{ block \"x\" $y }}{{ $y }}{{ end }}",
        "{{ range until 2 }}{{ block \"x\" . }}{{ break }}{{ end }}{{ end }}",
        "{{ if true }}{{ define \"x\" }}a{{ end }}{{ end }}",
        "{{ define \"x\" }}a{{ else }}b{{ end }}",
        "{{ define \"x\" }}a",
        "{{ define x }}{{ end }}",
        "{{ define \"x\" 1 }}{{ end }}",
        "{{ block \"x\" }}a{{ end }}",
        "{{ template (print \"x\") }}",
      })
  void areRefusedAsByGo(String template) {
    assertThat(render(template)).startsWith("MALFORMED ");
  }

  @Test
  void endWithoutAnOverflow() {
    assertThat(render("{{ define \"x\" }}{{ template \"x\" . }}{{ end }}{{ template \"x\" 1 }}"))
        .startsWith("UNVERIFIABLE templates call each other more than");
    String twice = "{{ define \"x\" }}{{ template \"x\" .a }}{{ template \"x\" .b }}{{ end }}";
    GoTemplate endless = (GoTemplate) GoTemplate.parse(twice + "{{ template \"x\" . }}");
    assertThat(endless.references()).hasSizeBetween(2, 1000);
    assertThat(GoTemplate.parse("{{ block \"x\" 1 }}".repeat(10_000)))
        .isInstanceOf(TemplateFault.class);
  }

  @Test
  void showTheParametersTheyRead() {
    GoTemplate template =
        (GoTemplate)
            GoTemplate.parse("{{ define \"x\" }}{{ .env }}{{ end }}{{ template \"x\" .values }}");
    assertThat(template.references())
        .extracting(ParameterReference::path)
        .containsExactly(List.of("values"), List.of("values", "env"));
  }
}
