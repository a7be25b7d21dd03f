package dev.mayfly.argocd.gotemplate;

import java.nio.charset.StandardCharsets;

/** Functions that cut or break lines, counting bytes (Masterminds/goutils v1.1.1). */
final class LineFunctions {
  private LineFunctions() {}

  static void addTo(FunctionTable all) {
    all.text("abbrev", 2, a -> abbreviated(a.whole(0), a.text(1)));
    all.text("abbrevboth", 3, a -> between(a.whole(0), a.whole(1), a.text(2)));
    all.text("wrap", 2, a -> wrapped(a.text(1), a.whole(0), "\n", false));
    all.text("wrapWith", 3, a -> wrapped(a.text(2), a.whole(0), a.text(1), true));
    all.text("plural", 3, a -> plural(a.text(0), a.text(1), a.whole(2)));
    all.text("hello", 0, a -> "Hello!");
    all.text("nospace", 1, a -> withoutSpace(a.text(0)));
  }

  private static String plural(String one, String many, int count) {
    return count == 1 ? one : many;
  }

  /** A Latin-1 letter for each byte, so that counting letters counts bytes. */
  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String text(String bytes) throws TemplateStop {
    return GoBytes.text(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /**
   * Where something is taken out, each byte of a letter becomes a letter: a fault of the library.
   */
  private static String withoutSpace(String text) throws TemplateStop {
    String bytes = bytes(text);
    StringBuilder out = new StringBuilder();
    bytes.chars().filter(c -> !CaseFunctions.isSpace(c)).forEach(c -> out.append((char) c));
    return out.length() == bytes.length() ? text : out.toString();
  }

  private static String abbreviated(int width, String text) throws TemplateStop {
    String bytes = bytes(text);
    return width < 4 || bytes.length() <= width
        ? text
        : text(bytes.substring(0, width - 3)) + "...";
  }

  private static String between(int left, int right, String text) throws TemplateStop {
    if (right < 4 || (left > 0 && right < 7)) {
      return text;
    }
    String bytes = bytes(text);
    if (bytes.length() <= right) {
      return text;
    }
    int offset = Math.min(left, bytes.length() - (right - 3));
    return offset <= 4
        ? text(bytes.substring(0, right - 3)) + "..."
        : "..." + abbreviated(right - 3, text(bytes.substring(offset)));
  }

  private static String wrapped(String text, int width, String separator, boolean cutsWords)
      throws TemplateStop {
    String line = separator.isEmpty() ? "\n" : separator;
    int most = Math.max(1, width);
    String bytes = bytes(text);
    String gap = bytes(line);
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (bytes.length() - at > most) {
      if (bytes.charAt(at) == ' ') {
        at++;
        continue;
      }
      int fits = bytes.substring(at, at + most + 1).lastIndexOf(' ');
      if (fits == -1 && cutsWords) {
        out.append(bytes, at, at + most).append(gap);
        at += most;
      } else {
        int space = fits == -1 ? bytes.indexOf(' ', at + most) : at + fits;
        if (space == -1) {
          break;
        }
        out.append(bytes, at, space).append(gap);
        at = space + 1;
      }
      Meter.length(out.length());
    }
    return text(out.append(bytes.substring(at)).toString());
  }
}
