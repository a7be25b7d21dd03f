package dev.mayfly.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A string with holes: literal parts and facts of a pull request that is not known yet. */
public record Text(List<Part> parts) {
  /** One piece of a text. */
  public sealed interface Part {
    /** What a binding makes of this piece. */
    String bind(Binding binding);
  }

  /** Characters that stand for themselves. */
  public record Literal(String text) implements Part {
    @Override
    public String bind(Binding binding) {
      return binding.literal(text);
    }
  }

  /** A place for a fact. */
  public record Hole(Fact fact) implements Part {
    @Override
    public String bind(Binding binding) {
      return binding.fact(fact);
    }
  }

  public Text {
    parts = List.copyOf(parts);
  }

  public static Text of(String literal) {
    return literal.isEmpty() ? new Text(List.of()) : new Text(List.of(new Literal(literal)));
  }

  public static Text of(Fact fact) {
    return new Text(List.of(new Hole(fact)));
  }

  /** This text and then the other; neighbouring literals become one. */
  public Text plus(Text other) {
    List<Part> joined = new ArrayList<>(parts);
    for (Part part : other.parts) {
      if (part instanceof Literal(String more)
          && !joined.isEmpty()
          && joined.getLast() instanceof Literal(String before)) {
        joined.set(joined.size() - 1, new Literal(before + more));
      } else {
        joined.add(part);
      }
    }
    return new Text(joined);
  }

  public Text plus(String literal) {
    return plus(of(literal));
  }

  /** The same text with a character of its literals replaced. */
  public Text replace(char old, char replacement) {
    return new Text(
        parts.stream()
            .map(p ->
                p instanceof Literal(String text) ? new Literal(text.replace(old, replacement)) : p)
            .toList());
  }

  /** True when the text has a hole for the pull request's number. */
  public boolean carriesNumber() {
    return parts.stream()
        .anyMatch(part -> part instanceof Hole(Fact fact) && fact instanceof Fact.Number);
  }

  public boolean isUntrusted() {
    return parts.stream().anyMatch(part -> part instanceof Hole(Fact f) && f.isUntrusted());
  }

  /** The characters, when no hole is left. */
  public Optional<String> literal() {
    if (parts.isEmpty()) {
      return Optional.of("");
    }
    boolean single = parts.size() == 1;
    return single && parts.getFirst() instanceof Literal(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The string that a binding makes of this. */
  public String bind(Binding binding) {
    StringBuilder out = new StringBuilder();
    int last = parts.size() - 1;
    for (int i = 0; i <= last; i++) {
      Part part = parts.get(i);
      boolean beforeFact = i < last && parts.get(i + 1) instanceof Hole;
      out.append(
          beforeFact && part instanceof Literal literal
              ? binding.literalBeforeFact(literal.text())
              : part.bind(binding));
    }
    return out.toString();
  }

  /** As the placeholder form that a user wrote, for messages. */
  @Override
  public String toString() {
    return bind(fact -> fact instanceof Fact.Number ? "<number>" : "<" + fact + ">");
  }
}
