package dev.mayfly.lint;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.manifest.TemplateName;
import dev.mayfly.manifest.Templates;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Which kinds a platform renders by templates of its own; their fields are the admins' affair. */
public final class Overrides {
  /** What templates that hold no whole object become a part of. */
  private static final Set<GroupKind> OF_PARTS =
      Set.of(GroupKind.APPLICATION_SET, GroupKind.CLUSTER);

  private Overrides() {}

  /**
   * The kinds of all templates of our own that have a file of the same name in a platform's folder.
   *
   * @param paths every file that is known
   */
  public static Set<GroupKind> kinds(Collection<String> paths, String folder) {
    String templates = (folder.isEmpty() ? "" : folder + "/") + "templates/";
    Set<String> names = new TreeSet<>();
    for (String path : paths) {
      if (path.startsWith(templates)) {
        names.add(path.substring(templates.length()));
      }
    }
    return kinds(names);
  }

  /** The kinds that templates of these names make. */
  public static Set<GroupKind> kinds(Collection<String> names) {
    Set<GroupKind> kinds = new HashSet<>();
    for (String name : names) {
      if (TemplateName.paths().contains(name)) {
        for (Node document :
            new YamlReader(Budget.ADMIN).read(name, Templates.bundled(name)).documents()) {
          Resource made = document instanceof MapNode root ? Resource.of(root) : null;
          kinds.addAll(made == null ? OF_PARTS : Set.of(made.type()));
        }
      }
    }
    return kinds;
  }
}
