package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SamplePullRequest;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A name grows past its limit for a long pull-request number or branch. */
public final class NameTooLong implements PullRequestSetRule {
  /** No forge has come to a longer number yet; a slug gets as long as it can on any day. */
  private static final Map<String, String> COMMON = common();

  private static Map<String, String> common() {
    Map<String, String> values = new HashMap<>(SamplePullRequest.LONGEST);
    values.put("number", "99999");
    return values;
  }

  @Override
  public void check(SetView set, Findings out) {
    for (ApplicationView application : set.applications()) {
      check(
          application, application.at("spec", "destination", "namespace"), 63, "a namespace", out);
      for (MapNode.Entry label : NodeValues.entries(application.at("metadata", "labels"))) {
        check(application, label.value(), 63, "a label value", out);
      }
      for (SourceView source : application.sources()) {
        if (source.types().contains("helm")) {
          Node release = source.at("helm", "releaseName");
          check(
              application,
              release == null ? application.at("metadata", "name") : release,
              53,
              "a Helm release",
              out);
        }
      }
    }
  }

  private static void check(
      ApplicationView application, @Nullable Node name, int limit, String what, Findings out) {
    if (name == null) {
      return;
    }
    String text = NodeValues.text(name);
    OptionalInt longest = length(application, text, SamplePullRequest.LONGEST);
    if (longest.isPresent() && longest.getAsInt() > limit) {
      boolean soon = length(application, text, COMMON).orElse(0) > limit;
      out.add(
          soon ? Severity.ERROR : Severity.WARNING,
          name,
          "`%s` can reach %s characters; %s has at most %s"
              .formatted(text, longest.getAsInt(), what, limit));
    }
  }

  private static OptionalInt length(
      ApplicationView application, String text, Map<String, String> values) {
    return application.filled(text, values).stream().mapToInt(String::length).findFirst();
  }
}
