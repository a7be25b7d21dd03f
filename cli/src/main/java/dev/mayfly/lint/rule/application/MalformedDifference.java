package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An ignored difference that ignores nothing, or that breaks the comparison (Argo CD v3.5.1, {@code
 * util/argo/normalizers/diff_normalizer.go}).
 */
public final class MalformedDifference implements ApplicationRule {
  private static final Pattern STRING =
      Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,99}\"");
  private static final Pattern DIVISION = Pattern.compile("(?<!/)/(?!/)");
  private static final Pattern NO_PATH = Pattern.compile("(?:spec|metadata|status|data)\\b.*");
  private static final Pattern UNDER_TEXT =
      Pattern.compile("/metadata/(?:labels|annotations)/[^/]+/.+");

  @Override
  public void check(ApplicationView application, Findings out) {
    for (MapNode ignored : application.mapsAt("spec", "ignoreDifferences")) {
      group(ignored, out);
      ignored.textsAt("jsonPointers").forEach(it -> pointer(it, out));
      ignored.textsAt("jqPathExpressions").forEach(it -> expression(it, out));
    }
  }

  private static void group(MapNode ignored, Findings out) {
    Node kind = ignored.get("kind");
    String name = NodeValues.text(kind);
    Node group = ignored.get("group");
    String text = NodeValues.text(group);
    String right = GROUPS.getOrDefault(name, "");
    if (group != null && text.contains("/") && !TemplateText.isTemplated(text)) {
      out.add(group, "`" + text + "` is a group with a version, and no group is called so");
    } else if (kind != null && text.isEmpty() && !right.isEmpty()) {
      out.add(kind, "without a `group` this is a core kind; `" + name + "` is of `" + right + "`");
    }
  }

  private static void pointer(ScalarNode pointer, Findings out) {
    String text = pointer.text();
    if (TemplateText.isTemplated(text)) {
      return;
    }
    if (!text.startsWith("/")) {
      out.add(pointer, "the pointer `" + text + "` does not begin with `/`, so it ignores nothing");
    } else if (UNDER_TEXT.matcher(text).matches()) {
      out.add(pointer, "a `/` within a key is written `~1`, so `" + text + "` ignores nothing");
    }
  }

  /** Argo CD compiles {@code del(EXPRESSION)}. */
  private static void expression(ScalarNode expression, Findings out) {
    String text = STRING.matcher(expression.text()).replaceAll("\"\"");
    if (TemplateText.isTemplated(expression.text())) {
      return;
    }
    if (DIVISION.matcher(text).find() || NO_PATH.matcher(text.strip()).matches()) {
      out.add(
          expression, "`" + expression.text() + "` is not a path of jq, so no comparison works");
    }
  }

  private static final Map<String, String> GROUPS = groups();

  private static Map<String, String> groups() {
    Map<String, String> groups = new HashMap<>();
    add(groups, "apps", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet");
    add(groups, "batch", "Job", "CronJob");
    add(groups, "autoscaling", "HorizontalPodAutoscaler");
    add(groups, "networking.k8s.io", "Ingress", "NetworkPolicy");
    add(groups, "apiextensions.k8s.io", "CustomResourceDefinition");
    String admission = "admissionregistration.k8s.io";
    add(groups, admission, "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");
    return Map.copyOf(groups);
  }

  private static void add(Map<String, String> groups, String group, String... kinds) {
    for (String kind : kinds) {
      groups.put(kind, group);
    }
  }
}
