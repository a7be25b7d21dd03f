package dev.mayfly.argocd.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoTemplateTest {
  /** A pull request without labels, as the generator hands it over. */
  static final GoValue PARAMETERS =
      GoValue.map(
          new TreeMap<>(
              Map.of(
                  "number", GoValue.of("42"),
                  "title", GoValue.of("Add \"things\""),
                  "branch", GoValue.of("feat/A_b"),
                  "labels", GoValue.texts(List.of()),
                  "values",
                      new GoValue.Entries(new TreeMap<>(Map.of("env", GoValue.of("x"))), true),
                  "size", new GoValue.Fraction(1_234_567),
                  "list", GoValue.list(List.of(GoValue.of("a"), GoValue.of("b"))))));

  static String render(String template) {
    return switch (TemplateRun.of(template, PARAMETERS, MissingKey.ERROR)) {
      case Execution.Rendered(String text) -> text;
      case TemplateFault fault -> fault.kind() + " " + fault.message();
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "pr-{{ .number }}-x ~ pr-42-x",
        "{{.branch|lower|replace \"/\" \"-\"}} ~ feat-a_b",
        "{{ printf \"%s-%05d\" .number 7 }} ~ 42-00007",
        "a {{- /* note */ -}} b ~ ab",
        "a {{- .number -}} b ~ a42b",
        "{{ if eq .number \"42\" }}yes{{ else }}no{{ end }} ~ yes",
        "{{ if false }}a{{ else if true }}b{{ end }} ~ b",
        "{{ with .values }}{{ .env }}{{ $.number }}{{ end }} ~ x42",
        "{{ range $i, $e := .list }}{{ $i }}{{ $e }}{{ end }} ~ 0a1b",
        "{{ range .labels }}x{{ else }}none{{ end }} ~ none",
        "{{ range .list }}{{ if eq . \"b\" }}{{ break }}{{ end }}{{ . }}{{ end }} ~ a",
        "{{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ end }}{{ $x }} ~ 2",
        "{{ (index .list 1) | upper }} ~ B",
        "{{ `raw \\n` }}{{ \"tab\\tq\" }} ~ raw \\ntab\tq",
        "{{ .size }} {{ .size | int }} ~ 1.234567e+06 1234567",
        "{{ .list }} {{ .values }} ~ [a b] map[env:x]",
        "{{ trunc 3 .branch }}{{ trunc -2 .branch }} ~ fea_b",
        "{{ splitList \"/\" .branch | last }} ~ A_b",
        "{{ .title | toJson }} ~ \"Add \\\"things\\\"\"",
        "{{ quote .number .branch }} ~ \"42\" \"feat/A_b\"",
        "{{ sha256sum \"a\" | trunc 8 }} ~ ca978112",
        "{{ regexReplaceAll \"[^a-z]+\" .branch \"-${0}-\" }} ~ feat-/A_-b",
        "{{ dict \"a\" 1 \"b\" (list 1 2) | toJson }} ~ {\"a\":1,\"b\":[1,2]}",
        "{{ ternary \"a\" \"b\" true }}{{ add 1 2 3 }}{{ len .list }} ~ a62",
        "{{ and .number .branch }}{{ or \"\" \"z\" }}{{ not true }} ~ feat/A_bzfalse",
        "{{ join \",\" .list }}{{ has \"a\" .list }}{{ contains \"eat\" .branch }} ~ a,btruetrue",
        "{{ normalize .branch }} {{ slugify .branch }} ~ feat-a-b feat-a-b",
        "}} ~ }}",
        "{{ trunc (sub 3 1) .branch }} ~ FAILED `trunc` takes int where it gets int64",
        "{{ trunc (sub 3 1 | int) .branch }} ~ fe",
        "{{ range $i, $x := 3 }}x{{ end }} ~ FAILED `range` over a number has one variable",
        "{{ $x := $x }} ~ FAILED the variable `$x` is not declared",
        "{{ cat \"\" .number }}. {{ fromJson \"{\" }} ~ ' 42. <no value>'",
      })
  void rendersAsGo(String template, String expected) {
    assertThat(render(template)).isEqualTo(expected);
  }

  /** The rows of the table in Argo CD's behaviour under each option, executed with Go. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{{.foo}} ~ <no value> ~ ERROR ~ <no value>",
        "{{$.foo}} ~ <no value> ~ ERROR ~ <no value>",
        "{{.Number}} ~ <no value> ~ ERROR ~ <no value>",
        "{{.values.x}}. ~ <no value>. ~ ERROR ~ .",
        "{{.foo | default \"d\"}} ~ d ~ ERROR ~ d",
        "{{coalesce .foo \"d\"}} ~ d ~ ERROR ~ d",
        "{{if .foo}}a{{else}}b{{end}} ~ b ~ ERROR ~ b",
        "{{with .foo}}a{{else}}b{{end}} ~ b ~ ERROR ~ b",
        "{{range .foo}}a{{else}}b{{end}} ~ b ~ ERROR ~ b",
        "{{toJson .foo}} ~ null ~ ERROR ~ null",
        "{{index . \"foo\"}} ~ <no value> ~ <no value> ~ <no value>",
        "{{index .values \"x\"}}. ~ . ~ . ~ .",
        "{{get . \"foo\"}}. ~ . ~ . ~ .",
        "{{pluck \"foo\" . | first}} ~ <no value> ~ <no value> ~ <no value>",
        "{{pick . \"foo\"}} ~ map[] ~ map[] ~ map[]",
        "{{dig \"foo\" \"d\" .}} ~ d ~ d ~ d",
        "{{hasKey . \"foo\"}} ~ false ~ false ~ false",
        "{{dig \"values\" \"x\" \"d\" .}} ~ ERROR ~ ERROR ~ ERROR",
        "{{get .values \"x\"}} ~ ERROR ~ ERROR ~ ERROR",
        "{{and false .foo}} ~ false ~ false ~ false",
        "{{or .number .foo}} ~ 42 ~ 42 ~ 42",
        "{{index .labels 0}} ~ ERROR ~ ERROR ~ ERROR",
        "{{.labels | join \",\"}}. ~ . ~ . ~ .",
        "{{.number.x}} ~ ERROR ~ ERROR ~ ERROR",
      })
  void missingKeysBehaveAsInGo(String template, String invalid, String error, String zero) {
    assertThat(shown(template, MissingKey.INVALID)).isEqualTo(invalid);
    assertThat(shown(template, MissingKey.ERROR)).isEqualTo(error);
    assertThat(shown(template, MissingKey.ZERO)).isEqualTo(zero);
  }

  private static String shown(String template, MissingKey missingKey) {
    return switch (TemplateRun.of(template, PARAMETERS, missingKey)) {
      case Execution.Rendered(String text) -> text;
      case TemplateFault fault ->
          fault.kind() == TemplateFault.Kind.FAILED || fault.kind() == TemplateFault.Kind.ABSENT
              ? "ERROR"
              : fault.toString();
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a {{ .x ~ 1:3",
        "{{ .head-sha }} ~ 1:9",
        "{{ required \"a\" .b }} ~ 1:4",
        "x{{ if .a }} ~ 1:2",
        "{{ end }} ~ 1:4",
        "{{ else }} ~ 1:4",
        "{{ $x }} ~ 1:4",
        "{{ }} ~ 1:4",
        "{{ .a | .b. }} ~ 1:11",
        "{{ \"a }} ~ 1:4",
        "{{ 'ab' }} ~ 1:4",
        "{{ (.a }} ~ 1:8",
        "{{ .a) }} ~ 1:6",
        "{{ .a | \"x\" }} ~ 1:9",
        "{{ break }} ~ 1:1",
        "{{/* x }} ~ 1:1",
        "{{ 1a }} ~ 1:4",
        "{{ {{ .a }} }} ~ 1:4",
        "{{ .a ; }} ~ 1:7",
      })
  void faultsHaveTheirPlace(String template, String place) {
    assertThat(GoTemplate.parse(template))
        .isInstanceOfSatisfying(
            TemplateFault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(TemplateFault.Kind.MALFORMED);
              assertThat(fault.position()).hasToString(place);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ now }}",
        "{{ uuidv4 }}",
        "{{ randAlphaNum 5 }}",
        "{{ genCA \"a\" 1 }}",
        "{{ toDate \"2006\" \"2024\" }}",
        "{{ define \"x\" }}{{ template \"x\" }}{{ end }}{{ template \"x\" }}",
        "{{ semver \"1.2\" | toJson }}",
        "{{ range until 99999 }}{{ range until 99999 }}x{{ end }}{{ end }}",
        "{{ repeat 999999999 \"xx\" }}",
        "{{ printf \"%#v\" .list }}",
        "{{ keys . }}",
        "{{ \"/w==\" | b64dec | b64enc }}",
        "{{ \"74======\" | b32dec | sha256sum }}",
      })
  void whatCannotBeDecidedIsSaid(String template) {
    assertThat(TemplateRun.of(template, PARAMETERS, MissingKey.INVALID))
        .isInstanceOfSatisfying(
            TemplateFault.class,
            fault -> assertThat(fault.kind()).isEqualTo(TemplateFault.Kind.UNVERIFIABLE));
  }

  @Test
  void optionsAreExactWords() {
    assertThat(MissingKey.ofOptions(List.of("missingkey=error"))).contains(MissingKey.ERROR);
    assertThat(MissingKey.ofOptions(List.of("missingKey=error"))).isEmpty();
    assertThat(MissingKey.ofOptions(List.of(""))).isEmpty();
    assertThat(MissingKey.ofOptions(List.of())).contains(MissingKey.INVALID);
  }

  @Test
  void plainSubstitutionLeavesUnknownTagsAlone() {
    var parameters = ((GoValue.Entries) PARAMETERS).values();
    assertThat(FastTemplate.render("{{number}}-{{ branch }}-{{ foo }}-{{}}-{{list}}", parameters))
        .contains("42-feat/A_b-{{ foo }}-{{}}-{{list}}");
    assertThat(FastTemplate.render("{{number}} {{", parameters)).isEmpty();
    assertThat(FastTemplate.render("{{number\n}} {{", parameters)).contains("{{number\n}} {{");
    assertThat(FastTemplate.tags("{{a}}\n {{ b }}{{c}}{{}} {{"))
        .extracting(it -> it.name() + " " + it.position())
        .containsExactly("a 1:1", "b 2:2", "c 2:9", " 2:14");
  }
}
