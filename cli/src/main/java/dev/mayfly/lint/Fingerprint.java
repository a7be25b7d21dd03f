package dev.mayfly.lint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A name for a finding that stays when lines above it come or go: rule, file, object, message and
 * the start of the line, counted where all of these are the same.
 */
public final class Fingerprint {
  /** So much of a line tells it from others; a file may be one line. */
  private static final int LONGEST = 1_000;

  private Fingerprint() {}

  /** The fingerprint of each finding, in the order of the list. */
  public static Map<Finding, String> of(List<Finding> findings) {
    Map<Finding, String> fingerprints = new LinkedHashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Finding finding : findings) {
      String line = finding.location().source().line(finding.location().line(), LONGEST).strip();
      String key =
          String.join(
              "\n",
              finding.rule(),
              finding.location().file(),
              finding.subject(),
              finding.message(),
              line);
      fingerprints.put(finding, hash(key + "\n" + seen.merge(key, 1, Integer::sum)));
    }
    return fingerprints;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
