package dev.mayfly.leak;

import dev.mayfly.argocd.Destination;
import dev.mayfly.argocd.ProjectPermission;
import dev.mayfly.argocd.ProjectVerdict;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.Node;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the AppProject that a cluster has now keeps Argo CD from. */
final class ClusterProject {
  private static final int LONGEST = 300;

  private ClusterProject() {}

  static boolean deniesSource(Node project, String repository) {
    return new ProjectPermission(project).source(repository) instanceof ProjectVerdict.Denied;
  }

  /**
   * What of an Application its project does not permit, as the end of a sentence. Argo CD passes
   * over such objects when it deletes the Application (Argo CD, {@code
   * getPermittedAppLiveObjects}).
   */
  static String remark(ClusterObject object, ListedCluster cluster) {
    Optional<Node> project =
        Optional.of(object)
            .filter(it -> it.is(GroupKind.APPLICATION))
            .flatMap(it -> cluster.projects().get(it.text("spec", "project")));
    if (project.isEmpty()) {
      return "";
    }
    SortedSet<String> denied = denied(new ProjectPermission(project.get()), object);
    return denied.isEmpty()
        ? ""
        : "; its AppProject no longer permits "
            + UntrustedText.clean(String.join(", ", denied), LONGEST)
            + ", which Argo CD leaves behind";
  }

  private static SortedSet<String> denied(ProjectPermission permission, ClusterObject application) {
    SortedSet<String> denied = new TreeSet<>();
    for (Node resource : application.node().itemsAt("status", "resources")) {
      GroupKind type = new GroupKind(resource.textOrEmpty("group"), resource.textOrEmpty("kind"));
      String namespace = resource.textOrEmpty("namespace");
      ProjectVerdict verdict =
          namespace.isEmpty()
              ? permission.clusterKind(
                  type.group(), type.kind(), Optional.of(resource.textOrEmpty("name")))
              : permission.namespacedKind(type.group(), type.kind());
      if (verdict instanceof ProjectVerdict.Denied) {
        denied.add(type.toString());
      }
      Destination place =
          new Destination(field(application, "server"), field(application, "name"), namespace);
      if (!namespace.isEmpty() && permission.destination(place) instanceof ProjectVerdict.Denied) {
        denied.add("the namespace " + namespace);
      }
    }
    return denied;
  }

  private static Optional<String> field(ClusterObject application, String key) {
    return Optional.of(application.text("spec", "destination", key)).filter(it -> !it.isEmpty());
  }
}
