package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns bytes into text, or says why they are no text that all readers agree on. */
final class StrictText {
  private StrictText() {}

  /** Text or a problem, never both. */
  record Decoded(Source source, @Nullable Problem problem) {}

  static Decoded decode(String name, byte[] bytes, Budget budget) {
    boolean plain = isPlain(bytes);
    Decoded decoded = decode(name, bytes, budget.bytes(), plain);
    return decoded.problem() != null || plain ? decoded : check(decoded.source(), budget);
  }

  /** Text with any character in it. */
  static Decoded decode(String name, byte[] bytes, int largest) {
    return decode(name, bytes, largest, isPlain(bytes));
  }

  private static Decoded decode(String name, byte[] bytes, int largest, boolean plain) {
    if (bytes.length > largest) {
      return refused(
          name,
          "too-large",
          "`" + name + "` is larger than the " + largest + " bytes that are read");
    }
    if (plain) {
      return new Decoded(new Source(name, new String(bytes, StandardCharsets.ISO_8859_1)), null);
    }
    if (isUtf16(bytes)) {
      return refused(name, "encoding", "`" + name + "` is UTF-16; only UTF-8 is read");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult end =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    String text = out.flip().toString();
    if (end.isError()) {
      return malformed(new Source(name, text));
    }
    return new Decoded(new Source(name, text), null);
  }

  /** Whether these are characters of ASCII that nobody refuses, as of most files all are. */
  private static boolean isPlain(byte[] bytes) {
    for (byte b : bytes) {
      if (b < ' ' ? b != '\n' && b != '\t' : b == 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** The text ends where the first byte stands that belongs to no character. */
  private static Decoded malformed(Source source) {
    String text = source.text();
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    int start = text.lastIndexOf('\n') + 1;
    int column = text.codePointCount(start, text.length()) + 1;
    Location at = new Location(source, line, column, line, column + 1);
    return new Decoded(
        source, Problem.error("encoding", at, "`" + source.name() + "` is not valid UTF-8"));
  }

  /** Checks a text that is already decoded. */
  static Decoded check(Source source, Budget budget) {
    String text = source.text();
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
        lineStart = i + 1;
      } else if (budget.lenient() ? isUnprintable(c) : isRefused(c)) {
        int column = text.codePointCount(lineStart, i) + 1;
        return new Decoded(source, refusal(source, c, line, column));
      }
    }
    return new Decoded(source, null);
  }

  /** What no YAML may hold, however lenient its reader (YAML 1.2.2, 5.1 "Character Set"). */
  private static boolean isUnprintable(char c) {
    boolean control = c < ' ' && c != '\t' && c != '\r';
    return control || (c >= 0x7F && c <= 0x9F && c != 0x85) || c == 0xFFFE || c == 0xFFFF;
  }

  private static boolean isRefused(char c) {
    return (c < ' ' && c != '\t') || (c >= 0x7F && c <= 0x9F) || c == 0xFEFF;
  }

  /** Only an escape can write one, and UTF-8 has no way to say it. */
  static boolean hasUnpairedSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (text.codePointAt(i) < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private static Problem refusal(Source source, char c, int line, int column) {
    String what =
        switch (c) {
          case '\r' -> "a carriage return";
          case 0 -> "a NUL character";
          case 0xFEFF -> "a byte order mark";
          default -> String.format(Locale.ROOT, "the control character U+%04X", (int) c);
        };
    String hint = c == '\r' ? "save the file with LF line ends" : "remove it";
    return Problem.error(
        "character",
        new Location(source, line, column, line, column + 1),
        "the file holds " + what,
        hint);
  }

  static boolean isUtf16(byte[] bytes) {
    // The mark of UTF-32, which nobody around Kubernetes reads, begins as one of these.
    boolean wider = bytes.length >= 4 && bytes[2] == 0 && bytes[3] == 0;
    return startsWith(bytes, 0xFE, 0xFF) || (startsWith(bytes, 0xFF, 0xFE) && !wider);
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static Decoded refused(String name, String id, String message) {
    Source source = new Source(name, "");
    return new Decoded(source, Problem.error(id, Location.of(source), message));
  }
}
