package dev.mayfly.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.Examples;
import dev.mayfly.delivery.Policy;
import dev.mayfly.golden.ExampleExtras;
import dev.mayfly.golden.RenderedPlatform;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Finding;
import dev.mayfly.manifest.Templates;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Trees;
import dev.mayfly.yaml.YamlReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What any example renders is known again in a cluster, with its labels and without them. */
class EveryShapeTest {
  private static final String NUMBER = "42";

  static Set<String> examples() {
    return Examples.names();
  }

  /** The objects of one preview of each app, with the preview that each is of. */
  private static Map<MapNode, PreviewId> objects(RenderedPlatform platform) {
    Map<MapNode, PreviewId> objects = new LinkedHashMap<>();
    platform
        .overlays()
        .forEach((path, text) -> {
          MapNode object =
              (MapNode)
                  new YamlReader(Budget.LINT)
                      .read(path, text.getBytes(StandardCharsets.UTF_8))
                      .documents()
                      .getFirst();
          String[] parts = path.split("/");
          if (!Set.of("kustomization.yaml", "preview.yaml").contains(parts[3])) {
            objects.put(
                object, new PreviewId(parts[1], PullRequestNumber.parse(NUMBER).orElseThrow()));
          }
        });
    return objects;
  }

  private static ListedCluster cluster(RenderedPlatform platform) {
    List<String> items = new ArrayList<>();
    objects(platform).keySet().forEach(object -> items.add(JsonWriter.pretty(Trees.of(object))));
    String list = "{\"items\":[" + String.join(",", items) + "],\"kind\":\"List\"}";
    ListedCluster cluster = new ListedCluster(platform.loaded());
    cluster.add("a.json", new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)));
    RightCluster.require(cluster, platform.loaded().platform(), List.of("a.json"));
    return cluster;
  }

  private static List<Finding> find(RenderedPlatform platform, Predicate<PreviewId> held) {
    return new LeakFinder(cluster(platform), held, "Git does not hold", Instant.EPOCH).find();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatIsHeldLeaksNothingAndWhatIsNotLeaksWhole(String example) {
    RenderedPlatform platform = RenderedPlatform.of(YamlDraft.example(example), NUMBER);
    assertThat(find(platform, id -> true)).isEmpty();

    Set<String> told =
        find(platform, id -> false).stream()
            .map(Finding::subject)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> namespaces = new TreeSet<>();
    objects(platform)
        .keySet()
        .forEach(object -> {
          if (GroupKind.of(object).equals(GroupKind.NAMESPACE)) {
            namespaces.add(object.textOrEmpty("metadata", "name"));
          }
        });
    for (MapNode object : objects(platform).keySet()) {
      String namespace = object.textOrEmpty("metadata", "namespace");
      if (!namespaces.contains(namespace)) {
        assertThat(told)
            .contains(
                object.textAt("kind")
                    + " "
                    + (namespace.isEmpty() ? "" : namespace + "/")
                    + object.textAt("metadata", "name"));
      }
    }
    assertThat(told).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyObjectIsKnownByItsLabelsAndByItsTrackingId(String example) {
    RenderedPlatform platform = RenderedPlatform.of(YamlDraft.example(example), NUMBER);
    Attribution attribution = new Attribution(platform.loaded());
    objects(platform)
        .forEach((object, preview) -> {
          GroupKind type = GroupKind.of(object);
          assertThat(attribution.of(type, object))
              .contains(new Attribution.Mark(preview, "labels"));
          String application = platform.application(preview.app(), NUMBER);
          assertThat(attribution.of(type, tracked(object, type, application)))
              .as(type + " by tracking id or place")
              .map(mark -> mark.preview().number())
              .contains(preview.number());
        });
  }

  /** The object without labels, as Argo CD marks it. */
  private static MapNode tracked(MapNode object, GroupKind type, String application) {
    String namespace = object.textOrEmpty("metadata", "namespace");
    String name = object.textOrEmpty("metadata", "name");
    String json =
        "{\"metadata\":{\"namespace\":\"%s\",\"name\":\"%s\",\"annotations\":{\"argocd.argoproj.io/tracking-id\":\"argocd_%s:%s/%s:%s/%s\"}}}"
            .formatted(namespace, name, application, type.group(), type.kind(), namespace, name);
    return (MapNode)
        new YamlReader(Budget.LINT)
            .read("a", json.getBytes(StandardCharsets.UTF_8))
            .documents()
            .getFirst();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theScriptAsksForWhatIsRenderedOutsideOwnNamespaces(String example) {
    RenderedPlatform platform = RenderedPlatform.of(YamlDraft.example(example), NUMBER);
    String script =
        new AskedKinds(
                new Policy(
                    platform.loaded(),
                    new Templates(ExampleExtras.of(platform.loaded().platform()))))
            .script();
    assertThat(script).contains("list application.argoproj.io -n ");
    for (MapNode object : objects(platform).keySet()) {
      GroupKind type = GroupKind.of(object);
      String namespace = object.textOrEmpty("metadata", "namespace");
      if (!namespace.contains(NUMBER) && !namespace.isEmpty()) {
        assertThat(script)
            .contains("list " + ClusterObject.resource(type) + " -n " + namespace + "\n");
      }
    }
    assertThat(script).doesNotContain("delete").doesNotContain(NUMBER);
  }
}
