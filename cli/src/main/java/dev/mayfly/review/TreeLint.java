package dev.mayfly.review;

import dev.mayfly.delivery.Outcome;
import dev.mayfly.diagnostic.Activity;
import dev.mayfly.diagnostic.Activity.Step;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.FileFinder;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.Fingerprint;
import dev.mayfly.lint.InputFile;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Linter;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.SharedWork;
import dev.mayfly.lint.rule.RuleCatalog;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Judges a repository as it is committed and as rendering would leave it, and says each thing once.
 */
public final class TreeLint {
  private final FileFinder.Found tree;
  private final Step step;
  private final String folder;
  private final Rerendering rendering;
  private final SortedMap<String, InputFile> committed = new TreeMap<>();
  private final SortedMap<String, InputFile> fresh = new TreeMap<>();
  private final SortedSet<String> stale = new TreeSet<>();
  private final Set<String> unlikeCommitted = new HashSet<>();

  /** Those of the last run: what rendering gives, with all that is committed beside it. */
  private int documents;

  /** What was found in how many documents, and which files rendering would change. */
  public record Outcome(List<Finding> findings, int documents, SortedSet<String> stale) {}

  private TreeLint(FileFinder.Found tree, String folder, Rerendering rendering, Step step) {
    this.tree = tree;
    this.step = step;
    this.folder = folder;
    this.rendering = rendering;
  }

  /** Judges files alone. */
  public static Outcome files(FileFinder.Found files, LintSettings settings, Step step) {
    Corpus corpus = Corpus.read(files, step);
    List<Finding> found = new Linter(RuleCatalog.ALL).run(corpus, settings);
    return new Outcome(found, corpus.documents(), new TreeSet<>());
  }

  /** Judges what rendering gives, and nothing else. */
  public static Outcome rendered(Rerendering rendering, LintSettings settings) {
    FileFinder.Found nothing = new FileFinder.Found(List.of(), List.of());
    return run(nothing, "", rendering, settings, Activity.SILENT);
  }

  /**
   * Judges a tree together with its rendering.
   *
   * @param folder the platform's, as it begins the names of files: empty, or with a slash at its
   *     end
   * @param step is told how many files are read
   */
  public static Outcome run(
      FileFinder.Found tree,
      String folder,
      Rerendering rendering,
      LintSettings settings,
      Step step) {
    TreeLint lint = new TreeLint(tree, folder, rendering, step);
    lint.lay();
    Set<String> rendered = new HashSet<>();
    rendering.files().keySet().forEach(path -> rendered.add(folder + path));
    List<Finding> found = lint.judge(settings, rendered);
    return new Outcome(found, lint.documents, lint.stale);
  }

  private void lay() {
    tree.files().forEach(file -> committed.put(file.path(), file));
    fresh.putAll(committed);
    SharedWork.map(List.copyOf(rendering.files().entrySet()), this::toJudge).stream()
        .flatMap(Optional::stream)
        .forEach(made -> {
          fresh.put(made.path(), made);
          stale.add(made.path());
        });
    unlikeCommitted.addAll(stale);
    for (String chart : charts()) {
      boolean same = stale.stream().noneMatch(path -> path.startsWith(folder + chart));
      bind(chart, fresh);
      if (same) {
        bind(chart, committed);
      }
    }
  }

  /** What is rendered, where that is to be judged and is not what is committed. */
  private Optional<InputFile> toJudge(Map.Entry<String, String> rendered) {
    InputFile made = file(folder + rendered.getKey(), rendered.getValue());
    InputFile there = committed.get(made.path());
    return FileFinder.isCandidate(RelativePath.name(made.path()))
            && (there == null || !Arrays.equals(there.bytes(), made.bytes()))
        ? Optional.of(made)
        : Optional.empty();
  }

  private SortedSet<String> charts() {
    SortedSet<String> charts = new TreeSet<>();
    for (String path : rendering.chartObjects().keySet()) {
      charts.add(path.substring(0, path.lastIndexOf("templates/")));
    }
    return charts;
  }

  /** Puts what a chart gives into the place of its templates, which are no manifests yet. */
  private void bind(String chart, SortedMap<String, InputFile> files) {
    files.remove(folder + chart + "Chart.yaml");
    rendering
        .chartObjects()
        .forEach((path, text) -> {
          if (path.startsWith(chart)) {
            files.put(folder + path, file(folder + path, text));
            unlikeCommitted.add(folder + path);
          }
        });
  }

  private static InputFile file(String name, String text) {
    return new InputFile(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Finding> judge(LintSettings settings, Set<String> rendered) {
    List<Finding> findings = new ArrayList<>();
    rendering
        .problems()
        .forEach(it -> findings.add(Finding.of(it, Location.ofFile(folder + "mayfly.yaml"))));
    Set<String> unchanged = new HashSet<>(rendered);
    unchanged.removeAll(stale);
    Corpus before = Corpus.read(found(committed), step);
    List<Finding> ofTree = run(before, settings.withRendered(rendered, unchanged));
    boolean bound = committed.keySet().equals(fresh.keySet()) && stale.isEmpty();
    ofTree.forEach(it -> findings.add(bound ? marked(it) : it));
    if (!bound) {
      Set<String> known = new HashSet<>(Fingerprint.of(ofTree).values());
      Corpus after = before.withFiles(found(fresh), step);
      Fingerprint.of(run(after, settings.withRendered(rendered, rendered)))
          .forEach((finding, fingerprint) -> {
            if (!known.contains(fingerprint)) {
              findings.add(marked(finding));
            }
          });
    }
    return findings.stream().sorted().toList();
  }

  private Finding marked(Finding finding) {
    return unlikeCommitted.contains(finding.location().file()) ? finding.asRendered() : finding;
  }

  private FileFinder.Found found(SortedMap<String, InputFile> files) {
    return new FileFinder.Found(List.copyOf(files.values()), tree.problems());
  }

  private List<Finding> run(Corpus corpus, LintSettings settings) {
    documents = corpus.documents();
    return new Linter(RuleCatalog.ALL).run(corpus, settings);
  }
}
