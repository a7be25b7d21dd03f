package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.GoYaml;
import dev.mayfly.platform.TargetCluster;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code clusterDecisionResource} generator: a ConfigMap says which kind of object decides and
 * where in its status the clusters stand (Argo CD, {@code generators/duck_type.go}).
 */
record DecisionGenerator(Node generator, GeneratorContext context, List<Node> given, Node map) {
  private static final String NAME = "the `clusterDecisionResource` generator ";

  static List<GoValue.Entries> expand(Node generator, GeneratorContext context)
      throws GeneratorStop {
    List<Node> given =
        GeneratorContext.given(
            context.inputs().decisions(),
            generator,
            NAME + "reads objects that were not given",
            "give them with `--decisions`, and their ConfigMap in the same file");
    String wanted = String.valueOf(generator.textAt("configMapRef"));
    Optional<Node> map =
        given.stream()
            .filter(it -> "ConfigMap".equals(it.textAt("kind")))
            .filter(it -> wanted.equals(it.textAt("metadata", "name")))
            .findFirst();
    Node found =
        GeneratorContext.given(
            map,
            generator,
            NAME + "reads ConfigMap " + MessageText.quoted(wanted) + ", which was not given",
            "put it beside the objects of `--decisions`");
    return new DecisionGenerator(generator, context, given, found).sets();
  }

  private List<GoValue.Entries> sets() throws GeneratorStop {
    String kind = setting("kind");
    if (kind.isEmpty() || setting("apiVersion").indexOf('/') < 1) {
      throw GeneratorStop.stall(
          map.location(), "the ConfigMap names no `kind` and `apiVersion` of a group");
    }
    String matchKey = setting("matchKey");
    List<GoValue.Entries> sets = new ArrayList<>();
    List<Node> decisions = decisions(kind);
    context.work().takes(decisions.size(), generator);
    for (Node decision : matchKey.isEmpty() ? List.<Node>of() : decisions) {
      Optional<RegisteredCluster> cluster = cluster(matched(decision, matchKey));
      if (cluster.isPresent() && decision instanceof MapNode entries) {
        sets.add(set(cluster.get(), entries));
      }
    }
    return sets;
  }

  private String matched(Node decision, String key) throws GeneratorStop {
    Node value = decision.at(key);
    return value == null || GoYaml.value(value).isNil() ? "" : text(value);
  }

  /** A value of an object, whose whole numbers are integers; before 3.4 all have to be texts. */
  private String text(Node value) throws GeneratorStop {
    GoValue read = GoYaml.value(value);
    if (!(read instanceof GoValue.Text) && !context.argoCd().isAtLeast(3, 4)) {
      throw GeneratorStop.stall(
          value.location(), "the controller ends here: a decision holds a value that is not text");
    }
    return value instanceof ScalarNode scalar && scalar.text().matches("-?[1-9][0-9]{0,17}")
        ? scalar.text()
        : read.printed();
  }

  private GoValue.Entries set(RegisteredCluster cluster, MapNode decision) throws GeneratorStop {
    SortedMap<String, GoValue> set = new TreeMap<>();
    set.put("name", GoValue.of(cluster.name()));
    set.put("server", GoValue.of(cluster.server()));
    for (MapNode.Entry entry : decision.entries()) {
      set.put(entry.key().text(), GoValue.of(text(entry.value())));
    }
    // Unlike with other generators these are no templates.
    return context.withValues(set, texts(generator.at("values")));
  }

  /** What the objects that the set asks for decided, one after the other. */
  private List<Node> decisions(String kind) throws GeneratorStop {
    String name = generator.textOrEmpty("name");
    boolean named = !name.isEmpty();
    Node labels = generator.at("labelSelector");
    boolean labelled =
        labels != null
            && (isGiven(labels.at("matchLabels")) || isGiven(labels.at("matchExpressions")));
    if (named == labelled) {
      throw GeneratorStop.stall(
          generator.location(), NAME + "takes either `name` or `labelSelector`");
    }
    ParameterSelector selector = ParameterSelector.ofLabels(labels);
    if (labelled && selector.requirements().isEmpty()) {
      throw GeneratorStop.stall(
          generator.location(), "the API does not take a `labelSelector` that asks for nothing");
    }
    List<Node> deciding = new ArrayList<>();
    for (Node object : given) {
      if (isOf(object, kind)
          && (named
              ? name.equals(object.textAt("metadata", "name"))
              : selector.matches(texts(object.at("metadata", "labels"))))) {
        deciding.add(object);
      }
    }
    if (deciding.isEmpty()) {
      throw GeneratorStop.stall(
          generator.location(), "no object that the generator asks for is among those given");
    }
    String key = setting("statusListKey").isEmpty() ? "clusters" : setting("statusListKey");
    List<Node> decisions = new ArrayList<>();
    for (Node object : deciding) {
      if (object.at("status") instanceof MapNode status && !status.entries().isEmpty()) {
        if (!(status.at(key) instanceof ListNode list)) {
          throw GeneratorStop.stall(
              status.location(), "the controller ends here: `status." + key + "` is not a list");
        }
        decisions.addAll(list.items());
      }
    }
    return decisions;
  }

  /** An empty map or list is given too. */
  private static boolean isGiven(@Nullable Node part) {
    return part != null && !part.isNull();
  }

  /** The ConfigMap names kinds as addresses of the API do: in lower case, and many of them. */
  private boolean isOf(Node object, String kind) {
    String singular = String.valueOf(object.textAt("kind")).toLowerCase(Locale.ROOT);
    return setting("apiVersion").equals(object.textAt("apiVersion"))
        && List.of(singular, singular + "s", singular + "es").contains(kind);
  }

  private Optional<RegisteredCluster> cluster(String name) throws GeneratorStop {
    List<RegisteredCluster> clusters =
        GeneratorContext.given(
            context.inputs().clusters(),
            generator,
            NAME + "compares with clusters that were not given",
            "give them with `--clusters`");
    Optional<RegisteredCluster> found =
        clusters.stream().filter(it -> it.name().equals(name)).findFirst();
    boolean local =
        name.equals(TargetCluster.OWN_NAME)
            && clusters.stream().noneMatch(RegisteredCluster::isLocal);
    return found.isPresent() || !local ? found : Optional.of(RegisteredCluster.unwritten());
  }

  private String setting(String key) {
    return map.textOrEmpty("data", key);
  }

  private static SortedMap<String, String> texts(@Nullable Node map) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (MapNode.Entry entry : NodeValues.entries(map)) {
      boolean none = entry.value().isNull();
      texts.put(entry.key().text(), none ? "" : GoYaml.value(entry.value()).printed());
    }
    return texts;
  }
}
