package dev.mayfly.kubernetes;

import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object of the same namespace without which a pod does not start. A pull secret is none: a node
 * that finds none asks the registry without it (Kubernetes docs, "Pull an Image from a Private
 * Registry").
 *
 * @param kind of the core group
 */
public record PodNeed(String kind, ScalarNode name, boolean pullSecret) {
  /** What a pod needs. */
  public static List<PodNeed> of(Node pod) {
    List<PodNeed> needs = new ArrayList<>();
    add("ServiceAccount", pod.at("serviceAccountName"), needs);
    needs.addAll(pullSecrets(pod));
    for (MapNode container : Pods.containers(pod)) {
      for (MapNode source : container.mapsAt("envFrom")) {
        reference("Secret", source.get("secretRef"), "name", needs);
        reference("ConfigMap", source.get("configMapRef"), "name", needs);
      }
      for (MapNode variable : container.mapsAt("env")) {
        reference("Secret", variable.at("valueFrom", "secretKeyRef"), "name", needs);
        reference("ConfigMap", variable.at("valueFrom", "configMapKeyRef"), "name", needs);
      }
    }
    for (MapNode volume : pod.mapsAt("volumes")) {
      reference("Secret", volume.get("secret"), "secretName", needs);
      reference("ConfigMap", volume.get("configMap"), "name", needs);
      reference("PersistentVolumeClaim", volume.get("persistentVolumeClaim"), "claimName", needs);
      for (MapNode source : volume.mapsAt("projected", "sources")) {
        reference("Secret", source.get("secret"), "name", needs);
        reference("ConfigMap", source.get("configMap"), "name", needs);
      }
    }
    return needs;
  }

  /** Those of a pod or of an account, which hands them to its pods. */
  public static List<PodNeed> pullSecrets(Node holder) {
    List<PodNeed> secrets = new ArrayList<>();
    for (MapNode secret : holder.mapsAt("imagePullSecrets")) {
      if (secret.get("name") instanceof ScalarNode name) {
        secrets.add(new PodNeed("Secret", name, true));
      }
    }
    return secrets;
  }

  /**
   * What an object is, or makes, that pods may need, as {@link #key} names it; empty for what is
   * known to make nothing of the kind. A Secret has its SealedSecret's name, whatever the template
   * says (sealed-secrets source, {@code Unseal}).
   */
  public static Optional<String> met(GroupKind type, Node object) {
    String name = object.textOrEmpty("metadata", "name");
    if (type.group().isEmpty()) {
      return Optional.of(type.kind() + " " + name);
    }
    String secret =
        switch (type.toString()) {
          case "external-secrets.io/ExternalSecret" -> {
            String target = object.textOrEmpty("spec", "target", "name");
            yield target.isEmpty() ? name : target;
          }
          case "bitnami.com/SealedSecret" -> name;
          case "cert-manager.io/Certificate" -> object.textOrEmpty("spec", "secretName");
          default -> "";
        };
    return secret.isEmpty() ? Optional.empty() : Optional.of("Secret " + secret);
  }

  private static void reference(
      String kind, @Nullable Node holder, String key, List<PodNeed> needs) {
    if (holder != null && !"true".equals(holder.textAt("optional"))) {
      add(kind, holder.at(key), needs);
    }
  }

  private static void add(String kind, @Nullable Node name, List<PodNeed> needs) {
    if (name instanceof ScalarNode text && NodeValues.isSet(text)) {
      needs.add(new PodNeed(kind, text, false));
    }
  }

  /** Kind and name. */
  public String key() {
    return kind + " " + name.text();
  }

  /** As messages name it. */
  public String title() {
    return kind + " `" + name.text() + "`";
  }
}
