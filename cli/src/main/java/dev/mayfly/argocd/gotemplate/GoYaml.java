package dev.mayfly.argocd.gotemplate;

import dev.mayfly.diagnostic.Source;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.GoDocument;
import dev.mayfly.yaml.GoScalar;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.ReadingFault;
import dev.mayfly.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * YAML as Argo CD reads it into parameters (sigs.k8s.io/yaml): by way of JSON, so that every number
 * is a float, and with YAML 1.1's words for true and false.
 */
public final class GoYaml {
  private GoYaml() {}

  /** The value of a part of a document; {@link GoValue#NIL} of what is not there. */
  public static GoValue value(@Nullable Node node) {
    return switch (node) {
      case null -> GoValue.NIL;
      case MapNode(List<MapNode.Entry> entries, var ignored) -> {
        SortedMap<String, GoValue> map = new TreeMap<>();
        entries.forEach(entry -> map.put(entry.key().text(), value(entry.value())));
        yield GoValue.map(map);
      }
      case ListNode(List<Node> items, var ignored) ->
          GoValue.list(items.stream().map(GoYaml::value).toList());
      case ScalarNode scalar ->
          switch (GoScalar.of(scalar)) {
            case GoScalar.Nothing ignored -> GoValue.NIL;
            case GoScalar.Flag(boolean flag) -> GoValue.of(flag);
            case GoScalar.Number(double number) -> new GoValue.Fraction(number);
            case GoScalar.Text(String text) -> GoValue.of(text);
          };
    };
  }

  static GoValue readMap(String text) throws TemplateStop {
    return read(text, "fromYaml", "a map", GoValue.Entries.class, GoValue.map());
  }

  static GoValue readList(String text) throws TemplateStop {
    return read(text, "fromYamlArray", "a list", GoValue.Items.class, GoValue.list(List.of()));
  }

  /** Empty for what is no JSON. */
  static Optional<GoValue> readJson(String text) throws TemplateStop {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ReadResult read = new JsonReader(Budget.GO).read("fromJson", bytes);
    bounded(read, "fromJson");
    return read.documents().stream().findFirst().map(GoYaml::value).map(OwnMap::copy);
  }

  /** What is too much for us is not wrong. */
  private static void bounded(ReadResult read, String function) throws TemplateStop {
    for (var problem : read.problems()) {
      if (ReadingFault.isTooMuch(problem)) {
        throw TemplateStop.unverifiable("`" + function + "` reads too much: " + problem.message());
      }
    }
  }

  private static GoValue read(
      String text, String function, String shape, Class<? extends GoValue> type, GoValue nothing)
      throws TemplateStop {
    ReadResult read = GoDocument.read(new Source(function, text));
    bounded(read, function);
    if (!read.problems().isEmpty()) {
      throw TemplateStop.failed(
          "`" + function + "` cannot read it: " + read.problems().getFirst().message());
    }
    GoValue value = read.documents().isEmpty() ? nothing : value(read.documents().getFirst());
    if (!value.isNil() && !type.isInstance(value)) {
      throw TemplateStop.failed("`" + function + "` reads " + value.type() + ", not " + shape);
    }
    return OwnMap.copy(value.isNil() ? nothing : value);
  }
}
