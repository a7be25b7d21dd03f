package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.kubernetes.Pods;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A database, queue, cache or web server that a preview's settings name for its pods to call.
 *
 * @param at the text that names it
 * @param port empty where the text does not say it
 */
record NamedHost(ScalarNode at, String host, OptionalInt port, Use use) {
  /** What it is called for. */
  enum Use {
    DATABASE,
    WEB,
    /** To call all that is {@link #WEB} for the pods. */
    PROXY
  }

  /** Those in the settings of an object: data of a ConfigMap, variables and arguments of pods. */
  static List<NamedHost> in(BundleObject object) {
    List<NamedHost> hosts = new ArrayList<>();
    if (object.isFreeForm()) {
      // What a Secret has as data is in Base64.
      String field = object.kind().equals("ConfigMap") ? "data" : "stringData";
      entries(object.root().get(field), hosts);
    }
    object.pod().ifPresent(pod -> Pods.containers(pod).forEach(it -> container(it, hosts)));
    return hosts;
  }

  /** As messages name it. */
  String title() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return port.isPresent() ? name + ":" + port.getAsInt() : name;
  }

  /** The namespace of a Service, where the name says that it is one. */
  Optional<String> namespace() {
    List<String> labels = List.of(host.split("\\."));
    int service = labels.indexOf("svc");
    return service > 0 ? Optional.of(labels.get(service - 1)) : Optional.empty();
  }

  /** What may be a namespace: the last label, for {@code name.namespace}. */
  String lastLabel() {
    return host.substring(host.lastIndexOf('.') + 1);
  }

  private static void container(Node container, List<NamedHost> hosts) {
    Set<String> secrets =
        container.itemsAt("env").stream()
            .filter(variable -> variable.at("valueFrom", "secretKeyRef") != null)
            .map(variable -> String.valueOf(variable.textAt("name")))
            .collect(Collectors.toSet());
    for (Node variable : container.itemsAt("env")) {
      if (variable.at("value") instanceof ScalarNode value) {
        String name = String.valueOf(variable.textAt("name"));
        hosts.addAll(ConnectionText.hosts(name, value));
        hosts.addAll(WebAddress.hosts(name, value, secrets));
      }
    }
    List<ScalarNode> words =
        Stream.of("command", "args").flatMap(list -> container.textsAt(list).stream()).toList();
    words.forEach(word -> hosts.addAll(ConnectionText.hosts("", word)));
    hosts.addAll(WebAddress.fetched(words));
  }

  private static void entries(@Nullable Node data, List<NamedHost> hosts) {
    for (MapNode.Entry entry : NodeValues.entries(data)) {
      if (entry.value() instanceof ScalarNode text) {
        hosts.addAll(ConnectionText.hosts(entry.key().text(), text));
        hosts.addAll(WebAddress.hosts(entry.key().text(), text, Set.of()));
      }
    }
  }
}
