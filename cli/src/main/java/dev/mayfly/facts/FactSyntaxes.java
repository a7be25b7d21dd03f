package dev.mayfly.facts;

import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.yaml.Syntax;
import java.util.Optional;

/** The forms of what facts hold. Names come from elsewhere and go into messages. */
final class FactSyntaxes {
  /** Up to the largest amounts that a cluster counts; no sign, no exponent. */
  static final Syntax QUANTITY =
      Syntax.of(
          "[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti)?",
          "a Kubernetes quantity such as 20Gi");

  static final Syntax TIME =
      Syntax.of(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})",
          "a time such as 2026-01-31T04:00:00Z");

  static final Syntax WORD =
      Syntax.of("[A-Za-z][A-Za-z0-9_-]{0,62}", "a word of letters and digits");

  static final Syntax IMAGE = Syntax.of("[a-z0-9][A-Za-z0-9._:/@-]{0,400}", "an image reference");

  private FactSyntaxes() {}

  static Optional<Quantity> quantity(String text) {
    return QUANTITY.matches(text) ? Optional.of(Quantity.parse(text)) : Optional.empty();
  }
}
