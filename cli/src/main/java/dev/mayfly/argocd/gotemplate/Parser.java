package dev.mayfly.argocd.gotemplate;

import dev.mayfly.argocd.gotemplate.TemplateToken.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads text, actions and blocks (Go, {@code text/template/parse/parse.go}). */
final class Parser {
  private static final int DEEPEST = 100;

  /** The name that Argo CD gives to what it fills in ({@code applicationset/utils/utils.go}). */
  static final String MAIN = "base";

  private static final Pattern BLANK = Pattern.compile("\\p{IsWhite_Space}*");

  /** A block's content, and the word it ends with: {@code end}, {@code else} or nothing. */
  private record Body(List<SyntaxTree> nodes, TemplateToken end) {}

  private final TokenReader in;
  private final Map<String, List<SyntaxTree>> templates = new HashMap<>();
  private PipelineParser pipelines;
  private int depth;
  private int ranges;

  Parser(List<TemplateToken> tokens) {
    this.in = new TokenReader(tokens);
    this.pipelines = new PipelineParser(in);
  }

  /** The templates by their names; the text itself is {@link #MAIN}. */
  Map<String, List<SyntaxTree>> parse() throws TemplateStop {
    Body body = body(true);
    if (body.end().kind() != Kind.END) {
      throw TemplateStop.malformed(
          "`" + body.end().text() + "` closes nothing", body.end().offset());
    }
    define(MAIN, body.nodes(), 0);
    return templates;
  }

  private Body body(boolean outermost) throws TemplateStop {
    List<SyntaxTree> nodes = new ArrayList<>();
    while (true) {
      TemplateToken token = in.next();
      switch (token.kind()) {
        case TEXT -> nodes.add(new SyntaxTree.Text(token.text()));
        case END -> {
          return new Body(nodes, token);
        }
        default -> {
          TemplateToken word = in.peekWord();
          if (word.isWord("end") || word.isWord("else")) {
            in.nextWord();
            return new Body(nodes, word);
          }
          if (outermost && word.isWord("define")) {
            in.nextWord();
            String name = name(word.offset());
            in.expectClose();
            named(name, word.offset());
          } else {
            nodes.add(action(token.offset(), word));
          }
        }
      }
    }
  }

  private SyntaxTree action(int offset, TemplateToken word) throws TemplateStop {
    if (word.kind() != Kind.WORD) {
      return new SyntaxTree.Action(pipelines.pipeline(Kind.CLOSE), offset);
    }
    return switch (word.text()) {
      case "if", "with", "range" -> {
        in.nextWord();
        yield block(word.text(), offset);
      }
      case "template", "block" -> {
        in.nextWord();
        yield invocation(word);
      }
      case "break", "continue" -> {
        in.nextWord();
        in.expectClose();
        if (ranges == 0) {
          throw TemplateStop.malformed("`" + word.text() + "` stands outside `range`", offset);
        }
        yield word.text().equals("break") ? new SyntaxTree.Break() : new SyntaxTree.Continue();
      }
      default -> new SyntaxTree.Action(pipelines.pipeline(Kind.CLOSE), offset);
    };
  }

  private SyntaxTree block(String kind, int offset) throws TemplateStop {
    if (++depth > DEEPEST) {
      throw TemplateStop.unverifiable("blocks are nested deeper than " + DEEPEST).at(offset);
    }
    int mark = pipelines.mark();
    SyntaxTree.Pipeline pipeline =
        kind.equals("range") ? pipelines.rangePipeline() : pipelines.pipeline(Kind.CLOSE);
    ranges += kind.equals("range") ? 1 : 0;
    Body then = body(false);
    ranges -= kind.equals("range") ? 1 : 0;
    List<SyntaxTree> otherwise = List.of();
    if (then.end().isWord("else")) {
      otherwise = otherwise(kind);
    } else if (then.end().isWord("end")) {
      in.expectClose();
    } else {
      throw TemplateStop.malformed("`" + kind + "` is not closed with `end`", offset);
    }
    pipelines.reset(mark);
    depth--;
    return kind.equals("range")
        ? new SyntaxTree.Range(pipeline, then.nodes(), otherwise, offset)
        : new SyntaxTree.Branch(pipeline, kind.equals("with"), then.nodes(), otherwise, offset);
  }

  /** What follows {@code else}: the same kind of block without an end of its own, or a body. */
  private List<SyntaxTree> otherwise(String kind) throws TemplateStop {
    TemplateToken next = in.peekWord();
    if (!kind.equals("range") && next.isWord(kind)) {
      in.nextWord();
      return List.of(block(kind, next.offset()));
    }
    in.expectClose();
    Body body = body(false);
    if (!body.end().isWord("end")) {
      throw TemplateStop.malformed("`else` is not closed with `end`", body.end().offset());
    }
    in.expectClose();
    return body.nodes();
  }

  private SyntaxTree invocation(TemplateToken word) throws TemplateStop {
    String name = name(word.offset());
    if (word.isWord("template") && in.peekWord().kind() == Kind.CLOSE) {
      in.nextWord();
      return new SyntaxTree.Invocation(name, Optional.empty(), word.offset());
    }
    SyntaxTree.Pipeline argument = pipelines.pipeline(Kind.CLOSE);
    if (word.isWord("block")) {
      named(name, word.offset());
    }
    return new SyntaxTree.Invocation(name, Optional.of(argument), word.offset());
  }

  private String name(int offset) throws TemplateStop {
    TemplateToken name = in.nextWord();
    if (name.kind() != Kind.STRING) {
      throw TemplateStop.malformed("the name of a template is not a string", offset);
    }
    return name.text();
  }

  /** The body of a named template, which sees no variable and no loop around it. */
  private void named(String name, int offset) throws TemplateStop {
    if (++depth > DEEPEST) {
      throw TemplateStop.unverifiable("blocks are nested deeper than " + DEEPEST).at(offset);
    }
    PipelineParser outerPipelines = pipelines;
    int outerRanges = ranges;
    pipelines = new PipelineParser(in);
    ranges = 0;
    Body body = body(false);
    if (!body.end().isWord("end")) {
      throw TemplateStop.malformed("the template `" + name + "` is not closed with `end`", offset);
    }
    in.expectClose();
    define(name, body.nodes(), offset);
    pipelines = outerPipelines;
    ranges = outerRanges;
    depth--;
  }

  /** A template of white space alone gives way to one of the same name, before or after it. */
  private void define(String name, List<SyntaxTree> nodes, int offset) throws TemplateStop {
    boolean taken = templates.containsKey(name) && !isBlank(templates.get(name));
    if (taken && !isBlank(nodes)) {
      throw TemplateStop.malformed("the template `" + name + "` is defined twice", offset);
    }
    if (!taken) {
      templates.put(name, nodes);
    }
  }

  private static boolean isBlank(List<SyntaxTree> nodes) {
    return nodes.stream()
        .allMatch(n -> n instanceof SyntaxTree.Text(String text) && BLANK.matcher(text).matches());
  }
}
