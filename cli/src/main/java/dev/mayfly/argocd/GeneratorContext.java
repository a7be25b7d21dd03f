package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What all generators of one set share. */
record GeneratorContext(
    Node set,
    TextRendering rendering,
    GeneratorInputs inputs,
    GeneratorWork work,
    ReleaseLine argoCd) {
  boolean goTemplate() {
    return rendering.goTemplate();
  }

  /** Whether any text of the set contains a word. */
  boolean mentions(String word) {
    return NodeValues.scalars(set).stream().anyMatch(it -> it.text().contains(word));
  }

  /** What a generator reads of the world. */
  static <T> T given(Optional<T> input, Node generator, String message, String settledBy)
      throws GeneratorStop {
    return input.orElseThrow(
        () -> GeneratorStop.unverifiable(generator.location(), message, settledBy));
  }

  /** What a file or a plugin says, with dotted names where templates are not Go's. */
  SortedMap<String, GoValue> parameters(GoValue.Entries said) {
    return new TreeMap<>(
        goTemplate() ? said.values() : GoValue.texts(FlatParameters.of(said)).values());
  }

  /**
   * A set of parameters with the generator's own {@code values} (Argo CD, {@code
   * value_interpolation.go}): each sees the generator's parameters but none of the others.
   */
  GoValue.Entries set(Node generator, SortedMap<String, GoValue> parameters) throws GeneratorStop {
    GoValue.Entries seen = GoValue.map(parameters);
    SortedMap<String, String> added = new TreeMap<>();
    for (MapNode.Entry entry : NodeValues.entries(generator.at("values"))) {
      String text = entry.value() instanceof ScalarNode scalar ? scalar.text() : "";
      String value = rendering.render(text, seen, entry.value().location());
      added.put(entry.key().text(), value);
    }
    return withValues(parameters, added);
  }

  /** Parameters with a generator's {@code values}; without any there is no such key. */
  GoValue.Entries withValues(
      SortedMap<String, GoValue> parameters, SortedMap<String, String> values) {
    if (!goTemplate()) {
      values.forEach((key, value) -> parameters.put("values." + key, GoValue.of(value)));
    } else if (!values.isEmpty()) {
      parameters.put("values", GoValue.texts(values));
    }
    return GoValue.map(parameters);
  }
}
