package dev.mayfly.argocd.gotemplate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last field of an operand, apart from what it is a field of. */
record MethodCall(SyntaxTree.Operand receiver, String name) {
  /** Null where the operand has no field. */
  static @Nullable MethodCall of(SyntaxTree.Operand operand) {
    return switch (operand) {
      case SyntaxTree.Field(List<String> fields, int at) when !fields.isEmpty() ->
          new MethodCall(new SyntaxTree.Field(before(fields), at), fields.getLast());
      case SyntaxTree.Variable(String name, List<String> fields, int at) when !fields.isEmpty() ->
          new MethodCall(new SyntaxTree.Variable(name, before(fields), at), fields.getLast());
      case SyntaxTree.Group(SyntaxTree.Pipeline pipeline, List<String> fields, int at)
          when !fields.isEmpty() ->
          new MethodCall(new SyntaxTree.Group(pipeline, before(fields), at), fields.getLast());
      default -> null;
    };
  }

  private static List<String> before(List<String> fields) {
    return fields.subList(0, fields.size() - 1);
  }
}
