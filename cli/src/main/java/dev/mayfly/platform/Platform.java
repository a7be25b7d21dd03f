package dev.mayfly.platform;

import dev.mayfly.diagnostic.Problems;
import dev.mayfly.preview.Notation;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.Syntax;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything that {@code mayfly.yaml} says, with defaults filled in. */
public record Platform(
    String name,
    Targets targets,
    ArgoCd argocd,
    GitOps gitops,
    ForgeSettings forge,
    Admission admission,
    NamespacePolicy namespace,
    Exposure exposure,
    Capacity capacity,
    Naming naming,
    Storage storage,
    List<ChosenSeverity> severities,
    List<String> codeOwners,
    List<App> apps) {
  private static final Syntax KIND = Syntax.of("PreviewPlatform", "`PreviewPlatform`");

  public Platform {
    severities = List.copyOf(severities);
    codeOwners = List.copyOf(codeOwners);
    apps = List.copyOf(apps);
  }

  /** Reads {@code mayfly.yaml}. */
  static Platform read(Node document, Problems problems) {
    try (Fields root = new Fields(document, problems)) {
      root.text("apiVersion", Notation.API_VERSION);
      root.text("kind", KIND);
      String name = root.requiredMap("metadata", it -> it.text("name", Syntaxes.APP_NAME));
      return root.requiredMap("spec", spec -> read(name, spec, problems));
    }
  }

  private static Platform read(String name, Fields spec, Problems problems) {
    ForgeSettings forge = spec.requiredMap("forge", ForgeSettings::read);
    return new Platform(
        name,
        spec.mapOrEmpty("targets", Targets::read),
        spec.mapOrEmpty("argocd", it -> ArgoCd.read(it, name)),
        spec.requiredMap("gitops", it -> GitOps.read(it, forge)),
        forge,
        spec.mapOrEmpty("admission", Admission::read),
        spec.mapOrEmpty("namespace", NamespacePolicy::read),
        spec.mapOrEmpty("exposure", Exposure::read),
        spec.mapOrEmpty("capacity", Capacity::read),
        spec.mapOrEmpty("naming", Naming::read),
        spec.mapOrEmpty("storage", Storage::read),
        spec.mapOrEmpty("lint", it -> it.maps("severities", ChosenSeverity::read)),
        spec.texts("codeOwners", PeopleSyntaxes.OWNER),
        apps(spec, forge, problems));
  }

  private static List<App> apps(Fields spec, ForgeSettings forge, Problems problems) {
    List<App> apps = spec.maps("apps", app -> App.read(app, forge));
    if (apps.isEmpty() && problems.isEmpty()) {
      spec.error("no-apps", "apps", "a platform needs at least one app in `apps`", "");
    }
    return apps;
  }

  public Optional<App> app(String appName) {
    return apps.stream().filter(app -> app.name().equals(appName)).findFirst();
  }

  /** What holds the place of an app's preview: its environment, or the app itself. */
  public String place(String appName) {
    return app(appName).flatMap(App::environment).orElse(appName);
  }

  /** The place of the limit that a preview takes, alone or with others of its environment. */
  public PreviewId place(PreviewId id) {
    return new PreviewId(place(id.app()), id.number());
  }

  /** The places that some previews take: those of an environment take one. */
  public SortedSet<PreviewId> places(Collection<PreviewId> previews) {
    return previews.stream().map(this::place).collect(Collectors.toCollection(TreeSet::new));
  }

  /** What all previews together may request, as Kubernetes quantities. */
  public record Capacity(Optional<String> memory, Optional<String> cpu) {
    private static Capacity read(Fields capacity) {
      return new Capacity(
          capacity.optionalText("memory", Syntaxes.QUANTITY),
          capacity.optionalText("cpu", Syntaxes.QUANTITY));
    }

    /** The capacity of {@code memory} or {@code cpu}. */
    public Optional<String> of(String resource) {
      return resource.equals("memory") ? memory : cpu;
    }
  }
}
