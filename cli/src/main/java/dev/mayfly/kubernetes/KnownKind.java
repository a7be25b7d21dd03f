package dev.mayfly.kubernetes;

import dev.mayfly.kubernetes.FieldFault.Why;
import dev.mayfly.kubernetes.FieldType.Struct;
import dev.mayfly.yaml.ScalarNode;
import java.util.Set;

/**
 * A kind whose fields are known.
 *
 * @param product whose kind it is, such as {@code argo-cd}
 * @param release the release that the fields are those of, such as {@code 3.5.1}
 * @param elsewhere what other releases or channels have besides: the last two names of a path, or a
 *     field and a word of its enumeration
 */
public record KnownKind(Struct type, String product, String release, Set<String> elsewhere) {
  /** Whether another release or channel than the one known has the field, or takes the value. */
  public boolean isKnownElsewhere(FieldFault fault) {
    String[] names = ("." + fault.path().replaceAll("\\[\\d+]", "")).split("\\.", -1);
    String last = names[names.length - 1];
    if (fault.why() == Why.NOT_ALLOWED) {
      return fault.at() instanceof ScalarNode scalar
          && elsewhere.contains(last + "=" + scalar.text());
    }
    return fault.why() == Why.UNKNOWN && elsewhere.contains(names[names.length - 2] + "." + last);
  }
}
