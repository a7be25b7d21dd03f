package dev.mayfly.argocd.gotemplate;

/** A value under a verb, with what it holds (Go, {@code fmt/print.go}). */
final class PrintfValue {
  private PrintfValue() {}

  static String format(PrintfVerb verb, GoValue value) throws TemplateStop {
    if (verb.is("T")) {
      return verb.padded(verb.cut(value.type()));
    }
    if (value.isNil()) {
      return verb.is("v") ? verb.padded("<nil>") : verb.ofNothing();
    }
    if (verb.is("p") && !(value instanceof GoObject) && isHeld(value)) {
      throw TemplateStop.unverifiable("`%p` gives another result on every run");
    }
    if (verb.is("w")) {
      return verb.wrong(value);
    }
    if (verb.isSource() && isHeld(value)) {
      throw TemplateStop.unverifiable("`%#v` of a `" + value.type() + "` is not computed");
    }
    StringBuilder out = new StringBuilder();
    Meter.print(out, value, (to, it) -> to.append(it.isNil() ? "<nil>" : single(verb, it)));
    return out.toString();
  }

  private static boolean isHeld(GoValue value) {
    return value instanceof GoValue.Items || value instanceof GoValue.Entries;
  }

  private static String object(PrintfVerb verb, GoObject object) throws TemplateStop {
    if (object instanceof UnsignedNumber number && verb.isOfNumbers()) {
      return verb.whole(number.value(), number.asWhole());
    }
    if (object instanceof SemanticVersion && verb.isOfTexts()) {
      return verb.text(object.text());
    }
    if (object instanceof PluginInput && verb.isPlainValue()) {
      return object.text();
    }
    throw TemplateStop.unverifiable(
        "the verb of `printf` for a `" + object.goType() + "` is not computed");
  }

  private static String single(PrintfVerb verb, GoValue value) throws TemplateStop {
    return switch (value) {
      case GoObject object -> object(verb, object);
      case GoValue.Text(String text) -> verb.text(text);
      case GoValue.Whole(long number, boolean ignored) -> verb.whole(number, value);
      case GoValue.Fraction(double number) -> verb.fraction(number, value);
      case GoValue.Bool(boolean truth) when verb.is("t") || verb.is("v") ->
          verb.padded(Boolean.toString(truth));
      default -> verb.wrong(value);
    };
  }
}
