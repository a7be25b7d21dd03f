package dev.mayfly.platform;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loads {@code mayfly.yaml}: reads it strictly, makes all names, and refuses what cannot work. */
public final class PlatformLoader {
  private PlatformLoader() {}

  /**
   * Loads a platform.
   *
   * @throws ProblemsException (configuration) with every problem found; later stages run only when
   *     the earlier ones found none, since their problems would be echoes
   */
  public static LoadedPlatform load(String name, byte[] bytes, GitOpsFiles files) {
    return load(name, bytes, Optional.of(files));
  }

  /** The same where no other file is at hand: what would be read from one is left out. */
  public static LoadedPlatform load(String name, byte[] bytes) {
    return load(name, bytes, Optional.empty());
  }

  private static LoadedPlatform load(String name, byte[] bytes, Optional<GitOpsFiles> files) {
    Node document = new YamlReader(Budget.ADMIN).read(name, bytes).single(Fault.CONFIGURATION);
    Problems problems = new Problems();
    OpenDecisions.check(document, problems);
    problems.throwIfAny(Fault.CONFIGURATION);
    Platform platform = Platform.read(document, problems);
    problems.throwIfAny(Fault.CONFIGURATION);

    SourcePositions where = SourcePositions.ofSpec(document);
    PlatformChecks.run(platform, where, problems);
    problems.throwIfAny(Fault.CONFIGURATION);

    List<Blueprint> blueprints = new ArrayList<>();
    for (App app : platform.apps()) {
      Location valueFiles = where.of("apps", blueprints.size(), "bundle", "valueFiles");
      blueprints.add(new AppResolution(platform, app, files, valueFiles, problems).blueprint());
    }
    List<Blueprint> environments = new ArrayList<>();
    for (App environment : Environments.of(platform)) {
      environments.add(
          new AppResolution(platform, environment, files, where.of("apps"), problems).blueprint());
    }
    problems.throwIfAny(Fault.CONFIGURATION);
    NameChecks.run(platform, blueprints, environments, where, problems);
    problems.throwIfAny(Fault.CONFIGURATION);
    return new LoadedPlatform(document, platform, blueprints, environments, problems.sorted());
  }
}
