package dev.mayfly.argocd;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the controller and the Kubernetes API say to generated Applications. One that the API
 * refuses ends the reconcile before anything is deleted, so that closed pull requests keep their
 * previews.
 */
final class ApplicationRules {
  private static final Pattern SUBDOMAIN =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
  private static final Pattern LABEL =
      Pattern.compile("([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)?");

  private ApplicationRules() {}

  static void check(List<GeneratedApplication> applications, List<Problem> problems) {
    Map<String, Integer> names = new HashMap<>();
    applications.forEach(application -> names.merge(application.name(), 1, Integer::sum));
    for (GeneratedApplication application : applications) {
      name(application, names.getOrDefault(application.name(), 0), problems);
      labels(application, problems);
      if (application.destination().isEmpty()) {
        problems.add(
            skipped(
                application.manifest().at("spec", "destination"),
                "`"
                    + Shown.value(application.name())
                    + "` needs exactly one of `server` and `name` as its destination"));
      }
      leftovers(application.manifest(), problems);
    }
  }

  private static void name(GeneratedApplication application, int times, List<Problem> problems) {
    Node node = application.manifest().at("metadata", "name");
    String name = application.name();
    if (name.isEmpty()) {
      problems.add(
          skipped(node == null ? application.manifest() : node, "an Application has no name"));
    } else if (times > 1) {
      problems.add(
          skipped(node, times + " Applications have the name `" + Shown.value(name) + "`"));
    } else if (name.length() > 253 || !SUBDOMAIN.matcher(name).matches()) {
      problems.add(refused(node, "`" + Shown.value(name) + "` is no name that Kubernetes takes"));
    }
  }

  private static void labels(GeneratedApplication application, List<Problem> problems) {
    if (!(application.manifest().at("metadata", "labels") instanceof MapNode labels)) {
      return;
    }
    for (MapNode.Entry label : labels.entries()) {
      if (label.value() instanceof ScalarNode value
          && (value.text().length() > 63 || !LABEL.matcher(value.text()).matches())) {
        problems.add(
            refused(
                value,
                "`" + Shown.value(value.text()) + "` is no label value that Kubernetes takes"));
      }
    }
  }

  /** Marks of a template that did not find what it looked for. */
  private static void leftovers(Node node, List<Problem> problems) {
    switch (node) {
      case MapNode map -> map.entries().forEach(entry -> leftovers(entry.value(), problems));
      case ListNode list -> list.items().forEach(item -> leftovers(item, problems));
      case ScalarNode scalar -> {
        boolean novalue = scalar.text().contains("<no value>");
        if (novalue || scalar.text().contains("{{")) {
          problems.add(
              Problem.warning(
                  novalue ? "no-value" : "leftover-template",
                  scalar.location(),
                  "the rendered text holds `" + (novalue ? "<no value>" : "{{") + "`",
                  "a parameter of the template does not exist"));
        }
      }
    }
  }

  private static Problem skipped(@org.jspecify.annotations.Nullable Node node, String message) {
    return new Problem(
        "skipped",
        Severity.ERROR,
        node == null ? null : node.location(),
        message,
        "the controller leaves such Applications out");
  }

  private static Problem refused(@org.jspecify.annotations.Nullable Node node, String message) {
    return GeneratorStop.stall(node == null ? null : node.location(), message).problem();
  }
}
