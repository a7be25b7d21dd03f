package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.Set;

/** A preview is deployed into a namespace of the cluster itself. */
public final class SystemNamespace implements PreviewRule {
  private static final Set<String> SYSTEM =
      Set.of("kube-system", "kube-public", "kube-node-lease", "argocd", "cnpg-system");

  @Override
  public void check(ApplicationView application, Findings out) {
    Node namespace = application.at("spec", "destination", "namespace");
    String text = NodeValues.text(namespace);
    if (namespace != null && isAppOfApps(application)) {
      out.unverifiable(
          namespace,
          "what admins keep at a fixed revision is deployed into `" + text + "` for every preview",
          "see that it holds Applications only, and none of a project that permits more");
    } else if (namespace != null && (SYSTEM.contains(text) || isArgo(application, text))) {
      out.add(namespace, "the destination is `" + text + "`");
    } else if (namespace != null && text.equals("default")) {
      out.add(
          Severity.WARNING,
          namespace,
          "the destination is `default`, which is nobody's and everybody's");
    }
  }

  /**
   * Whether a set makes Applications of Applications: these have to lie where Argo CD looks, and no
   * file of the pull request gets there.
   */
  static boolean isAppOfApps(ApplicationView application) {
    String namespace = application.namespace();
    return application.isGenerated()
        && (namespace.equals("argocd") || isArgo(application, namespace))
        && !application.sources().isEmpty()
        && application.sources().stream().noneMatch(it -> it.isFromPullRequest(application));
  }

  /** Beside the Applications themselves a preview can write Applications of any project. */
  private static boolean isArgo(ApplicationView application, String namespace) {
    return namespace.startsWith("argo") && namespace.equals(application.resource().namespace());
  }
}
