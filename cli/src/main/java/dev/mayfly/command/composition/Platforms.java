package dev.mayfly.command.composition;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.Reports;
import dev.mayfly.command.option.GlobalOptions;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.platform.Platform;
import dev.mayfly.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds and loads the platform that a command works on. */
public final class Platforms {
  private Platforms() {}

  public static Workspace workspace(Invocation invocation) {
    String config = GlobalOptions.CONFIG.in(invocation).orElse("");
    return config.isEmpty()
        ? Workspace.find(invocation.console().directory())
        : Workspace.of(invocation.console().directory().resolve(config));
  }

  /** The platform that is named, or else the nearest upward; empty where there is none. */
  public static Optional<Platform> around(Invocation invocation) {
    return GlobalOptions.CONFIG.isGivenIn(invocation)
            || Workspace.around(invocation.console().directory()).isPresent()
        ? Optional.of(here(invocation))
        : Optional.empty();
  }

  /** The same where there has to be one, for a command that needs one fact of it. */
  static Platform here(Invocation invocation) {
    return quietly(workspace(invocation), invocation.console()).platform();
  }

  /** Loads the platform without its warnings. */
  public static LoadedPlatform quietly(Workspace workspace, Console console) {
    return placed(
        workspace.platform(shownAs(workspace.platformFile(), console)), workspace, console);
  }

  /** Loads the platform and shows its warnings on standard error. */
  public static LoadedPlatform load(Workspace workspace, Console console) {
    LoadedPlatform loaded = quietly(workspace, console);
    List<Problem> warnings = new ArrayList<>(loaded.warnings());
    Location file = Location.ofFile(shownAs(workspace.platformFile(), console));
    Unplaced.warning(loaded.platform().gitops(), workspace.root(), file).ifPresent(warnings::add);
    Reports.toPeople(warnings, console);
    return loaded;
  }

  /** Argo CD looks for previews in the folder that the file says, so it has to lie there. */
  private static LoadedPlatform placed(
      LoadedPlatform loaded, Workspace workspace, Console console) {
    String path = loaded.platform().gitops().path();
    Path root = workspace.root().toAbsolutePath().normalize();
    if (path.isEmpty() || root.endsWith(path)) {
      return loaded;
    }
    throw Fault.CONFIGURATION.error(
        "platform-elsewhere",
        Location.ofFile(shownAs(workspace.platformFile(), console)),
        "`gitops.path` is `" + path + "`, and this file lies in no such folder",
        "set it to the folder of this file in its repository, or move the file there");
  }

  /** The path as seen from where the user stands, when that is shorter than the whole. */
  private static String shownAs(Path file, Console console) {
    Path absolute = file.toAbsolutePath();
    return absolute.startsWith(console.directory())
        ? console.directory().relativize(absolute).toString()
        : absolute.toString();
  }
}
