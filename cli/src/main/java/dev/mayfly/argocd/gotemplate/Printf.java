package dev.mayfly.argocd.gotemplate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verbs of Go's {@code fmt} (Go, {@code fmt/print.go} and {@code fmt/format.go}). */
final class Printf {
  private static final int LARGEST = 1_000_000;

  private final String format;
  private final List<GoValue> values;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private int used;
  private boolean reordered;
  private boolean goodIndex;

  /** Whether an index such as {@code [2]} was just read. */
  private boolean afterIndex;

  private Printf(String format, List<GoValue> values) {
    this.format = format;
    this.values = values;
  }

  static String format(String format, List<GoValue> values) throws TemplateStop {
    Printf printf = new Printf(format, values);
    printf.run();
    return printf.out.toString();
  }

  private void run() throws TemplateStop {
    for (int verb = format.indexOf('%'); verb >= 0; verb = format.indexOf('%', at)) {
      out.append(format, at, verb);
      at = verb + 1;
      verb();
      Meter.length(out.length());
    }
    out.append(format.substring(at));
    if (!reordered && used < values.size()) {
      out.append("%!(EXTRA ");
      for (int i = used; i < values.size(); i++) {
        GoValue value = values.get(i);
        out.append(i > used ? ", " : "");
        out.append(value.isNil() ? "<nil>" : value.type() + "=" + Meter.print(value));
      }
      out.append(')');
    }
  }

  private void verb() throws TemplateStop {
    PrintfFlags flags = new PrintfFlags();
    goodIndex = true;
    while (at < format.length() && flags.take(format.charAt(at))) {
      at++;
    }
    index();
    width(flags);
    if (at + 1 < format.length() && is('.')) {
      goodIndex &= !afterIndex;
      index();
      precision(flags);
    }
    if (!afterIndex) {
      index();
    }
    if (at >= format.length()) {
      out.append("%!(NOVERB)");
      return;
    }
    String verb = Character.toString(format.codePointAt(at));
    at += verb.length();
    if (verb.equals("%")) {
      out.append('%');
    } else if (!goodIndex) {
      out.append("%!").append(verb).append("(BADINDEX)");
    } else if (used >= values.size()) {
      out.append("%!").append(verb).append("(MISSING)");
    } else {
      out.append(PrintfValue.format(new PrintfVerb(flags, verb), values.get(used++)));
    }
  }

  private boolean is(char wanted) {
    if (at < format.length() && format.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void width(PrintfFlags flags) throws TemplateStop {
    if (is('*')) {
      Integer width = argument();
      if (width == null) {
        out.append("%!(BADWIDTH)");
      } else {
        flags.width(width);
      }
      return;
    }
    Integer width = number(format.length());
    goodIndex &= !afterIndex || width == null;
    if (width != null) {
      flags.width(width);
    }
  }

  private void precision(PrintfFlags flags) throws TemplateStop {
    if (is('*')) {
      Integer precision = argument();
      if (precision == null || precision < 0) {
        out.append("%!(BADPREC)");
      } else {
        flags.precision(precision);
      }
      return;
    }
    Integer precision = number(format.length());
    flags.precision(precision == null ? 0 : precision);
  }

  /** Reads an index such as {@code [2]}, from which on the arguments count. */
  private void index() {
    afterIndex = false;
    if (at >= format.length() || format.charAt(at) != '[') {
      return;
    }
    reordered = true;
    int close = format.indexOf(']', at);
    if (close == -1) {
      goodIndex = false;
      at++;
      return;
    }
    at++;
    Integer index = number(close);
    boolean known = index != null && at == close;
    at = close + 1;
    afterIndex = known;
    if (known && index != null && index > 0 && index <= values.size()) {
      used = index - 1;
    } else {
      goodIndex = false;
    }
  }

  /** The next argument as a number; null where it is none, or too large. */
  private @Nullable Integer argument() {
    afterIndex = false;
    if (used >= values.size()) {
      return null;
    }
    return values.get(used++) instanceof GoValue.Whole(long number, boolean ignored)
            && Math.abs(number) <= LARGEST
        ? Integer.valueOf((int) number)
        : null;
  }

  /** Reads digits; one that is too large ends the format. */
  private @Nullable Integer number(int end) {
    int from = at;
    int number = 0;
    while (at < end && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
      boolean tooLarge = number > LARGEST;
      number = tooLarge ? 0 : number * 10 + format.charAt(at) - '0';
      at = tooLarge ? end : at + 1;
    }
    return at == from ? null : Integer.valueOf(number);
  }
}
