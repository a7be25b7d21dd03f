package dev.mayfly.adopt;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which pull requests get a preview: labels, and filters by branch. */
final class GateMapping implements Mapping {
  private static final int LIMIT = 10;

  @Override
  public List<String> reads() {
    return List.of(
        "pullRequest.github.labels",
        "pullRequest.gitlab.labels",
        "pullRequest.gitea.labels",
        "pullRequest.azuredevops.labels",
        "pullRequest.gitlab.pullRequestState",
        "pullRequest.filters");
  }

  @Override
  public void map(Adoption adoption) {
    Draft.Fields admission = adoption.spec.below("admission");
    labels(adoption, admission);
    branches(adoption, admission);
    admission.put(
        "drafts",
        new Tree.Bool(true),
        new Origin.From(
            adoption.first().pullRequest().location(), "the generator lists drafts too"));
    admission.put(
        "limit", new Tree.Number(LIMIT), new Origin.Assumed("the set bounds nothing, Mayfly does"));
    adoption.stricter(
        adoption.first().pullRequest().location(),
        "forks",
        "the generator deploys pull requests of forks, no matter who opens them; here none is, unless"
            + " `admission.forks` names it");
    if (adoption.sets.stream().anyMatch(s -> "".equals(state(s)))) {
      adoption.stricter(
          adoption.first().block().location(),
          "pullRequestState",
          "without it GitLab lists closed merge requests too; here only open ones have a preview");
    }
  }

  private static String state(HandWritten set) {
    return set.provider().equals("gitlab")
        ? HandWritten.text(set.block(), "pullRequestState")
        : "opened";
  }

  private static void labels(Adoption adoption, Draft.Fields admission) {
    List<Node> written = new ArrayList<>();
    for (HandWritten set : adoption.sets) {
      set.block().itemsAt("labels").stream()
          .filter(i -> !written.contains(i))
          .forEach(written::add);
    }
    Draft.Items all = admission.below("labels").list("all");
    List<String> seen = new ArrayList<>();
    for (Node label : written) {
      String text = label instanceof ScalarNode scalar ? scalar.text() : "";
      if (!Syntaxes.LABEL.matches(text)) {
        adoption.lost(label.location(), "label " + text, "labels of this form are not known");
      } else if (!seen.contains(text)) {
        seen.add(text);
        all.add(Draft.text(text, Origin.from(label)));
      }
    }
    boolean narrowed =
        adoption.sets.stream()
            .flatMap(s -> s.pullRequest().itemsAt("filters").stream())
            .anyMatch(f -> f.at("branchMatch") != null || f.at("titleMatch") != null);
    if (all.items().isEmpty() && (narrowed || !written.isEmpty())) {
      String why = "a label that people set, in place of what could not be carried over";
      all.add(Draft.text("preview", new Origin.Assumed(why)));
    }
    if (all.items().isEmpty()) {
      Location at = adoption.first().pullRequest().location();
      Origin none = new Origin.From(at, "the generator asks for no label");
      admission.below("labels").put("all", new Tree.Sequence(List.of()), none);
    }
  }

  private static void branches(Adoption adoption, Draft.Fields admission) {
    List<Draft.Leaf> found = new ArrayList<>();
    for (HandWritten set : adoption.sets) {
      for (Node filter : set.pullRequest().itemsAt("filters")) {
        for (String field : List.of("branchMatch", "titleMatch")) {
          if (filter.at(field) != null) {
            adoption.say(
                Remark.Kind.WIDER,
                filter.orThis(field).location(),
                field,
                "an author chooses it, so it opens nothing here; a label that people set does");
          }
        }
        String match = HandWritten.text(filter, "targetBranchMatch");
        if (!match.isEmpty()) {
          branch(adoption, match, filter.orThis("targetBranchMatch").location(), found);
        }
      }
    }
    if (found.isEmpty()) {
      String why = "the set names no target branch that could be carried over";
      found.add(Draft.text("main", new Origin.Assumed(why)));
      adoption.stricter(
          adoption.first().pullRequest().location(),
          "target branches",
          "only pull requests to `main` get a preview; add the others to"
              + " `admission.targetBranches`");
    }
    admission.list("targetBranches").items().addAll(found);
  }

  private static void branch(Adoption adoption, String match, Location at, List<Draft.Leaf> found) {
    Optional<BranchMatch> read = BranchMatch.of(match);
    if (read.isEmpty()) {
      adoption.lost(
          at,
          "targetBranchMatch " + match,
          "it is not a list of branches; write those that are meant to"
              + " `admission.targetBranches`");
      return;
    }
    read.get().branches().forEach(name -> found.add(Draft.text(name, Origin.from(at))));
    if (!read.get().whole()) {
      adoption.stricter(
          at,
          "targetBranchMatch " + match,
          "it is not anchored, so it matches other branches too; here only the names themselves"
              + " count");
    } else if (read.get().hasStars()) {
      adoption.stricter(at, "targetBranchMatch " + match, "a star stands for anything but a slash");
    }
  }
}
