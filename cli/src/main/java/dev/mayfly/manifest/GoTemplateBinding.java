package dev.mayfly.manifest;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.template.Binding;
import dev.mayfly.template.Fact;
import java.util.Optional;
import java.util.function.Function;

/**
 * Leaves holes to a Go template: Helm evaluates a chart's whole files, Argo CD every string of an
 * ApplicationSet. Only plain fields are used, never {@code index} or {@code get}: those do not fail
 * on a missing key (Argo CD, {@code missingkey=error}).
 */
enum GoTemplateBinding implements Binding {
  /** The baseline chart, whose values the ApplicationSet supplies. */
  HELM_CHART(fact ->
      fact instanceof Fact.Number ? Optional.of("{{ .Values.pr.number }}") : Optional.empty()),
  /** The parameters of Argo CD's pull request generator. */
  PULL_REQUEST_GENERATOR(fact ->
      switch (fact) {
        case Fact.Number() -> Optional.of("{{ .number }}");
        case Fact.HeadSha() -> Optional.of("{{ .head_sha }}");
        default -> Optional.empty();
      }),
  /** The fields of {@code preview.yaml}, as Argo CD's git files generator supplies them. */
  GIT_FILES_GENERATOR(fact ->
      switch (fact) {
        case Fact.Number() -> Optional.of("{{ .spec.pr.number }}");
        case Fact.HeadSha() -> Optional.of("{{ .spec.pr.headSha }}");
        case Fact.ImageDigest(String id) -> Optional.of("{{ .spec.images." + id + ".digest }}");
        case Fact.BundleRevision() -> Optional.of("{{ .spec.bundle.revision }}");
        default -> Optional.empty();
      }),
  /** What no pull request decides: the rest of the platform set. */
  NO_PULL_REQUEST(fact -> Optional.empty());

  private final Function<Fact, Optional<String>> expressions;

  GoTemplateBinding(Function<Fact, Optional<String>> expressions) {
    this.expressions = expressions;
  }

  /** A literal {@code {{} is escaped with a raw string, which needs no quotes inside a quoted scalar. */
  @Override
  public String literal(String text) {
    return this == NO_PULL_REQUEST ? text : text.replace("{{", "{{`{{`}}");
  }

  /** A brace right before an action would open it one character early. */
  @Override
  public String literalBeforeFact(String text) {
    String escaped = literal(text);
    return this != NO_PULL_REQUEST && escaped.endsWith("{")
        ? escaped.substring(0, escaped.length() - 1) + "{{`{`}}"
        : escaped;
  }

  @Override
  public String fact(Fact fact) {
    return expressions
        .apply(fact)
        .orElseThrow(() ->
            Fault.RENDERING.error(
                "fact-out-of-reach",
                "`" + describe(fact) + "` is used where only the pull request's number is known",
                "with `delivery: generator` the digest comes from the lock file;"
                    + " use `delivery: overlay` for more"));
  }

  private static String describe(Fact fact) {
    return switch (fact) {
      case Fact.Number() -> "pr.number";
      case Fact.HeadSha() -> "pr.headSha";
      case Fact.ImageDigest(String id) -> "images." + id + ".digest";
      case Fact.BackupName() -> "backup";
      case Fact.BundleRevision() -> "bundle.revision";
      case Fact.OpenedAt() -> "openedAt";
      case Fact.Attempt() -> "attempt";
      case Fact.Said(String key) -> "pr." + key;
    };
  }
}
