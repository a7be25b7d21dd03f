package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object without which a pod does not start. A pull secret is none: a node that finds none asks
 * the registry without it (Kubernetes docs, "Pull an Image from a Private Registry").
 *
 * @param kind of the core group
 */
record PodNeed(String kind, ScalarNode name, boolean pullSecret) {
  /** Where each kind has the pods that it makes. */
  private static final Map<String, String[]> PODS =
      Map.of(
          "Pod", new String[] {"spec"},
          "Deployment", new String[] {"spec", "template", "spec"},
          "StatefulSet", new String[] {"spec", "template", "spec"},
          "DaemonSet", new String[] {"spec", "template", "spec"},
          "ReplicaSet", new String[] {"spec", "template", "spec"},
          "Job", new String[] {"spec", "template", "spec"},
          "CronJob", new String[] {"spec", "jobTemplate", "spec", "template", "spec"});

  /**
   * What the pods of an object need, or those that run as an account; nothing where the kind is not
   * one of Kubernetes' own.
   */
  static List<PodNeed> of(BundleObject object) {
    List<PodNeed> needs = new ArrayList<>();
    pod(object).ifPresent(pod -> collect(pod, needs));
    if (object.group().isEmpty() && object.kind().equals("ServiceAccount")) {
      pullSecrets(object.root(), needs);
    }
    return needs;
  }

  static Optional<MapNode> pod(BundleObject object) {
    String[] path = PODS.get(object.kind());
    boolean builtIn = List.of("", "apps", "batch").contains(object.group());
    return path != null && builtIn && object.root().at(path) instanceof MapNode pod
        ? Optional.of(pod)
        : Optional.empty();
  }

  /** Whether Argo CD waits for the pods; a CronJob is healthy without any. */
  static boolean isWaitedFor(BundleObject object) {
    return !List.of("CronJob", "ServiceAccount").contains(object.kind());
  }

  private static void collect(MapNode pod, List<PodNeed> needs) {
    add("ServiceAccount", pod.get("serviceAccountName"), needs);
    pullSecrets(pod, needs);
    for (String list : List.of("initContainers", "containers")) {
      for (Node container : items(pod.get(list))) {
        for (Node source : items(container.at("envFrom"))) {
          reference("Secret", source.at("secretRef"), "name", needs);
          reference("ConfigMap", source.at("configMapRef"), "name", needs);
        }
        for (Node variable : items(container.at("env"))) {
          reference("Secret", variable.at("valueFrom", "secretKeyRef"), "name", needs);
          reference("ConfigMap", variable.at("valueFrom", "configMapKeyRef"), "name", needs);
        }
      }
    }
    for (Node volume : items(pod.get("volumes"))) {
      reference("Secret", volume.at("secret"), "secretName", needs);
      reference("ConfigMap", volume.at("configMap"), "name", needs);
      reference("PersistentVolumeClaim", volume.at("persistentVolumeClaim"), "claimName", needs);
      for (Node source : items(volume.at("projected", "sources"))) {
        reference("Secret", source.at("secret"), "name", needs);
        reference("ConfigMap", source.at("configMap"), "name", needs);
      }
    }
  }

  private static void pullSecrets(MapNode holder, List<PodNeed> needs) {
    for (Node secret : items(holder.get("imagePullSecrets"))) {
      if (secret.at("name") instanceof ScalarNode name) {
        needs.add(new PodNeed("Secret", name, true));
      }
    }
  }

  private static void reference(
      String kind, @Nullable Node holder, String key, List<PodNeed> needs) {
    if (holder != null && !"true".equals(holder.textAt("optional"))) {
      add(kind, holder.at(key), needs);
    }
  }

  private static void add(String kind, @Nullable Node name, List<PodNeed> needs) {
    if (name instanceof ScalarNode text && !text.isNull() && !text.text().isEmpty()) {
      needs.add(new PodNeed(kind, text, false));
    }
  }

  private static List<Node> items(@Nullable Node node) {
    return node instanceof ListNode list ? list.items() : List.of();
  }

  /** As messages name it. */
  String title() {
    return kind + " `" + name.text() + "`";
  }
}
