package dev.mayfly.adopt;

import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the AppProject lets bundles bring. */
final class ProjectMapping implements Mapping {
  /** What nearly every bundle holds, by group. */
  private static final List<String> USUAL =
      List.of("/ConfigMap", "/Service", "/ServiceAccount", "apps/Deployment");

  @Override
  public List<String> reads() {
    return List.of(
        "project.metadata.name",
        "project.spec.namespaceResourceWhitelist",
        "project.spec.clusterResourceWhitelist",
        "project.spec.sourceRepos",
        "project.spec.destinations");
  }

  @Override
  public void map(Adoption adoption) {
    Optional<Node> project = adoption.project();
    List<Draft> kinds = new ArrayList<>();
    project
        .map(it -> it.itemsAt("spec", "namespaceResourceWhitelist"))
        .ifPresent(items -> items.forEach(item -> kind(adoption, item, kinds)));
    if (kinds.isEmpty()) {
      String why =
          project.isEmpty()
              ? "its AppProject was not among the files; list what the bundle holds"
              : "the AppProject permits every kind; list what the bundle holds";
      for (String usual : USUAL) {
        String[] words = usual.split("/");
        kinds.add(new Draft.Leaf(tree(words[0], words[1]), new Origin.Assumed(why)));
      }
    }
    for (AppDraft app : adoption.apps) {
      List<Draft> listed = app.fields.list("resources").items();
      kinds.stream()
          .filter(kind -> listed.stream().noneMatch(it -> isSame(it, kind)))
          .toList()
          .forEach(listed::add);
    }
    project.ifPresent(p -> rest(adoption, p));
  }

  private static boolean isSame(Draft one, Draft other) {
    return one instanceof Draft.Leaf(Tree first, Origin ignored)
        && other instanceof Draft.Leaf(Tree second, Origin alsoIgnored)
        && first.equals(second);
  }

  private static void kind(Adoption adoption, Node item, List<Draft> kinds) {
    String group = HandWritten.text(item, "group");
    String kind = HandWritten.text(item, "kind");
    if (!Syntaxes.GROUP.matches(group) || !Syntaxes.KIND.matches(kind)) {
      adoption.stricter(
          item.location(),
          "kind " + group + "/" + kind,
          "kinds are listed one by one, so that a bundle brings nothing else");
    } else {
      kinds.add(new Draft.Leaf(tree(group, kind), Origin.from(item)));
    }
  }

  private static Tree tree(String group, String kind) {
    return new Tree.Mapping().put("group", group).put("kind", kind);
  }

  private static void rest(Adoption adoption, Node project) {
    for (Node item : project.itemsAt("spec", "clusterResourceWhitelist")) {
      if (!HandWritten.text(item, "kind").equals("Namespace")) {
        adoption.stricter(
            item.location(),
            "cluster-wide " + HandWritten.text(item, "kind"),
            "a preview brings nothing cluster-wide but its own namespace");
      }
    }
    for (String field : List.of("sourceRepos", "destinations")) {
      Node written = project.at("spec", field);
      if (written != null && Trees.of(written).toString().contains("*")) {
        adoption.stricter(
            written.location(),
            "project " + field,
            "the rendered AppProject names repositories and the cluster exactly, and namespaces by"
                + " the previews' own pattern");
      }
    }
  }
}
