package dev.mayfly.platform;

import java.util.List;
import java.util.Optional;

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
  public Platform {
    severities = List.copyOf(severities);
    codeOwners = List.copyOf(codeOwners);
    apps = List.copyOf(apps);
  }

  public Optional<App> app(String appName) {
    return apps.stream().filter(app -> app.name().equals(appName)).findFirst();
  }

  /** What holds the place of an app's preview: its environment, or the app itself. */
  public String place(String appName) {
    return app(appName).flatMap(App::environment).orElse(appName);
  }
}
