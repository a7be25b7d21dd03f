package dev.mayfly.adopt;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.yaml.GoDocument;
import dev.mayfly.yaml.GoScalar;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.Trees;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * All that a set gives to a chart, as one map: {@code valuesObject} hides {@code values}, and
 * {@code parameters} win over both (Argo CD, {@code reposerver/repository}).
 */
final class HelmValues {
  private final Draft.Fields values = new Draft.Fields();

  private final Adoption adoption;

  private HelmValues(Adoption adoption) {
    this.adoption = adoption;
  }

  /** The values, with marks. */
  static Draft.Fields of(Node source, Adoption adoption) {
    HelmValues helm = new HelmValues(adoption);
    Node object = source.at("helm", "valuesObject");
    if (object instanceof MapNode map && !map.entries().isEmpty()) {
      helm.merge(helm.values, map, Optional.empty());
    } else if (source.at("helm", "values") instanceof ScalarNode written && !written.isNull()) {
      helm.text(written);
    }
    source.itemsAt("helm", "parameters").forEach(helm::parameter);
    return helm.values;
  }

  private void text(ScalarNode written) {
    ReadResult read = GoDocument.read(new Source(written.location().file(), written.text() + "\n"));
    List<Node> documents = read.documents();
    if (!read.problems().isEmpty() || documents.size() > 1) {
      adoption.lost(
          written.location(),
          "helm.values",
          "it is not a YAML map once a pull request is filled in, so nothing of it could be read");
    } else if (!documents.isEmpty() && documents.getFirst() instanceof MapNode map) {
      merge(values, map, Optional.of(written));
    }
  }

  private void merge(Draft.Fields into, MapNode map, Optional<ScalarNode> text) {
    for (MapNode.Entry entry : map.entries()) {
      String key = entry.key().text();
      if (entry.value() instanceof MapNode below && !below.entries().isEmpty()) {
        merge(into.below(key), below, text);
      } else {
        into.entries().put(key, draft(entry.value(), text));
      }
    }
  }

  private Draft draft(Node node, Optional<ScalarNode> text) {
    return switch (node) {
      case ScalarNode scalar -> {
        Origin origin = from(scalar.location(), text);
        if (scalar.plain() && scalar.text().equals("" + Marks.NUMBER)) {
          adoption.changed(
              Origin.location(origin),
              "values " + scalar.text(),
              "the number is a string, and was a number");
        }
        yield new Draft.Leaf(typed(scalar), origin);
      }
      case ListNode list -> {
        Draft.Items items = new Draft.Items();
        list.items().forEach(item -> items.add(draft(item, text)));
        yield items;
      }
      case MapNode map -> {
        Draft.Fields fields = new Draft.Fields();
        merge(fields, map, text);
        yield fields;
      }
    };
  }

  /** As the Go programs read it that hand it to the chart, where {@code n} is no. */
  private static Tree typed(ScalarNode scalar) {
    return switch (GoScalar.of(scalar)) {
      case GoScalar.Text(String text) -> new Tree.Text(text);
      case GoScalar.Flag(boolean flag) -> new Tree.Bool(flag);
      case GoScalar.Nothing ignored -> new Tree.Null();
      case GoScalar.Number(double number) -> number(scalar, number);
    };
  }

  /** 0123 is 83 to them; a fraction keeps the digits that it was written with. */
  private static Tree number(ScalarNode scalar, double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1L << 53) {
      return new Tree.Number((long) number);
    }
    Tree written = Trees.of(scalar);
    return written instanceof Tree.Text && Double.isFinite(number)
        ? new Tree.Decimal(BigDecimal.valueOf(number))
        : written;
  }

  /** A line of a text within a file stands as far below its beginning as it does in the text. */
  private static Origin from(Location at, Optional<ScalarNode> text) {
    if (text.isEmpty()) {
      return Origin.from(at);
    }
    Location whole = text.get().location();
    boolean block = whole.source().line(whole.line()).strip().matches(".*[|>][-+0-9]*");
    int line = block ? Math.min(whole.line() + at.line(), whole.endLine()) : whole.line();
    return Origin.from(new Location(whole.source(), line, 1, line, 2));
  }

  private void parameter(Node item) {
    String name = HandWritten.text(item, "name");
    boolean text = "true".equals(item.textAt("forceString"));
    Tree value = HelmSet.value(item.textOrEmpty("value"), text);
    Draft.Leaf leaf = new Draft.Leaf(value, Origin.from(item, "value"));
    if (Marks.in(name) || !HelmSet.put(values, name, leaf)) {
      adoption.lost(
          item.location(),
          "helm.parameters " + name,
          "the name is not a path of keys that could be followed");
    }
  }
}
