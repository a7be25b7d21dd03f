package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.SetTypes;
import dev.mayfly.argocd.gotemplate.GoTemplate;
import dev.mayfly.argocd.gotemplate.ParameterReference;
import dev.mayfly.argocd.gotemplate.TemplatePosition;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.kubernetes.FieldCheck;
import dev.mayfly.kubernetes.FieldType.Struct;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;
import dev.mayfly.lint.view.TextPlace;
import dev.mayfly.yaml.GoDocument;
import dev.mayfly.yaml.ScalarNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parameter stands without quotes where a text is meant. The rendered patch is read as YAML and
 * decoded into an Application (Argo CD v3.5.1, {@code
 * applicationset/controllers/template/patch.go}), so that digits are a number, which no text field
 * takes.
 */
public final class UnquotedParameter implements PullRequestSetRule {
  private static final Pattern ACTION = Pattern.compile("\\{\\{-?([^{}]*)-?}}");
  private static final Pattern CONTROL =
      Pattern.compile("^\\s*(?:if|else|end|with|range|define|block|template|/\\*|\\$\\w+\\s*:?=)");

  private static final Set<String> DIGITS =
      Set.of("number", "head_short_sha", "head_short_sha_7", "branch_slug", "target_branch_slug");

  /** These leave digits what they are, and cut a long commit down to few. */
  private static final Set<String> KEEPING =
      Set.of("toString", "trim", "lower", "upper", "trunc", "substr", "int", "int64", "default");

  /** More than these nobody reads; each costs a look at the whole patch. */
  private static final int MOST = 20;

  @Override
  public void check(SetView set, Findings out) {
    if (set.resource().at("spec", "templatePatch") instanceof ScalarNode patch) {
      check(set, patch, out);
    }
  }

  private static void check(SetView set, ScalarNode patch, Findings out) {
    Map<Integer, String> suspects = suspects(set.patch());
    int ordinary = faults(set.patch(), Set.of());
    if (suspects.isEmpty() || faults(set.patch(), suspects.keySet()) == ordinary) {
      return;
    }
    suspects.entrySet().stream()
        .limit(MOST)
        .filter(it -> faults(set.patch(), Set.of(it.getKey())) > ordinary)
        .forEach(it -> {
          TemplatePosition at = TemplatePosition.of(patch.text(), it.getKey());
          String line = TemplateReads.line(patch, at);
          out.add(
              TextPlace.of(patch, at),
              "`%s`%s is %s".formatted(it.getValue(), line, what(it.getValue())));
        });
  }

  /** Where an action prints what may be digits only, and the parameter that it prints. */
  private static Map<Integer, String> suspects(String patch) {
    Map<Integer, String> suspects = new TreeMap<>();
    Matcher action = ACTION.matcher(patch);
    while (action.find()) {
      int at = action.start();
      digits(action.group(1)).ifPresent(name -> suspects.put(at, name));
    }
    return suspects;
  }

  private static String what(String name) {
    return switch (name) {
      case "number" -> "a number here, where a text is meant";
      default -> "read as a number when it has digits only, where a text is meant";
    };
  }

  /** The parameter that an action prints, where that may be digits and nothing else. */
  private static Optional<String> digits(String action) {
    if (CONTROL.matcher(action).find()
        || !(GoTemplate.parse("{{" + action + "}}") instanceof GoTemplate template)
        || template.references().size() != 1) {
      return Optional.empty();
    }
    ParameterReference reference = template.references().getFirst();
    String name = String.join(".", reference.path());
    boolean cut = reference.passes("trunc") || reference.passes("substr");
    return KEEPING.containsAll(reference.functions())
            && (DIGITS.contains(name) || (cut && name.equals("head_sha")))
        ? Optional.of(name)
        : Optional.empty();
  }

  /** How much is wrong when these actions give digits and all others a word. */
  private static int faults(String patch, Set<Integer> digits) {
    StringBuilder text = new StringBuilder();
    Matcher action = ACTION.matcher(patch);
    while (action.find()) {
      String word = digits.contains(action.start()) ? "12345678" : "x";
      action.appendReplacement(text, CONTROL.matcher(action.group(1)).find() ? "" : word);
    }
    action.appendTail(text);
    Struct type = SetTypes.type("Application");
    return GoDocument.read(new Source("patch", text.toString())).documents().stream()
        .mapToInt(it -> FieldCheck.check(it, type).size())
        .sum();
  }
}
