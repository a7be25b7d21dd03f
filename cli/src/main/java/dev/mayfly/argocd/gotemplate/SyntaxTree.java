package dev.mayfly.argocd.gotemplate;

import java.util.List;
import java.util.Optional;

/** The parts of a parsed template. */
sealed interface SyntaxTree {
  record Text(String text) implements SyntaxTree {}

  record Action(Pipeline pipeline, int offset) implements SyntaxTree {}

  /**
   * A block of {@code if} or {@code with}.
   *
   * @param setsDot whether the dot is the value, as in {@code with}
   */
  record Branch(
      Pipeline value,
      boolean setsDot,
      List<SyntaxTree> then,
      List<SyntaxTree> otherwise,
      int offset)
      implements SyntaxTree {}

  record Range(Pipeline value, List<SyntaxTree> body, List<SyntaxTree> otherwise, int offset)
      implements SyntaxTree {}

  /** {@code template "name" argument}, which {@code block} ends in too. */
  record Invocation(String template, Optional<Pipeline> argument, int offset)
      implements SyntaxTree {}

  record Break() implements SyntaxTree {}

  record Continue() implements SyntaxTree {}

  /** {@code $a, $b := command | command}; the names are empty in most. */
  record Pipeline(List<String> variables, boolean assigns, List<Command> commands, int offset) {}

  /** A word and its arguments. */
  record Command(List<Operand> operands, int offset) {}

  /** Something with a value. */
  sealed interface Operand {
    int offset();

    /** What is read of its value, one after the other. */
    default List<String> fields() {
      return List.of();
    }

    /** Whether a value can be piped into it. */
    default boolean isCallable() {
      return switch (this) {
        case Literal ignored -> false;
        case Nil ignored -> false;
        case Field field -> !field.fields().isEmpty();
        case Variable ignored -> true;
        case Function ignored -> true;
        case Group ignored -> true;
      };
    }
  }

  record Literal(GoValue value, int offset) implements Operand {}

  record Nil(int offset) implements Operand {}

  /** {@code .a.b}; no fields for a lone dot. */
  record Field(List<String> fields, int offset) implements Operand {}

  /** {@code $x.a.b}. */
  record Variable(String name, List<String> fields, int offset) implements Operand {}

  record Function(String name, int offset) implements Operand {}

  /** {@code (pipeline).a.b}. */
  record Group(Pipeline pipeline, List<String> fields, int offset) implements Operand {}
}
