package dev.mayfly.command.option;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.YamlReader;
import java.util.List;

/** Argo CD's objects in the files that a command was given. */
public record ArgoManifests(List<Node> documents) {
  public static ReadResult read(String name, byte[] bytes) {
    return new YamlReader(Budget.LINT).read(name, bytes);
  }

  /**
   * The documents of a file.
   *
   * @throws ProblemsException with {@link Fault#CONFIGURATION} where it cannot be read as YAML
   */
  public static List<Node> whole(ReadResult read) {
    if (!read.problems().isEmpty()) {
      throw new ProblemsException(Fault.CONFIGURATION, read.problems());
    }
    return read.documents();
  }

  /** The sets; a command that is about them is used wrongly without any. */
  public List<Node> sets() {
    List<Node> sets = anySets();
    if (sets.isEmpty()) {
      throw UsageErrors.usage("the files hold no ApplicationSet", "");
    }
    return sets;
  }

  public List<Node> anySets() {
    return ofKind("ApplicationSet");
  }

  public List<Node> projects() {
    return ofKind("AppProject");
  }

  /** The projects of a file that was given for nothing else. */
  public List<Node> projectsOf(String file) {
    if (projects().isEmpty()) {
      throw UsageErrors.usage("`" + file + "` holds no AppProject", "");
    }
    return projects();
  }

  private List<Node> ofKind(String kind) {
    return documents.stream()
        .filter(node -> kind.equals(node.textAt("kind")))
        .filter(node -> ("" + node.textAt("apiVersion")).startsWith("argoproj.io/"))
        .toList();
  }
}
