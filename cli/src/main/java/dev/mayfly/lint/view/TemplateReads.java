package dev.mayfly.lint.view;

import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.argocd.gotemplate.FastTemplate;
import dev.mayfly.argocd.gotemplate.FunctionCall;
import dev.mayfly.argocd.gotemplate.GoTemplate;
import dev.mayfly.argocd.gotemplate.ParameterReference;
import dev.mayfly.argocd.gotemplate.TemplateFault;
import dev.mayfly.argocd.gotemplate.TemplatePosition;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A text with template actions, parsed as the engine of its set does: what it reads and calls, also
 * inside {@code if}, {@code range} and {@code with}.
 *
 * @param text where it stands
 */
public record TemplateReads(
    ScalarNode text, List<ParameterReference> references, List<FunctionCall> calls) {
  /** Ask whether a key is there; what is read beside them is meant to be missing at times. */
  private static final Set<String> ASKING = Set.of("hasKey", "dig");

  /** With these a missing key is no mistake, unless `missingkey=error` makes it one. */
  private static final Set<String> TOLERANT =
      Set.of("default", "coalesce", "empty", "if", "with", "range", "and", "or", "not", "ternary");

  /** What a text uses that a set fills in; nothing where its engine cannot parse it. */
  static TemplateReads of(ScalarNode at, String text, boolean go) {
    if (!TemplateText.hasActions(text)) {
      return nothing(at);
    }
    if (go) {
      return GoTemplate.parse(text) instanceof GoTemplate template
          ? new TemplateReads(at, template.references(), template.calls())
          : nothing(at);
    }
    List<ParameterReference> tags =
        FastTemplate.tags(text).stream()
            .map(it ->
                new ParameterReference(
                    List.of(it.name().split("\\.", -1)), it.position(), List.of()))
            .toList();
    return new TemplateReads(at, tags, List.of());
  }

  /** Of a text that nothing fills in. */
  static TemplateReads nothing(ScalarNode at) {
    return new TemplateReads(at, List.of(), List.of());
  }

  /** Whether a parameter of the pull request of this sort is read, by whatever generator. */
  public boolean readsParameter(Predicate<PullRequestParameter> sort) {
    return references.stream()
        .flatMap(it -> it.path().stream().limit(1))
        .flatMap(it -> PullRequestParameter.named(it).stream())
        .anyMatch(sort);
  }

  /** Whether a parameter is read that has this key, or lies below one. */
  public boolean readsKey(String key) {
    return references.stream().anyMatch(it -> it.path().contains(key));
  }

  /** Why Go cannot parse a text; empty where it can, or where that cannot be told. */
  public static Optional<TemplateFault> fault(ScalarNode text) {
    return TemplateText.hasActions(text.text())
            && GoTemplate.parse(text.text()) instanceof TemplateFault fault
            && fault.kind() == TemplateFault.Kind.MALFORMED
        ? Optional.of(fault)
        : Optional.empty();
  }

  /**
   * The parameters it needs: those it reads without asking first whether they are there.
   *
   * @param strict whether {@code missingkey=error} is set, so that a default comes too late
   */
  public List<ParameterReference> needs(boolean strict) {
    return references.stream()
        .filter(reference -> !reference.path().isEmpty() && !isAskedFor(reference))
        .filter(reference -> strict || reference.functions().stream().noneMatch(TOLERANT::contains))
        .toList();
  }

  private boolean isAskedFor(ParameterReference reference) {
    return calls.stream()
        .filter(call -> ASKING.contains(call.function()))
        .anyMatch(call -> call.literals().stream().anyMatch(reference.path()::contains));
  }

  /** Where something of the text stands in the file. */
  public Location at(TemplatePosition position) {
    return TextPlace.of(text, position);
  }

  /** The line in the text, for texts of several whose lines are not those of the file. */
  public static String line(ScalarNode text, TemplatePosition at) {
    return text.text().strip().contains("\n") && TextPlace.find(text, at).isEmpty()
        ? " (line " + at.line() + ")"
        : "";
  }
}
