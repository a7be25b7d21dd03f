package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to yield one thing where a chart is looked at and another in the cluster. */
class ChartRootTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ if .Capabilities.KubeVersion }}{{ end }}",
        "{{ if (print \"}}\" $.Capabilities.KubeVersion) }}{{ end }}",
        "{{ if (print `}}` $.Capabilities.KubeVersion) }}{{ end }}",
        "{{ print \"/*\" }}{{ $.Capabilities }}{{ print \"*/\" }}",
        "{{/* a \" b */}}{{ .Capabilities }}",
        "{{- /* a */ -}}{{ lookup \"v1\" \"Pod\" \"\" \"\" }}",
        "{{ if index $ (print \"Capab\" \"ilities\") }}{{ end }}",
        "{{ if get . (print \"Capab\" \"ilities\") }}{{ end }}",
        "{{ dig (print \"Capab\" \"ilities\") \"\" $ }}",
        "{{ pluck (print \"Capab\" \"ilities\") $ }}",
        "{{ toYaml . }}",
        "{{ . }}",
        "{{ $ | toJson }}",
        "{{ (.) | toYaml }}",
        "{{ range $k, $v := $ }}{{ $v }}{{ end }}",
        "{{ range . }}{{ . }}{{ end }}",
        "{{ with $ }}{{ .x }}{{ end }}",
        "{{ if eq . 1 }}{{ else with $ }}{{ end }}",
        "{{ $x := $ }}{{ index $x (print \"a\" \"b\") }}",
        "{{ $x := 1 }}{{ $x = . }}{{ $y := $x }}{{ toYaml $y }}",
        "{{ $x := dict \"root\" $ }}{{ toYaml $x }}",
        "{{ get (dict \"a\" $) \"a\" }}",
        "{{ include \"x\" (dict \"root\" $) }}{{ define \"x\" }}{{ index .root (print \"a\") }}{{ end }}",
        "{{ include \"x\" (dict (print \"root\") $) }}",
        "{{ include \"x\" (dict \"root\" true $) }}",
        "{{ include \"x\" (dict \"Values\" $) }}{{ define \"x\" }}{{ .Values.Capabilities }}{{ end }}",
        "{{ define \"x\" }}{{ index . \"a\" }}{{ end }}",
        "{{ with .Values.a }}{{ else }}{{ toYaml . }}{{ end }}",
        "{{ with .Values.a }}{{ end }}{{ toYaml . }}",
        "{{ with .Values.a }}{{ block \"x\" $ }}{{ toYaml . }}{{ end }}{{ end }}",
        "{{ if .Values.a }}{{ else if eq . 1 }}{{ end }}",
        "{{ if .Values.a }}{{ else with $ }}{{ end }}",
        "{{ end }}{{ toYaml . }}",
        "{{ else }}{{ toYaml . }}",
        "{{ set .Values \"a\" $ }}",
        "{{ index .Release (print \"Revi\" \"sion\") }}",
        "{{ .Release.IsInstall }}",
        "{{ index .Subcharts.redis \"Capabilities\" }}",
        "{{ now }}",
        "{{ date \"2006\" \"\" }}",
        "{{ uuidv4 }}",
        "{{ must_date_modify \"1h\" .Values.t }}",
        "{{ first (keys .Values.a) }}",
        "{{ keys .Values.a | first }}",
        "{{ first (values .Values.a) }}",
        "{{ $k := keys .Values.a }}{{ $k | sortAlpha }}",
        "{{ sortAlpha (keys .Values.a | rest) }}",
        "{{ keys (get .Values \"a\") | first }}",
        "{{ first (keys (get .Values \"a\" | sortAlpha)) }}",
        "{{ range keys .Values.a }}{{ end }}",
        "{{ printf \"%p\" .Values }}",
        "{{ printf \"%-12p\" .Values }}",
        "{{ printf .Values.format .Values }}",
        "{{ printf (print \"%\" \"p\") .Values }}",
        "{{ \"%p\" | printf }}",
        "{{ print .Chart }}",
        "{{ print .Chart.Maintainers }}",
        "{{ not closed"
      })
  void isSeen(String template) {
    assertThat(wayward(template)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name: {{ .Release.Name }}-{{ $.Chart.Name }}",
        "{{- include \"x\" . | nindent 4 }}{{ template \"x\" $ }}",
        "{{ include (print $.Template.BasePath \"/config.yaml\") . | sha256sum }}",
        "{{- with .Values.resources }}{{ toYaml . | nindent 2 }}{{ else }}{}{{ end }}",
        "{{ range $k, $v := .Values.env }}{{ $k }}={{ $v | quote }}{{ . }}{{ end }}",
        "{{ $root := . }}{{ range .Values.a }}{{ include \"x\" $root }}{{ $root.Values.b }}{{ end }}",
        "{{ include \"x\" (dict \"root\" $ \"a\" .Values.a) }}{{ define \"x\" }}{{ .root.Values.b }}{{ .a }}{{ end }}",
        "{{ toYaml .Values.root }}{{ include \"x\" (dict \"root\" $) }}",
        "{{/* .Capabilities is not asked; now is not either */}}",
        "{{ fail \"set it now, not by tpl\" }}",
        "{{ if and .Values.a (not .Values.now) }}{{ end }}",
        "{{ .Values.Capabilities }} Capabilities",
        "{{ keys .Values.a | sortAlpha | first }}",
        "{{ range sortAlpha (keys .Values.a .Values.b) }}{{ . }}{{ end }}",
        "{{ keys (get .Values \"a\") | sortAlpha | first }}",
        "{{ sortAlpha (keys (get (get .Values \"a\") \"b\")) }}",
        "{{ range .Values.a }}{{ if .x }}{{ else }}{{ end }}{{ toYaml . }}{{ end }}",
        "{{ if .Values.a }}{{ else if eq .Values.b true }}{{ end }}",
        "{{ printf \"%s-%d%%\" .Chart.Name 3 }}",
        "{{ .Values.keys }}{{ .Values.Maintainers }}"
      })
  void isLeftAlone(String template) {
    assertThat(wayward(template)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"monolith", "monolith-overlay"})
  void chartsOfTheExamplesAreLeftAlone(String example) throws IOException {
    Path chart = Path.of("examples", example, "source/projects/monolith/chart/templates");
    try (Stream<Path> files = Files.list(chart)) {
      for (Path file : files.toList()) {
        assertThat(wayward(Files.readString(file))).as("%s", file).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "{{ toYaml . }}, .",
    "{{ toYaml $ }}, $",
    "{{ print .Chart }}, .Chart",
    "{{ .Release.IsInstall }}, IsInstall",
    "{{ now }}, now",
    "{{ keys .Values.a }}, keys",
    "{{ not closed, {{"
  })
  void whatIsSeenIsShown(String template, String word) {
    assertThat(wayward(template)).contains(word);
  }

  /** The helper is in one file and its caller in another. */
  @Test
  void namesAreFollowedThroughFiles() {
    String helper = "{{ define \"x\" }}{{ toYaml .context }}{{ end }}";
    String caller = "{{ include \"x\" (dict \"context\" $) }}";
    assertThat(ChartRoot.of(List.of(helper)).wayward(helper)).isEmpty();
    assertThat(ChartRoot.of(List.of(helper, caller)).wayward(helper)).isPresent();
  }

  /** Each round follows one name more; that ends, and what is not followed is not trusted. */
  @ParameterizedTest
  @CsvSource({"15, true", "16, false", "1000, false"})
  void chainOfNames(int length, boolean followed) {
    StringBuilder chain = new StringBuilder();
    for (int i = length - 1; i > 0; i--) {
      chain.append("{{ $a").append(i + 1).append(" := $a").append(i).append(" }}");
    }
    chain.append("{{ $a1 := $ }}");
    assertThat(wayward(chain.toString()).isEmpty()).isEqualTo(followed);
  }

  private static Optional<String> wayward(String template) {
    return ChartRoot.of(List.of(template)).wayward(template);
  }
}
