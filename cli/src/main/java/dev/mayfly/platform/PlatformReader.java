package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.platform.GitOps.Change;
import dev.mayfly.platform.GitOps.Delivery;
import dev.mayfly.platform.Targets.Part;
import dev.mayfly.preview.Notation;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.Syntax;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the whole of {@code mayfly.yaml}, field by field. */
final class PlatformReader {
  private static final Syntax KIND =
      Syntax.of("platformKind", "PreviewPlatform", "`PreviewPlatform`");

  private PlatformReader() {}

  static Platform read(Node document, Problems problems) {
    try (Fields root = new Fields(document, problems)) {
      root.text("apiVersion", Notation.API_VERSION);
      root.text("kind", KIND);
      String name;
      try (Fields metadata = root.requiredMap("metadata")) {
        name = metadata.text("name", Syntaxes.APP_NAME);
      }
      try (Fields spec = root.requiredMap("spec")) {
        return platform(name, spec);
      }
    }
  }

  private static Platform platform(String name, Fields spec) {
    ForgeSettings forge = ForgeReader.read(spec);
    return new Platform(
        name,
        targets(spec),
        ArgoCdReader.read(spec, name),
        gitops(spec, forge),
        forge,
        AdmissionReader.read(spec),
        NamespaceReader.read(spec),
        ExposureReader.read(spec),
        capacity(spec),
        naming(spec),
        StorageReader.read(spec),
        LintReader.read(spec),
        spec.texts("codeOwners", PeopleSyntaxes.OWNER),
        apps(spec, forge));
  }

  private static Targets targets(Fields spec) {
    try (Fields targets = spec.mapOrEmpty("targets")) {
      Map<Part, ReleaseLine> stated = new EnumMap<>(Part.class);
      version(targets, "argocd").ifPresent(it -> stated.put(Part.ARGOCD, it));
      version(targets, "cloudnativePg").ifPresent(it -> stated.put(Part.CLOUD_NATIVE_PG, it));
      version(targets, "gatewayApi").ifPresent(it -> stated.put(Part.GATEWAY_API, it));
      version(targets, "kubernetes").ifPresent(it -> stated.put(Part.KUBERNETES, it));
      return Targets.of(stated);
    }
  }

  private static Optional<ReleaseLine> version(Fields targets, String key) {
    return targets
        .optionalText(key, Syntaxes.VERSION)
        .filter(Syntaxes.VERSION::matches)
        .map(ReleaseLine::parse);
  }

  private static GitOps gitops(Fields spec, ForgeSettings forge) {
    try (Fields gitops = spec.requiredMap("gitops")) {
      Change otherwise =
          forge.kind() == ForgeSettings.Kind.NONE ? Change.PUSH : Change.PULL_REQUEST;
      Change change = gitops.choice("change", Choice.of(Change.values())).orElse(otherwise);
      return new GitOps(
          gitops.text("repository", Syntaxes.GIT_URL),
          gitops.text("path", PlaceSyntaxes.FOLDER, ""),
          gitops.optionalText("name", Syntaxes.REPOSITORY).flatMap(RepositoryName::parse),
          gitops.text("branch", PlaceSyntaxes.BRANCH, "main"),
          gitops.choice("delivery", Choice.of(Delivery.values())).orElse(Delivery.OVERLAY),
          change,
          gitops.choice("removal", Choice.of(Change.values())).orElse(change));
    }
  }

  private static Capacity capacity(Fields spec) {
    try (Fields capacity = spec.mapOrEmpty("capacity")) {
      return new Capacity(
          capacity.optionalText("memory", Syntaxes.QUANTITY),
          capacity.optionalText("cpu", Syntaxes.QUANTITY));
    }
  }

  private static Naming naming(Fields spec) {
    try (Fields naming = spec.mapOrEmpty("naming")) {
      return new Naming(
          pattern(naming, "namespace", Naming.NAMESPACE),
          pattern(naming, "application", Naming.APPLICATION),
          pattern(naming, "host", Naming.HOST),
          pattern(naming, "database", Naming.DATABASE));
    }
  }

  private static ScalarNode pattern(Fields naming, String key, String otherwise) {
    Optional<String> written = naming.optionalText(key, Syntaxes.PATTERN);
    Location location = naming.location(key);
    return written
        .map(text -> new ScalarNode(text, false, location))
        .orElseGet(() -> Naming.byDefault(otherwise, location));
  }

  private static List<App> apps(Fields spec, ForgeSettings forge) {
    List<App> apps = new ArrayList<>();
    for (Fields app : spec.maps("apps")) {
      apps.add(AppReader.read(app, forge));
    }
    if (apps.isEmpty() && spec.problems().isEmpty()) {
      spec.problems()
          .error("no-apps", spec.location("apps"), "a platform needs at least one app in `apps`");
    }
    return apps;
  }
}
