package dev.mayfly.manifest;

import dev.mayfly.platform.App;
import dev.mayfly.platform.ArgoCd;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.ResourceKind;
import dev.mayfly.template.Binding;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What previews may do in the cluster: exact repositories, exact server, their own namespaces, and
 * the kinds that are really rendered. No deny patterns: beside an allow pattern those permit
 * everything they do not deny (argoproj/argo-cd issue 21264).
 */
final class AppProjectKind implements PlatformKind {
  private static final ResourceKind NAMESPACE = new ResourceKind("", "Namespace");

  @Override
  public List<PlatformFile> files(PlatformContext context) {
    ArgoCd argocd = context.platform().argocd();
    return List.of(
        PlatformFile.object(
            new Manifest(
                "app-project.yaml",
                context
                    .templates()
                    .render(
                        TemplateName.PLATFORM_APP_PROJECT,
                        context
                            .argocdScope()
                            .put("project", argocd.project())
                            .put("sourceRepos", Value.ofAll(repositories(context.platform())))
                            .put("destinations", destinations(context))
                            .put("clusterResources", clusterResources(context))
                            .put("namespaceResources", namespaceResources(context))))));
  }

  private static List<String> repositories(Platform platform) {
    TreeSet<String> repositories = new TreeSet<>();
    repositories.add(platform.gitops().repository());
    platform.apps().stream().map(App::repositoryUrl).forEach(repositories::add);
    return List.copyOf(repositories);
  }

  private static Value destinations(PlatformContext context) {
    TreeSet<String> namespaces = new TreeSet<>();
    for (Blueprint blueprint : context.loaded().blueprints()) {
      namespaces.add(blueprint.names().namespace().bind(new NumberGlob()));
      blueprint
          .names()
          .database()
          .ifPresent(database -> namespaces.add(database.namespace().bind(new NumberGlob())));
    }
    List<Value> destinations = new ArrayList<>();
    for (String namespace : namespaces) {
      Map<String, Value> destination = new LinkedHashMap<>();
      destination.put("server", Value.of(context.platform().argocd().cluster()));
      destination.put("namespace", Value.of(namespace));
      destinations.add(new Value.Fields(destination));
    }
    return new Value.Items(destinations);
  }

  /** Nothing cluster-wide but the previews' own namespaces, and not even those when shared. */
  private static Value clusterResources(PlatformContext context) {
    List<Value> resources = new ArrayList<>();
    if (!context.platform().namespace().isShared()) {
      TreeSet<String> names = new TreeSet<>();
      for (Blueprint blueprint : context.loaded().blueprints()) {
        names.add(blueprint.names().namespace().bind(new NumberGlob()));
      }
      for (String name : names) {
        Map<String, Value> resource = new LinkedHashMap<>();
        resource.put("group", Value.of(""));
        resource.put("kind", Value.of("Namespace"));
        resource.put("name", Value.of(name));
        resources.add(new Value.Fields(resource));
      }
    }
    return new Value.Items(resources);
  }

  private static Value namespaceResources(PlatformContext context) {
    TreeSet<ResourceKind> kinds = new TreeSet<>(context.kindsInUse());
    for (Overlay overlay : context.overlays()) {
      overlay.objects().forEach(o -> kinds.add(new ResourceKind(o.group(), o.kind())));
      kinds.addAll(overlay.blueprint().app().resources());
    }
    kinds.remove(NAMESPACE);
    List<Value> resources = new ArrayList<>();
    for (ResourceKind kind : kinds) {
      Map<String, Value> resource = new LinkedHashMap<>();
      resource.put("group", Value.of(kind.group()));
      resource.put("kind", Value.of(kind.kind()));
      resources.add(new Value.Fields(resource));
    }
    return new Value.Items(resources);
  }

  /** A number as Argo CD's glob sees it: a digit first, so that {@code pr-prod} is not meant. */
  private static final class NumberGlob implements Binding {
    @Override
    public String literal(String text) {
      return text;
    }

    @Override
    public String fact(Fact fact) {
      return "[0-9]*";
    }
  }
}
