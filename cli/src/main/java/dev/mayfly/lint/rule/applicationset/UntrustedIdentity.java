package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.argocd.gotemplate.ParameterReference;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A name is made from text that the author of the pull request chooses. */
public final class UntrustedIdentity implements PullRequestSetRule {
  private static final Pattern CLEANED =
      Pattern.compile("slugify|normalize|regexReplaceAll\\w*|sha\\w*sum|adler32sum|b32enc|len");

  /** These look at the text and print something else. */
  private static final Set<String> DECIDING =
      Set.of("if", "eq", "ne", "hasPrefix", "hasSuffix", "contains", "regexMatch", "has", "empty");

  @Override
  public void check(SetView set, Findings out) {
    List<ScalarNode> texts = new ArrayList<>(set.identities());
    for (ApplicationView application : set.applications()) {
      addValues(application.at("metadata", "labels"), texts);
      application.sources().forEach(it -> addValues(it.at("kustomize", "commonLabels"), texts));
    }
    set.reads(texts).forEach(it -> check(it, out));
  }

  private static void addValues(@Nullable Node labels, List<ScalarNode> texts) {
    for (MapNode.Entry label : NodeValues.entries(labels)) {
      if (label.value() instanceof ScalarNode value) {
        texts.add(value);
      }
    }
  }

  private static void check(TemplateReads reads, Findings out) {
    for (ParameterReference reference : reads.references()) {
      boolean free =
          reference.path().size() == 1 && PullRequestParameter.isFree(reference.path().getFirst());
      boolean harmless =
          reference.functions().stream()
              .anyMatch(it -> DECIDING.contains(it) || CLEANED.matcher(it).matches());
      if (free && !harmless) {
        String name = reference.path().getFirst();
        out.add(reads.text(), "`" + name + "` is free text");
      }
    }
  }
}
