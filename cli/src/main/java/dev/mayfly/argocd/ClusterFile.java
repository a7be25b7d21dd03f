package dev.mayfly.argocd;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.platform.TargetCluster;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The clusters of an Argo CD: its cluster Secrets as manifests or as {@code kubectl get} prints
 * them, or what {@code argocd cluster list -o json} prints. How to log in to one is never read.
 */
public final class ClusterFile {
  static final String TYPE = "argocd.argoproj.io/secret-type";
  static final String CLUSTER = "cluster";

  private final List<RegisteredCluster> clusters = new ArrayList<>();

  private ClusterFile() {}

  /**
   * Reads YAML or JSON.
   *
   * @throws ProblemsException (configuration) when it cannot be read, or names no cluster
   */
  public static List<RegisteredCluster> read(String name, byte[] bytes) {
    ClusterFile file = new ClusterFile();
    var read = new YamlReader(Budget.LINT).read(name, bytes);
    if (!read.problems().isEmpty()) {
      throw new ProblemsException(Fault.CONFIGURATION, read.problems());
    }
    read.documents().forEach(file::document);
    if (file.clusters.isEmpty()) {
      throw Fault.CONFIGURATION.error(
          "no-clusters",
          Location.ofFile(name),
          "`" + name + "` names no cluster",
          "give `kubectl get secret -n argocd -l argocd.argoproj.io/secret-type=cluster -o"
              + " json`, or `argocd cluster list -o json`");
    }
    return List.copyOf(file.clusters);
  }

  private void document(Node document) {
    switch (document) {
      case ListNode list -> list.items().forEach(this::listed);
      case MapNode map when map.at("items") instanceof ListNode items ->
          items.items().forEach(this::secret);
      default -> secret(document);
    }
  }

  private void secret(Node object) {
    SortedMap<String, String> labels = texts(object.at("metadata", "labels"));
    if (!"Secret".equals(object.textAt("kind")) || !CLUSTER.equals(labels.get(TYPE))) {
      return;
    }
    clusters.add(
        new RegisteredCluster(
            data(object, "name"),
            data(object, "server"),
            data(object, "project"),
            labels,
            texts(object.at("metadata", "annotations")),
            true));
  }

  /** What the API server tells of a cluster; the one without a Secret is among them. */
  private void listed(Node cluster) {
    String server = cluster.textOrEmpty("server");
    SortedMap<String, String> labels = texts(cluster.at("labels"));
    SortedMap<String, String> annotations = texts(cluster.at("annotations"));
    boolean isWritten =
        !server.equals(TargetCluster.OWN_SERVER) || !labels.isEmpty() || !annotations.isEmpty();
    if (!server.isEmpty()) {
      labels.put(TYPE, CLUSTER);
      clusters.add(
          new RegisteredCluster(
              cluster.textOrEmpty("name"),
              server,
              cluster.textOrEmpty("project"),
              labels,
              annotations,
              isWritten));
    }
  }

  /** A manifest may hold what the API server would encode; that is stronger than {@code data}. */
  private static String data(Node secret, String key) {
    String plain = secret.textOrEmpty("stringData", key);
    if (!plain.isEmpty()) {
      return plain;
    }
    try {
      byte[] decoded = Base64.getMimeDecoder().decode(secret.textOrEmpty("data", key));
      return new String(decoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static SortedMap<String, String> texts(@Nullable Node node) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (MapNode.Entry entry : NodeValues.entries(node)) {
      texts.put(entry.key().text(), NodeValues.text(entry.value()));
    }
    return texts;
  }
}
