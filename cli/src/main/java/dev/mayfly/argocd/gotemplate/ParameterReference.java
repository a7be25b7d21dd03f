package dev.mayfly.argocd.gotemplate;

import java.util.List;

/**
 * A parameter that a template reads.
 *
 * @param path the keys from the root, as in {@code .values.x}; empty for the whole root
 * @param functions what its value passes through in the same pipeline, in order; {@code if}, {@code
 *     with} and {@code range} count as the last of them
 */
public record ParameterReference(
    List<String> path, TemplatePosition position, List<String> functions) {
  public ParameterReference {
    path = List.copyOf(path);
    functions = List.copyOf(functions);
  }

  /** The path as a template writes it. */
  public String shown() {
    return "." + String.join(".", path);
  }

  public boolean passes(String function) {
    return functions.contains(function);
  }
}
