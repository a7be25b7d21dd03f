package dev.mayfly.argocd;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.kubernetes.DnsNames;
import dev.mayfly.kubernetes.LabelSyntax;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the controller and the Kubernetes API say to generated Applications. One that the API
 * refuses ends the reconcile before anything is deleted, so that closed pull requests keep their
 * previews.
 */
final class ApplicationValidation {
  /** All keys and values together (apimachinery, {@code TotalAnnotationSizeLimitB}). */
  private static final int LARGEST_ANNOTATIONS = 256 << 10;

  private ApplicationValidation() {}

  static void check(
      List<GeneratedApplication> applications,
      Optional<List<RegisteredCluster>> clusters,
      boolean skipsNameless,
      List<Problem> problems) {
    Map<String, Integer> names = new HashMap<>();
    applications.forEach(application -> names.merge(application.name(), 1, Integer::sum));
    for (GeneratedApplication application : applications) {
      int times = names.getOrDefault(application.name(), 0);
      Optional<Problem> leftOut = leftOut(application, times, clusters, skipsNameless);
      leftOut.ifPresent(problems::add);
      // The API is not asked about what is left out.
      if (leftOut.isEmpty()) {
        name(application, problems);
        keys(application, problems);
      }
      leftovers(application.manifest(), problems);
    }
  }

  private static Optional<Problem> leftOut(
      GeneratedApplication application,
      int times,
      Optional<List<RegisteredCluster>> clusters,
      boolean skipsNameless) {
    String name = application.name();
    Node node = application.manifest().at("metadata", "name");
    if (name.isEmpty() && skipsNameless) {
      return Optional.of(skipped(node, "an Application has no name"));
    }
    if (times > 1) {
      String called = name.isEmpty() ? "no name" : "the name " + MessageText.quoted(name);
      return Optional.of(skipped(node, times + " Applications have " + called));
    }
    return application
        .destinationFault(clusters)
        .map(fault -> skipped(application.manifest().at("spec", "destination"), fault));
  }

  private static void name(GeneratedApplication application, List<Problem> problems) {
    Node written = application.manifest().at("metadata", "name");
    Node node = written == null ? application.manifest() : written;
    String name = application.name();
    if (name.isEmpty()) {
      String message = "an Application has no name";
      problems.add(
          refused(node, message + ", and before Argo CD 3.6 nothing is made or deleted then"));
    } else if (!DnsNames.isSubdomain(name)) {
      problems.add(
          refused(node, MessageText.quoted(name) + " is not a name that Kubernetes takes"));
    }
  }

  private static void keys(GeneratedApplication application, List<Problem> problems) {
    for (MapNode.Entry label :
        NodeValues.entries(application.manifest().at("metadata", "labels"))) {
      key(label.key(), LabelSyntax.isKey(label.key().text()), problems);
      if (label.value() instanceof ScalarNode value && !LabelSyntax.isValue(value.text())) {
        String shown = MessageText.quoted(value.text());
        problems.add(refused(value, shown + " is not a label value that Kubernetes takes"));
      }
    }
    if (application.manifest().at("metadata", "annotations") instanceof MapNode annotations) {
      int size = 0;
      for (MapNode.Entry annotation : annotations.entries()) {
        key(annotation.key(), LabelSyntax.isAnnotationKey(annotation.key().text()), problems);
        size += size(annotation.key()) + size(annotation.value());
      }
      if (size > LARGEST_ANNOTATIONS) {
        problems.add(refused(annotations, "the annotations are larger than 262144 bytes"));
      }
    }
    for (ScalarNode finalizer : application.manifest().textsAt("metadata", "finalizers")) {
      key(finalizer, LabelSyntax.isKey(finalizer.text()), problems);
    }
  }

  private static int size(Node value) {
    return NodeValues.text(value).getBytes(StandardCharsets.UTF_8).length;
  }

  private static void key(ScalarNode key, boolean valid, List<Problem> problems) {
    if (!valid) {
      String shown = MessageText.quoted(key.text());
      problems.add(refused(key, shown + " is not a key that Kubernetes takes"));
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

  private static Problem skipped(@Nullable Node node, String message) {
    return new Problem(
        "skipped",
        Severity.ERROR,
        node == null ? null : node.location(),
        message,
        "the controller leaves such Applications out");
  }

  private static Problem refused(Node node, String message) {
    return GeneratorStop.stall(node.location(), message).problem();
  }
}
