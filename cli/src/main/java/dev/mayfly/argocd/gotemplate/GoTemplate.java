package dev.mayfly.argocd.gotemplate;

import java.util.List;
import java.util.Map;

/** A template that Go would parse: text with {@code {{ }}} actions. */
public final class GoTemplate implements ParseResult {
  private static final int LONGEST = 1 << 20;

  private final String text;
  private final Map<String, List<SyntaxTree>> templates;
  private final List<SyntaxTree> nodes;

  private GoTemplate(String text, Map<String, List<SyntaxTree>> templates) {
    this.text = text;
    this.templates = Map.copyOf(templates);
    this.nodes = templates.getOrDefault(Parser.MAIN, List.of());
  }

  /** Parses; an unknown function or undeclared variable is a fault here already, as in Go. */
  public static ParseResult parse(String text) {
    try {
      if (text.length() > LONGEST) {
        throw TemplateStop.unverifiable("the template is longer than " + LONGEST + " characters");
      }
      return new GoTemplate(text, new Parser(Lexer.tokens(text)).parse());
    } catch (TemplateStop stop) {
      return stop.fault(text);
    }
  }

  public Execution execute(GoValue parameters, MissingKey missingKey) {
    return execute(parameters, missingKey, new Meter());
  }

  Execution execute(GoValue parameters, MissingKey missingKey, Meter meter) {
    Evaluator evaluator = new Evaluator(templates, parameters, missingKey, meter);
    try {
      evaluator.run(nodes);
      return new Execution.Rendered(evaluator.text());
    } catch (TemplateStop stop) {
      return stop.fault(text);
    } catch (StackOverflowError deep) {
      // A value can be nested by a loop deeper than any parser allows, as can templates.
      return TemplateStop.unverifiable("its values or templates nest too deeply").fault(text);
    }
  }

  /** The parameters it reads, in the order in which they stand. */
  public List<ParameterReference> references() {
    return analysis().references();
  }

  /** The functions it calls. */
  public List<FunctionCall> calls() {
    return analysis().calls();
  }

  private Analysis analysis() {
    Analysis analysis = new Analysis(text, templates);
    analysis.nodes(nodes, List.of());
    return analysis;
  }
}
