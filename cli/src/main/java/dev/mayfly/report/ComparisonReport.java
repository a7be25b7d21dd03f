package dev.mayfly.report;

import dev.mayfly.adopt.Comparison;
import dev.mayfly.adopt.Comparison.Pair;
import dev.mayfly.argocd.Destination;
import dev.mayfly.argocd.GeneratedApplication;
import dev.mayfly.event.Markdown;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.Trees;
import dev.mayfly.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Applications of hand-written sets against those of a platform, pull request by pull request.
 */
public record ComparisonReport(Comparison comparison) {
  private static final List<String> COMPARED = List.of("project", "destination", "syncPolicy");

  /** A line a preview, then what differs. */
  public String text() {
    StringBuilder text = new StringBuilder("old Applications against new, digests as zeros:\n");
    for (Pair pair : comparison.pairs()) {
      text.append("  ").append(title(pair)).append(": ");
      text.append(TerminalText.clean(shown(pair.before()) + " -> " + after(pair))).append('\n');
    }
    if (comparison.pairs().isEmpty()) {
      text.append("  none of the pull requests is of a repository of these apps\n");
    }
    return text.append(left()).append('\n').append(diff().text()).append('\n').toString();
  }

  public String markdown() {
    StringBuilder text =
        new StringBuilder("## Applications\n\n| preview | before | after |\n|---|---|---|\n");
    for (Pair pair : comparison.pairs()) {
      text.append(
          Markdown.row(
              AdoptionReport.cell(title(pair)),
              AdoptionReport.cell(shown(pair.before())),
              AdoptionReport.cell(after(pair))));
    }
    return text.append(left()).append('\n').append(diff().markdown()).toString();
  }

  public Tree tree() {
    List<Tree> pairs = new ArrayList<>();
    for (Pair pair : comparison.pairs()) {
      Tree.Mapping tree =
          new Tree.Mapping()
              .put("pullRequest", pair.pull().number().toString())
              .put("app", pair.app());
      pair.before().ifPresent(a -> tree.put("before", Trees.of(a.manifest())));
      pair.after().ifPresent(a -> tree.put("after", Trees.of(a.manifest())));
      pairs.add(tree.putUnlessEmpty("refused", pair.refused()));
    }
    return new Tree.Sequence(pairs);
  }

  private static String title(Pair pair) {
    return pair.app() + "#" + pair.pull().number();
  }

  private String left() {
    return comparison.left() == 0
        ? ""
        : "  and " + comparison.left() + " pull requests that were not looked at\n";
  }

  private static String after(Pair pair) {
    return pair.refused().isEmpty() ? shown(pair.after()) : "none: " + pair.refused();
  }

  private static String shown(Optional<GeneratedApplication> application) {
    return application
        .map(a ->
            a.name() + a.destination().map(Destination::namespace).map(n -> " in " + n).orElse(""))
        .orElse("none");
  }

  private TreeDiff diff() {
    SortedMap<String, String> before = new TreeMap<>();
    SortedMap<String, String> after = new TreeMap<>();
    for (Pair pair : comparison.pairs()) {
      String path = pair.app() + "-" + pair.pull().number() + ".yaml";
      pair.before().ifPresent(a -> before.put(path, compared(a)));
      pair.after().ifPresent(a -> after.put(path, compared(a)));
    }
    return TreeDiff.of(before, after);
  }

  /** What matters of an Application, one source or several in the same form. */
  private static String compared(GeneratedApplication application) {
    Tree.Mapping tree = new Tree.Mapping().put("name", application.name());
    for (String field : COMPARED) {
      Node value = application.manifest().at("spec", field);
      if (value != null) {
        tree.put(field, Trees.of(value));
      }
    }
    tree.put("sources", application.sources().stream().map(Trees::of).toList());
    return YamlWriter.write(tree);
  }
}
