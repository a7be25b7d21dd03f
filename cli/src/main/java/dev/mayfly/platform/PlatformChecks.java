package dev.mayfly.platform;

import dev.mayfly.diagnostic.Problems;
import java.util.List;

/** Every combination of settings that cannot work or is not safe. The list is the catalogue. */
final class PlatformChecks {
  /** One check over the whole platform. */
  interface Check {
    void check(Platform platform, SourcePositions where, Problems problems);
  }

  /** One check over each app by itself; positions are those below the app. */
  interface AppCheck extends Check {
    void check(Platform platform, App app, SourcePositions where, Problems problems);

    @Override
    default void check(Platform platform, SourcePositions where, Problems problems) {
      for (int i = 0; i < platform.apps().size(); i++) {
        check(platform, platform.apps().get(i), where.below("apps", i), problems);
      }
    }
  }

  static final List<Check> ALL =
      List.of(
          new UniqueEntries(),
          new GeneratorLimits(),
          new EnvironmentLimits(),
          new SharedNamespaceLimits(),
          new DatabaseLimits(),
          new BundleLimits(),
          new ImageLimits(),
          new CapacityLimits(),
          new ContainerDefaults(),
          new TrafficLimits(),
          new AccessLimits(),
          new EntranceLimits(),
          new RouteLimits(),
          new StorePlaces(),
          new TargetLimits(),
          new ForgeLimits());

  private PlatformChecks() {}

  static void run(Platform platform, SourcePositions where, Problems problems) {
    ALL.forEach(check -> check.check(platform, where, problems));
  }
}
