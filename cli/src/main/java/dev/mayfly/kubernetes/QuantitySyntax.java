package dev.mayfly.kubernetes;

import java.util.regex.Pattern;

/** Which texts the API server reads as an amount. */
public final class QuantitySyntax {
  /** Kubernetes, {@code apimachinery/pkg/api/resource/quantity.go}. */
  private static final Pattern FORM =
      Pattern.compile(
          "[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][-+]?[0-9]+)?");

  private QuantitySyntax() {}

  public static boolean fits(String text) {
    return text.length() <= 200 && FORM.matcher(text).matches();
  }
}
