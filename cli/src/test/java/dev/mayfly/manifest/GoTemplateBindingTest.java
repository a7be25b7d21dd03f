package dev.mayfly.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.argocd.gotemplate.Execution;
import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.MissingKey;
import dev.mayfly.argocd.gotemplate.TemplateRun;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Text;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoTemplateBindingTest {
  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "{, {",
    "{ {, { {",
    "}}, }}",
    "{{ .x }}, {{`{{`}} .x }}",
    "a{{b{{c, a{{`{{`}}b{{`{{`}}c",
    "{{{, {{`{{`}}{",
    "{{{{, {{`{{`}}{{`{{`}}"
  })
  void literalBracesAreEscaped(String text, String escaped) {
    for (GoTemplateBinding binding : GoTemplateBinding.values()) {
      boolean evaluated = binding != GoTemplateBinding.NO_PULL_REQUEST;
      assertThat(binding.literal(text)).isEqualTo(evaluated ? escaped : text);
    }
  }

  /** The brace before an action opens it too early; Go would read {@code {{{ .number }}}. */
  @ParameterizedTest
  @CsvSource({
    "{, {{`{`}}",
    "a{, a{{`{`}}",
    "{{, {{`{{`}}",
    "{{{, {{`{{`}}{{`{`}}",
    "}{, }{{`{`}}",
    "{}, {}",
    "plain, plain"
  })
  void bracesBeforeAFactAreEscaped(String text, String escaped) {
    Text before = Text.of(text).plus(Text.of(new Fact.Number())).plus("}");
    assertThat(before.bind(GoTemplateBinding.HELM_CHART))
        .isEqualTo(escaped + "{{ .Values.pr.number }}}");
    assertThat(before.bind(GoTemplateBinding.PULL_REQUEST_GENERATOR))
        .isEqualTo(escaped + "{{ .number }}}");
    assertThat(before.bind(GoTemplateBinding.GIT_FILES_GENERATOR))
        .isEqualTo(escaped + "{{ .spec.pr.number }}}");
  }

  /** What Go makes of it is what was written. */
  @ParameterizedTest
  @ValueSource(strings = {"{", "a{{", "{{{", "}{", "{`", "{{`{", "plain"})
  void goReadsWhatWasWritten(String text) {
    String template =
        Text.of(text)
            .plus(Text.of(new Fact.Number()))
            .plus("}{")
            .bind(GoTemplateBinding.PULL_REQUEST_GENERATOR);
    GoValue parameters =
        new GoValue.Entries(new TreeMap<>(Map.of("number", GoValue.of("7"))), false);
    assertThat(TemplateRun.of(template, parameters, MissingKey.ERROR))
        .isEqualTo(new Execution.Rendered(text + "7}{"));
  }

  /** {@code index} and {@code get} would not fail on a missing key. */
  @Test
  void factsArePlainFields() {
    assertThat(GoTemplateBinding.HELM_CHART.fact(new Fact.Number()))
        .isEqualTo("{{ .Values.pr.number }}");
    assertThat(GoTemplateBinding.PULL_REQUEST_GENERATOR.fact(new Fact.Number()))
        .isEqualTo("{{ .number }}");
    assertThat(GoTemplateBinding.PULL_REQUEST_GENERATOR.fact(new Fact.HeadSha()))
        .isEqualTo("{{ .head_sha }}");
    assertThat(GoTemplateBinding.GIT_FILES_GENERATOR.fact(new Fact.Number()))
        .isEqualTo("{{ .spec.pr.number }}");
    assertThat(GoTemplateBinding.GIT_FILES_GENERATOR.fact(new Fact.HeadSha()))
        .isEqualTo("{{ .spec.pr.headSha }}");
    assertThat(GoTemplateBinding.GIT_FILES_GENERATOR.fact(new Fact.ImageDigest("app")))
        .isEqualTo("{{ .spec.images.app.digest }}");
  }

  @ParameterizedTest
  @EnumSource(GoTemplateBinding.class)
  void whatStrangersSayNeverReachesATemplate(GoTemplateBinding binding) {
    for (String said : Fact.Said.KEYS) {
      assertThatThrownBy(() -> binding.fact(new Fact.Said(said)))
          .isInstanceOf(ProblemsException.class)
          .hasMessageContaining("pr." + said);
    }
  }

  @Test
  void chartKnowsNothingButTheNumber() {
    for (Fact fact :
        new Fact[] {new Fact.HeadSha(), new Fact.ImageDigest("app"), new Fact.BackupName()}) {
      assertThatThrownBy(() -> GoTemplateBinding.HELM_CHART.fact(fact))
          .isInstanceOf(ProblemsException.class);
    }
  }
}
