package dev.mayfly.manifest;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.platform.App;
import dev.mayfly.platform.ArgoCd;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.TargetCluster;
import dev.mayfly.template.Binding;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What previews may do in the cluster: exact repositories, exact server, their own namespaces, and
 * the kinds that are really rendered. No deny patterns: beside an allow pattern those permit
 * everything they do not deny (argoproj/argo-cd issue 21264).
 */
final class AppProjectKind implements PlatformKind {
  /** Names with any number: a digit first, so that {@code pr-prod} is not meant. */
  private static final Binding GLOB = fact -> "[0-9]*";

  private static final Binding REGEX =
      new Binding() {
        @Override
        public String literal(String text) {
          return Pattern.quote(text);
        }

        @Override
        public String fact(Fact fact) {
          return "[0-9].*";
        }
      };

  @Override
  public List<PlatformFile> files(PlatformContext context) {
    ArgoCd argocd = context.platform().argocd();
    return List.of(
        context.guard(
            "app-project.yaml",
            TemplateName.PLATFORM_APP_PROJECT,
            context
                .argocdScope()
                .put("project", argocd.project())
                .put("sourceRepos", Value.ofAll(repositories(context.platform())))
                .put("destinations", destinations(context))
                .put("clusterResources", clusterResources(context))
                .put("namespaceResources", namespaceResources(context))
                .put("orphanedResources", orphans(context.platform()))));
  }

  /** In a shared namespace everything of production would be an orphan of every preview. */
  private static Value orphans(Platform platform) {
    return platform.namespace().isShared()
        ? Value.ABSENT
        : Value.EMPTY.with("warn", new Value.Bool(true));
  }

  private static List<String> repositories(Platform platform) {
    TreeSet<String> repositories = new TreeSet<>();
    repositories.add(platform.gitops().repository());
    for (App app : platform.apps()) {
      repositories.add(BundleAddress.of(platform, app).repository());
    }
    return List.copyOf(repositories);
  }

  private static Value destinations(PlatformContext context) {
    List<Text> names = new ArrayList<>();
    for (Blueprint blueprint : context.loaded().all()) {
      names.add(blueprint.names().namespace());
      blueprint.names().database().ifPresent(database -> names.add(database.namespace()));
    }
    List<Value> destinations = new ArrayList<>();
    for (String namespace : globs(names, context.live().destinations())) {
      TargetCluster cluster = context.platform().argocd().cluster();
      destinations.add(
          Value.EMPTY
              .with(cluster.byName() ? "name" : "server", cluster.value())
              .with("namespace", namespace));
    }
    return new Value.Items(destinations);
  }

  /** Nothing cluster-wide but the previews' own namespaces; when shared, only those still there. */
  private static Value clusterResources(PlatformContext context) {
    List<Text> names =
        context.platform().namespace().isShared()
            ? List.of()
            : context.loaded().all().stream().map(b -> b.names().namespace()).toList();
    List<Value> resources = new ArrayList<>();
    for (String name : globs(names, context.live().namespaces())) {
      resources.add(Value.EMPTY.with("group", "").with("kind", "Namespace").with("name", name));
    }
    return new Value.Items(resources);
  }

  /** The globs of all names, and those of the words that none of the globs has already. */
  private static SortedSet<String> globs(Collection<Text> names, Collection<String> words) {
    TreeSet<String> globs = new TreeSet<>();
    names.forEach(name -> globs.add(name.bind(GLOB)));
    words.stream()
        .filter(word -> names.stream().noneMatch(name -> word.matches(name.bind(REGEX))))
        .forEach(globs::add);
    return globs;
  }

  private static Value namespaceResources(PlatformContext context) {
    TreeSet<GroupKind> kinds = new TreeSet<>(context.live().kinds());
    for (Overlay overlay : context.overlays()) {
      overlay.objects().forEach(object -> kinds.add(object.type()));
      kinds.addAll(overlay.blueprint().app().resources());
    }
    kinds.remove(GroupKind.NAMESPACE);
    List<Value> resources = new ArrayList<>();
    for (GroupKind kind : kinds) {
      resources.add(Value.EMPTY.with("group", kind.group()).with("kind", kind.kind()));
    }
    return new Value.Items(resources);
  }
}
