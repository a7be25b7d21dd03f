package dev.mayfly.adopt;

import dev.mayfly.platform.OpenDecisions;
import dev.mayfly.yaml.Tree;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a chart with placeholders where the set's own expressions were. */
final class PlacedValues {
  private final AppDraft app;
  private final Adoption adoption;
  private final ImagePins pins;
  private final boolean asTag;

  /**
   * Prepares.
   *
   * @param asTag whether a value that is the commit counts as the tag of an image, whatever it is
   *     called
   */
  PlacedValues(AppDraft app, Adoption adoption, boolean asTag) {
    this.app = app;
    this.adoption = adoption;
    this.asTag = asTag;
    this.pins = new ImagePins(app, adoption);
  }

  Draft.Fields place(Draft.Fields values) {
    return fields(values, "");
  }

  private Draft.Fields fields(Draft.Fields values, String path) {
    Draft.Fields placed = new Draft.Fields();
    for (Map.Entry<String, Draft> entry : values.entries().entrySet()) {
      String key = entry.getKey();
      String below = path.isEmpty() ? key : path + "." + key;
      if (Marks.in(key)) {
        adoption.lost(
            null,
            "values " + below,
            "a key that a pull request decides would let it change the structure");
        continue;
      }
      Optional<Draft> pinned =
          pins.pinned(values, key, below)
              .or(() -> asTag ? pins.oddTag(values, key, below) : Optional.empty());
      pinned
          .or(() -> draft(entry.getValue(), below))
          .ifPresent(draft -> placed.entries().put(key, draft));
    }
    return placed;
  }

  private Optional<Draft> draft(Draft draft, String path) {
    return switch (draft) {
      case Draft.Fields fields -> Optional.of(fields(fields, path));
      case Draft.Items(List<Draft> items) -> {
        Draft.Items placed = new Draft.Items();
        items.forEach(item -> draft(item, path + "[]").ifPresent(placed.items()::add));
        yield Optional.of(placed);
      }
      case Draft.Leaf leaf -> leaf(leaf, path);
    };
  }

  private Optional<Draft> leaf(Draft.Leaf leaf, String path) {
    return switch (leaf.tree()) {
      case Tree.Text(String text) -> text(leaf, text, path);
      case Tree.Decimal(BigDecimal number) -> Optional.of(number(leaf, number));
      default -> Optional.of(leaf);
    };
  }

  /** A fraction, or what Helm takes for a whole number. */
  private static Draft number(Draft.Leaf leaf, BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    if (plain.scale() > 0 && plain.precision() < 18 && plain.scale() < 18) {
      return new Draft.Leaf(new Tree.Decimal(plain), leaf.origin());
    }
    if (plain.scale() <= 0 && plain.precision() - plain.scale() < 18) {
      return new Draft.Leaf(new Tree.Number(plain.longValue()), leaf.origin());
    }
    String why = "a number of more digits than all readers keep is a string";
    return Draft.text(number.toString(), new Origin.Assumed(why));
  }

  private Optional<Draft> text(Draft.Leaf leaf, String text, String path) {
    if (Marks.has(text, Marks.UNKNOWN)) {
      String question =
          OpenDecisions.MARK
              + " `"
              + path
              + "`: it depends on the pull request in a way that is not followed";
      return Optional.of(Draft.text(question, new Origin.Open("open")));
    }
    if (Marks.hasWords(text)) {
      say(
          Remark.Kind.LOST,
          leaf,
          path,
          "anyone who opens a pull request writes it, or chooses where it goes");
      return Optional.empty();
    }
    if (Marks.has(text, Marks.SLUG)) {
      say(Remark.Kind.CHANGED, leaf, path, "the number stands where the branch's name stood");
    } else if (Marks.hasSha(text) && !Marks.has(text, Marks.HEAD_SHA)) {
      say(Remark.Kind.CHANGED, leaf, path, "the whole commit id stands where a part of it stood");
    }
    return Optional.of(Draft.text(placeholders(text), leaf.origin()));
  }

  /** The text with placeholders: what the preview has a name for by that name. */
  private String placeholders(String text) {
    String placed = text.replace("${", "$${");
    if (Marks.in(app.host)) {
      placed = placed.replace(app.host, "${preview.host}");
    }
    if (Marks.in(text) && text.equals(app.applicationName())) {
      placed = "${preview.application}";
    } else if (Marks.in(text) && text.equals(app.namespace())) {
      placed = "${preview.namespace}";
    }
    return marks(placed);
  }

  /** What is left: the number, the commit id, and the number for a branch. */
  static String marks(String text) {
    StringBuilder placed = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (Marks.shaLength(c) > 0) {
        placed.append("${pr.headSha}");
      } else if (Marks.isMark(c)) {
        placed.append("${pr.number}");
      } else {
        placed.append(c);
      }
    }
    return placed.toString();
  }

  private void say(Remark.Kind kind, Draft.Leaf leaf, String path, String why) {
    adoption.say(kind, Origin.location(leaf.origin()), "values " + path, why);
  }
}
