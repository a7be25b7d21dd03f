package dev.mayfly.cel;

import dev.mayfly.cel.Expression.Variable;

/**
 * A variable of an admission policy. The API server evaluates it when an expression first names it,
 * and refuses the policy when its name is none (Kubernetes docs, "Validating Admission Policy").
 */
public record Definition(String name, Expression value) {
  public Definition {
    Identifiers.required(name);
  }

  /** How other expressions of the policy name it. */
  public static Expression named(String name) {
    return new Variable("variables").field(Identifiers.required(name));
  }
}
