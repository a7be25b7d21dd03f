package dev.mayfly.lint.view;

import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object of the same namespace without which a pod does not start.
 *
 * @param kind Secret, ConfigMap, ServiceAccount or PersistentVolumeClaim
 */
public record PodNeeds(String kind, ScalarNode name) {
  private static final Set<String> NEEDED =
      Set.of("Secret", "ConfigMap", "ServiceAccount", "PersistentVolumeClaim");
  private static final Map<String, String> OF_ENV =
      Map.of("secretKeyRef", "Secret", "configMapKeyRef", "ConfigMap");
  private static final Map<String, String> OF_ENV_FROM =
      Map.of("secretRef", "Secret", "configMapRef", "ConfigMap");

  public static List<PodNeeds> of(Resource resource) {
    List<PodNeeds> needs = new ArrayList<>();
    Node pod = PodSpecs.of(resource);
    if (pod == null) {
      return needs;
    }
    for (MapNode container : PodSpecs.containers(resource)) {
      for (MapNode variable : NodeValues.maps(container.get("env"))) {
        OF_ENV.forEach((key, kind) -> add(kind, variable.at("valueFrom", key), "name", needs));
      }
      for (MapNode source : NodeValues.maps(container.get("envFrom"))) {
        OF_ENV_FROM.forEach((key, kind) -> add(kind, source.get(key), "name", needs));
      }
    }
    for (MapNode volume : NodeValues.maps(pod.at("volumes"))) {
      add("Secret", volume.get("secret"), "secretName", needs);
      add("ConfigMap", volume.get("configMap"), "name", needs);
      add("PersistentVolumeClaim", volume.get("persistentVolumeClaim"), "claimName", needs);
      for (MapNode part : NodeValues.maps(volume.at("projected", "sources"))) {
        add("Secret", part.get("secret"), "name", needs);
        add("ConfigMap", part.get("configMap"), "name", needs);
      }
    }
    add("ServiceAccount", pod, "serviceAccountName", needs);
    return needs;
  }

  private static void add(String kind, @Nullable Node holder, String field, List<PodNeeds> needs) {
    if (holder != null
        && holder.at(field) instanceof ScalarNode name
        && !NodeValues.isTrue(holder.at("optional"))) {
      needs.add(new PodNeeds(kind, name));
    }
  }

  /** What an object is, or makes, that pods may need: kind and name. */
  public static List<String> met(Resource object) {
    String core = object.type().group().isEmpty() ? object.kind() : "";
    String secret =
        switch (object.kind()) {
          case "ExternalSecret" -> given(object.at("spec", "target", "name"), object.name());
          case "SealedSecret" -> object.name();
          case "Certificate" -> NodeValues.text(object.at("spec", "secretName"));
          default -> "";
        };
    return NEEDED.contains(core)
        ? List.of(core + " " + object.name())
        : secret.isEmpty() ? List.of() : List.of("Secret " + secret);
  }

  /** The same words for what is needed. */
  public String shown() {
    return kind + " " + name.text();
  }

  private static String given(@Nullable Node name, String otherwise) {
    return NodeValues.isSet(name) ? NodeValues.text(name) : otherwise;
  }
}
