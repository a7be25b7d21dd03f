package dev.mayfly.command.composition;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.platform.GitOps;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.platform.Neighbours;
import dev.mayfly.workspace.OtherPlatforms;
import dev.mayfly.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The platform that a command works on, beside the others of its repository. */
public final class Neighbourhood {
  private Neighbourhood() {}

  /**
   * What they would both call theirs. A file that says another repository or folder is no platform
   * of this one, such as an example; of one that is wrong nothing is known, and a warning says so.
   */
  public static List<Problem> problems(Workspace workspace, LoadedPlatform own) {
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<String, Path> file :
        OtherPlatforms.of(workspace, own.platform().gitops()).entrySet()) {
      String name = file.getKey();
      try {
        LoadedPlatform other = Workspace.of(file.getValue()).platform(name);
        if (isBeside(own.platform().gitops(), other.platform().gitops(), name)) {
          problems.addAll(Neighbours.meetings(own, other, name));
        }
      } catch (ProblemsException e) {
        problems.add(
            Problem.warning(
                "neighbour-unread",
                Location.ofFile(own.document().location().file()),
                "`" + name + "` is not a platform as it stands, so its names are not known",
                "`mayfly lint` in its folder says what is wrong"));
      }
    }
    return problems;
  }

  /**
   * Refuses to go on where they meet.
   *
   * @throws ProblemsException (configuration) with all that they share
   */
  public static void require(Workspace workspace, LoadedPlatform own) {
    List<Problem> errors =
        problems(workspace, own).stream().filter(it -> it.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new ProblemsException(Fault.CONFIGURATION, errors);
    }
  }

  private static boolean isBeside(GitOps own, GitOps other, String file) {
    return address(own).equals(address(other))
        && other.inRepository(Workspace.PLATFORM_FILE).equals(file);
  }

  private static String address(GitOps gitops) {
    return gitops.repository().replaceFirst("\\.git$", "");
  }
}
