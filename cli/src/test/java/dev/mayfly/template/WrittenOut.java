package dev.mayfly.template;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What becomes of a template, which is called {@code t.yaml}. */
final class WrittenOut {
  private WrittenOut() {}

  static String rendered(String template, Scope scope) {
    return YamlWriter.write(
        Template.parse("t.yaml", bytes(template)).render(scope).bind(new Markers()));
  }

  static List<Problem> problems(String template, Scope scope) {
    return catchThrowableOfType(
            ProblemsException.class, () -> Template.parse("t.yaml", bytes(template)).render(scope))
        .problems();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Shows holes as what they are. */
  static final class Markers implements Binding {
    @Override
    public String literal(String text) {
      return text;
    }

    @Override
    public String fact(Fact fact) {
      return fact instanceof Fact.Said(String key) ? "<" + key + ">" : "<" + fact + ">";
    }
  }
}
