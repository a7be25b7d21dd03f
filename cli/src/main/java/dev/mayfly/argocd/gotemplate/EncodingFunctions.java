package dev.mayfly.argocd.gotemplate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Functions that write a value in another notation (Masterminds/sprig v3.3.0, Argo CD). */
final class EncodingFunctions {
  static final Map<String, TemplateFunction> ALL = all();

  private EncodingFunctions() {}

  private static Map<String, TemplateFunction> all() {
    Map<String, TemplateFunction> all = new HashMap<>();
    all.put("sha1sum", a -> GoValue.of(digest("SHA-1", a.exactly(1).text(0))));
    all.put("sha256sum", a -> GoValue.of(digest("SHA-256", a.exactly(1).text(0))));
    all.put("b64enc", a -> GoValue.of(base64(a.exactly(1).text(0))));
    all.put("b64dec", a -> GoValue.of(plain(a.exactly(1).text(0))));
    all.put("toJson", a -> GoValue.of(GoJson.write(a.exactly(1).any(0), true)));
    all.put("mustToJson", a -> GoValue.of(GoJson.write(a.exactly(1).any(0), true)));
    all.put("toRawJson", a -> GoValue.of(GoJson.write(a.exactly(1).any(0), false)));
    all.put("mustToRawJson", a -> GoValue.of(GoJson.write(a.exactly(1).any(0), false)));
    all.put("fromJson", a -> GoYaml.readJson(a.exactly(1).text(0)).orElse(GoValue.NIL));
    all.put(
        "mustFromJson",
        a ->
            GoYaml.readJson(a.exactly(1).text(0))
                .orElseThrow(() -> TemplateStop.failed("`mustFromJson` reads what is no JSON")));
    all.put("toYaml", a -> GoValue.of(GoYaml.write(a.exactly(1).any(0))));
    all.put("fromYaml", a -> GoYaml.readMap(a.exactly(1).text(0)));
    all.put("fromYamlArray", a -> GoYaml.readList(a.exactly(1).text(0)));
    return all;
  }

  private static String digest(String algorithm, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  private static String base64(String text) throws TemplateStop {
    Meter.length(text.length() * 4L);
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String plain(String text) throws TemplateStop {
    try {
      if (text.length() % 4 == 0) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
      }
    } catch (IllegalArgumentException e) {
      // As below: the text of Go's error takes the place of the result.
    }
    throw TemplateStop.unverifiable("`b64dec` of what is no base64 gives a Go error text");
  }

  /** Go's {@code %q}. */
  static String quoted(String text) throws TemplateStop {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\u0007' -> out.append("\\a");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\u000B' -> out.append("\\v");
        default -> {
          if (c < ' ' || c == 0x7F) {
            out.append("\\x").append(HexFormat.of().toHexDigits((byte) c));
          } else {
            out.appendCodePoint(c);
          }
        }
      }
      Meter.length(out.length());
    }
    return out.append('"').toString();
  }
}
