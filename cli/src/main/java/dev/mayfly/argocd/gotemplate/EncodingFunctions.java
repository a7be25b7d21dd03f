package dev.mayfly.argocd.gotemplate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.Adler32;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Functions that write a value in another notation (Masterminds/sprig v3.3.0, Argo CD). */
final class EncodingFunctions {
  private EncodingFunctions() {}

  static void addTo(FunctionTable all) {
    all.text("sha1sum", 1, a -> digest("SHA-1", a.text(0)));
    all.text("sha256sum", 1, a -> digest("SHA-256", a.text(0)));
    all.text("sha512sum", 1, a -> digest("SHA-512", a.text(0)));
    all.text("adler32sum", 1, a -> adler32(a.text(0)));
    all.text("b32enc", 1, a -> Base32.encode(a.text(0)));
    all.text("b32dec", 1, a -> Base32.decode(a.text(0)));
    all.text("b64enc", 1, a -> base64(a.text(0)));
    all.text("b64dec", 1, a -> plain(a.text(0)));
    all.text("decryptAES", 2, a -> decrypted(a.text(0), a.text(1)));
    all.addBoth("toPrettyJson", 1, a -> GoValue.of(GoJson.pretty(a.any(0))));
    all.addBoth("toJson", 1, a -> GoValue.of(GoJson.write(a.any(0), true)));
    all.addBoth("toRawJson", 1, a -> GoValue.of(GoJson.write(a.any(0), false)));
    all.add("fromJson", 1, a -> GoYaml.readJson(a.text(0)).orElse(GoValue.NIL));
    all.add(
        "mustFromJson",
        1,
        a ->
            GoYaml.readJson(a.text(0))
                .orElseThrow(() -> TemplateStop.failed("`mustFromJson` reads what is not JSON")));
    all.text("toYaml", 1, a -> GoYamlWriter.write(a.any(0)));
    all.add("fromYaml", 1, a -> GoYaml.readMap(a.text(0)));
    all.add("fromYamlArray", 1, a -> GoYaml.readList(a.text(0)));
  }

  /** AES-256 in CBC; the key is cut or filled with zeros, and the last byte counts the padding. */
  private static String decrypted(String password, String text) throws TemplateStop {
    if (text.isEmpty()) {
      return "";
    }
    try {
      byte[] key = Arrays.copyOf(password.getBytes(StandardCharsets.UTF_8), 32);
      byte[] all = Base64.getDecoder().decode(text.replaceAll("[\r\n]", ""));
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(all, 0, 16));
      byte[] plain = cipher.doFinal(all, 16, all.length - 16);
      int end = plain.length - (plain[plain.length - 1] & 0xFF);
      return GoBytes.text(Arrays.copyOfRange(plain, 0, end));
    } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw TemplateStop.failed("`decryptAES` takes base64 of whole blocks");
    }
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

  private static String adler32(String text) {
    Adler32 sum = new Adler32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toString(sum.getValue());
  }

  /** What is no base64 gives the text of Go's error, which names the first byte that is wrong. */
  private static String plain(String text) throws TemplateStop {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int wrong = firstWrong(bytes);
    if (wrong >= 0) {
      return "illegal base64 data at input byte " + wrong;
    }
    String letters = text.replaceAll("[\r\n=]", "");
    return GoBytes.text(Base64.getDecoder().decode(letters));
  }

  private static int firstWrong(byte[] bytes) {
    int letters = 0;
    int at = 0;
    for (; at < bytes.length; at++) {
      byte c = bytes[at];
      if (c == '\r' || c == '\n') {
        continue;
      }
      if (c == '=') {
        if (letters % 4 < 2) {
          return at;
        }
        int second = afterBreaks(bytes, at + 1);
        if (letters % 4 == 3) {
          return second < bytes.length ? second : -1;
        }
        if (second == bytes.length) {
          return bytes.length;
        }
        int end = afterBreaks(bytes, second + 1);
        return bytes[second] != '=' ? second - 1 : end < bytes.length ? end : -1;
      }
      boolean known = c == '+' || c == '/' || Character.isLetterOrDigit(c);
      if (!known) {
        return at;
      }
      letters++;
    }
    return letters % 4 == 0 ? -1 : bytes.length - letters % 4;
  }

  private static int afterBreaks(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && (bytes[at] == '\r' || bytes[at] == '\n')) {
      at++;
    }
    return at;
  }
}
