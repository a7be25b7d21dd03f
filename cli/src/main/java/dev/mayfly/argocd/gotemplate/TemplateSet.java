package dev.mayfly.argocd.gotemplate;

import java.util.HashMap;
import java.util.Map;

/** Templates that are rendered many times: each is parsed once, and all have one allowance. */
public final class TemplateSet {
  /** About ten seconds; thousands of Applications of a usual set take a tenth of it. */
  private static final long STEPS = 10_000_000;

  private static final int CHARACTERS_OF_A_STEP = 16;
  private static final int KEPT = 1_000;

  private final Map<String, ParseResult> parsed = new HashMap<>();
  private long steps;

  /** Renders a template; what goes beyond the allowance is not decided. */
  public Execution render(String text, GoValue parameters, MissingKey missingKey) {
    ParseResult template = parsed.get(text);
    if (template == null) {
      steps += text.length() / CHARACTERS_OF_A_STEP;
      template = steps > STEPS ? tooMuch(text) : GoTemplate.parse(text);
      if (parsed.size() < KEPT) {
        parsed.put(text, template);
      }
    }
    return switch (template) {
      case TemplateFault fault -> fault;
      case GoTemplate ignored when steps > STEPS -> tooMuch(text);
      case GoTemplate it -> {
        Meter meter = new Meter();
        Execution execution = it.execute(parameters, missingKey, meter);
        steps += meter.steps();
        yield execution;
      }
    };
  }

  private static TemplateFault tooMuch(String text) {
    return TemplateStop.unverifiable(
            "the templates of the set take more than " + STEPS + " steps together")
        .fault(text);
  }
}
