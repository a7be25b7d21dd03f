package dev.mayfly.lint.view;

import dev.mayfly.argocd.gotemplate.Reference;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who chooses what a template's text becomes: each generator of a matrix or merge gives parameters
 * of its own, and most of them are the admins'.
 */
public enum ParameterOrigin {
  /** The pull request, so in part its author. */
  PULL_REQUEST,
  /** A file of a preview's folder, whoever writes that. */
  PREVIEW_FILE,
  /** What admins wrote down, or registered. */
  ADMINS;

  /** Values may be made of other parameters; deeper than this nobody writes. */
  private static final int DEPTH = 4;

  /** The origins of all parameters that a text is made from; none for a plain text. */
  public static Set<ParameterOrigin> of(@Nullable Node text, ApplicationView application) {
    Set<ParameterOrigin> origins = EnumSet.noneOf(ParameterOrigin.class);
    List<Generator> leaves =
        application.generators().stream()
            .flatMap(Generator::flattened)
            .filter(it -> it.children().isEmpty())
            .toList();
    boolean go = application.set() != null && application.set().isGoTemplate();
    collect(text, leaves, go, DEPTH, origins);
    return origins;
  }

  private static void collect(
      @Nullable Node text,
      List<Generator> leaves,
      boolean go,
      int depth,
      Set<ParameterOrigin> origins) {
    if (!(text instanceof ScalarNode scalar) || depth == 0) {
      return;
    }
    for (List<String> path : paths(scalar, go)) {
      boolean written = false;
      for (Generator leaf : leaves) {
        if (leaf.is("pullRequest") && isOwn(path)) {
          origins.add(PULL_REQUEST);
          written = true;
        }
        for (Node value : values(leaf, path)) {
          origins.add(ADMINS);
          written = true;
          collect(value, leaves, go, depth - 1, origins);
        }
      }
      boolean filed = leaves.stream().anyMatch(it -> it.is("git") && it.isPreview());
      if (!written) {
        origins.add(filed ? PREVIEW_FILE : ADMINS);
      }
    }
  }

  /** A template that uses the dot as a whole uses everything. */
  private static boolean isOwn(List<String> path) {
    return path.isEmpty()
        || (!path.getFirst().equals("values")
            && PullRequestParameters.ALL.contains(path.getFirst()));
  }

  /** What a generator itself says a parameter is. */
  private static List<Node> values(Generator generator, List<String> path) {
    String[] keys = path.toArray(String[]::new);
    List<Node> values = new ArrayList<>();
    if (keys.length == 0) {
      return values;
    }
    add(values, keys[0].equals("values") ? generator.body().at(keys) : null);
    for (MapNode element : Fields.maps(generator.body().get("elements"))) {
      add(values, element.at(keys));
    }
    return values;
  }

  private static void add(List<Node> values, @Nullable Node value) {
    if (value != null) {
      values.add(value);
    }
  }

  private static List<List<String>> paths(ScalarNode text, boolean go) {
    if (go) {
      return TemplateReads.of(List.of(text)).stream()
          .flatMap(it -> it.references().stream())
          .map(Reference::path)
          .toList();
    }
    return TemplateText.actions(text.text()).stream()
        .map(it -> Arrays.asList(it.strip().split("\\.")))
        .toList();
  }
}
