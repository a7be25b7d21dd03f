package dev.mayfly.argocd.gotemplate;

import java.util.List;

/** A {@code uint64}, as the parts of a version are. */
record UnsignedNumber(long value) implements GoObject {
  @Override
  public String goType() {
    return "uint64";
  }

  @Override
  public String text() {
    return Long.toUnsignedString(value);
  }

  @Override
  public GoValue method(String name, List<GoValue> arguments) throws TemplateStop {
    throw unknown(name);
  }

  /** For functions that take every number alike. */
  GoValue asWhole() throws TemplateStop {
    if (value < 0) {
      throw TemplateStop.unverifiable("`" + text() + "` is beyond what is computed");
    }
    return new GoValue.Whole(value, true);
  }
}
