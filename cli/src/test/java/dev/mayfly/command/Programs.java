package dev.mayfly.command;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mayfly.bundle.build.RenderTool;
import dev.mayfly.command.composition.ConfinedProgram;
import dev.mayfly.command.composition.RenderPrograms;
import java.util.Map;

/** The programs of this machine that render bundles; a test without them says so. */
final class Programs {
  private Programs() {}

  /** This process's PATH and nothing else, where these programs are on it. */
  static Map<String, String> path(String... names) {
    Map<String, String> env = Map.of("PATH", System.getenv("PATH"));
    for (String name : names) {
      assumeTrue(
          ConfinedProgram.find(name, env).isPresent(),
          name + " is not on PATH; cli/packaging/test-tools.sh installs it");
    }
    return env;
  }

  static RenderTool tool(String... names) {
    return new RenderPrograms(path(names));
  }
}
