package dev.mayfly.lint.view;

import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.argocd.gotemplate.ParameterReference;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

  /** A parameter that a text is made from. */
  public record Traced(List<String> path, ParameterOrigin origin) {
    /** The last key, which names what it is. */
    public String key() {
      return path.isEmpty() ? "" : path.getLast();
    }
  }

  /** The origins of all parameters that a text is made from; none for a plain text. */
  public static Set<ParameterOrigin> of(@Nullable Node text, ApplicationView application) {
    Set<ParameterOrigin> origins = EnumSet.noneOf(ParameterOrigin.class);
    trace(text, application).forEach(it -> origins.add(it.origin()));
    return origins;
  }

  /** All parameters that a text is made from, also those that its parameters are made from. */
  public static List<Traced> trace(@Nullable Node text, ApplicationView application) {
    List<Generator> leaves = application.flattened().filter(it -> it.children().isEmpty()).toList();
    List<Traced> traced = new ArrayList<>();
    collect(text, application, leaves, DEPTH, traced);
    return traced;
  }

  private static void collect(
      @Nullable Node text,
      ApplicationView application,
      List<Generator> leaves,
      int depth,
      List<Traced> traced) {
    if (!(text instanceof ScalarNode scalar) || depth == 0) {
      return;
    }
    for (ParameterReference reference : application.reads(scalar, scalar.text()).references()) {
      List<String> path = reference.path();
      boolean written = false;
      for (Generator leaf : leaves) {
        if (leaf.is("pullRequest") && isOwn(path)) {
          traced.add(new Traced(path, PULL_REQUEST));
          written = true;
        }
        for (Node value : values(leaf, path)) {
          traced.add(new Traced(path, ADMINS));
          written = true;
          collect(value, application, leaves, depth - 1, traced);
        }
      }
      boolean filed = leaves.stream().anyMatch(it -> it.is("git") && it.isPreview());
      if (!written) {
        traced.add(new Traced(path, filed ? PREVIEW_FILE : ADMINS));
      }
    }
  }

  /** A template that uses the dot as a whole uses everything. */
  private static boolean isOwn(List<String> path) {
    return path.isEmpty() || PullRequestParameter.named(path.getFirst()).isPresent();
  }

  /** What a generator itself says a parameter is. */
  private static List<Node> values(Generator generator, List<String> path) {
    if (path.isEmpty()) {
      return List.of();
    }
    String[] keys = path.toArray(String[]::new);
    List<MapNode> elements = generator.body().mapsAt("elements");
    return Stream.concat(
            keys[0].equals("values") ? Stream.of(generator.body()) : Stream.empty(),
            elements.stream())
        .flatMap(it -> Stream.ofNullable(it.at(keys)))
        .toList();
  }
}
