package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where clusters keep their archive: a path of a store and, below it, the name of a server
 * (CloudNativePG 1.30, {@code docs/src/recovery.md}; Barman Cloud plugin, its parameters).
 */
record Archives(Corpus corpus) {
  private static final String PLUGIN = "barman-cloud.cloudnative-pg.io";
  private static final GroupKind STORE = new GroupKind("barmancloud.cnpg.io", "ObjectStore");

  /**
   * One archive.
   *
   * @param at where the object says so
   * @param place the same for the same archive, and only then
   * @param name as a message shows it
   */
  record Archive(Node at, String place, String name) {}

  /** Where a cluster archives to. */
  List<Archive> written(Resource cluster) {
    List<Archive> archives = new ArrayList<>();
    add(cluster.at("spec", "backup", "barmanObjectStore"), cluster.name(), archives);
    for (MapNode plugin : cluster.mapsAt("spec", "plugins")) {
      if (NodeValues.isTrue(plugin.get("isWALArchiver"))
          && !NodeValues.isFalse(plugin.get("enabled"))) {
        addPlugin(cluster, plugin, cluster.name(), archives);
      }
    }
    return archives;
  }

  /** What a cluster is restored from, or follows. */
  List<Archive> read(Resource cluster) {
    List<Archive> archives = new ArrayList<>();
    String source = cluster.textOrEmpty("spec", "bootstrap", "recovery", "source");
    for (MapNode external : cluster.mapsAt("spec", "externalClusters")) {
      String name = external.textOrEmpty("name");
      if (!name.isEmpty() && name.equals(source)) {
        add(external.get("barmanObjectStore"), name, archives);
        if (external.get("plugin") instanceof MapNode plugin) {
          addPlugin(cluster, plugin, name, archives);
        }
      }
    }
    return archives;
  }

  private void addPlugin(Resource cluster, MapNode plugin, String otherwise, List<Archive> all) {
    Node store = plugin.at("parameters", "barmanObjectName");
    if (store == null || !plugin.textOrEmpty("name").equals(PLUGIN)) {
      return;
    }
    String server = given(plugin.at("parameters", "serverName"), otherwise);
    Optional<Resource> known = corpus.find(STORE, cluster.namespace(), NodeValues.text(store));
    String place =
        known
            .map(it -> place(it.at("spec", "configuration")))
            .filter(it -> !it.isEmpty())
            .orElse("store " + cluster.namespace() + "/" + NodeValues.text(store));
    all.add(new Archive(store, place + " " + server, NodeValues.text(store) + "/" + server));
  }

  private static void add(@Nullable Node store, String otherwise, List<Archive> all) {
    Node path = store == null ? null : store.at("destinationPath");
    if (store != null && path != null && NodeValues.isSet(path)) {
      String server = given(store.at("serverName"), otherwise);
      String name = NodeValues.text(path).replaceAll("/+$", "") + "/" + server;
      all.add(new Archive(path, place(store) + " " + server, name));
    }
  }

  private static String place(@Nullable Node store) {
    String path = store == null ? "" : store.textOrEmpty("destinationPath");
    return path.isEmpty() || store == null
        ? ""
        : store.textOrEmpty("endpointURL") + " " + path.replaceAll("/+$", "");
  }

  private static String given(@Nullable Node name, String otherwise) {
    return NodeValues.isSet(name) ? NodeValues.text(name) : otherwise;
  }
}
