package dev.mayfly.lint.view;

import dev.mayfly.lint.Resource;
import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The order in which Argo CD creates objects; it deletes them the other way round. */
public final class Waves {
  public static final String ANNOTATION = "argocd.argoproj.io/sync-wave";

  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,1000}");

  private Waves() {}

  /**
   * The wave of an object; 0 when it says nothing, or no number, as Argo CD has it (gitops-engine,
   * {@code syncwaves.Wave}).
   */
  public static long of(Resource resource) {
    return read(NodeValues.text(resource.at("metadata", "annotations", ANNOTATION))).orElse(0);
  }

  /** As Go's {@code strconv.Atoi} reads it: 64 bits at most. */
  public static OptionalLong read(String text) {
    if (text.isEmpty() || !WHOLE.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    BigInteger number = new BigInteger(text);
    return number.bitLength() < Long.SIZE
        ? OptionalLong.of(number.longValueExact())
        : OptionalLong.empty();
  }
}
