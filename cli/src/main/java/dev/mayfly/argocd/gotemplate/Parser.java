package dev.mayfly.argocd.gotemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads text, actions and blocks (Go, {@code text/template/parse/parse.go}). */
final class Parser {
  private static final int DEEPEST = 100;
  private static final Set<String> NAMED = Set.of("define", "template", "block");

  /** A block's content, and the word it ends with: {@code end}, {@code else} or nothing. */
  private record Body(List<SyntaxTree> nodes, TemplateToken end) {}

  private final TokenReader in;
  private final PipelineParser pipelines;
  private int depth;
  private int ranges;

  Parser(List<TemplateToken> tokens) {
    this.in = new TokenReader(tokens);
    this.pipelines = new PipelineParser(in);
  }

  List<SyntaxTree> parse() throws TemplateStop {
    Body body = body();
    if (body.end().kind() != TemplateToken.Kind.END) {
      throw TemplateStop.malformed(
          "`" + body.end().text() + "` closes nothing", body.end().offset());
    }
    return body.nodes();
  }

  private Body body() throws TemplateStop {
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
          nodes.add(action(token.offset(), word));
        }
      }
    }
  }

  private SyntaxTree action(int offset, TemplateToken word) throws TemplateStop {
    if (word.kind() != TemplateToken.Kind.WORD) {
      return new SyntaxTree.Action(pipelines.pipeline(TemplateToken.Kind.CLOSE), offset);
    }
    if (NAMED.contains(word.text())) {
      throw TemplateStop.unverifiable("named templates (`" + word.text() + "`) are not followed")
          .at(word.offset());
    }
    return switch (word.text()) {
      case "if", "with", "range" -> {
        in.nextWord();
        yield block(word.text(), offset);
      }
      case "break", "continue" -> {
        in.nextWord();
        in.expectClose();
        if (ranges == 0) {
          throw TemplateStop.malformed("`" + word.text() + "` stands outside `range`", offset);
        }
        yield word.text().equals("break") ? new SyntaxTree.Break() : new SyntaxTree.Continue();
      }
      default -> new SyntaxTree.Action(pipelines.pipeline(TemplateToken.Kind.CLOSE), offset);
    };
  }

  private SyntaxTree block(String kind, int offset) throws TemplateStop {
    if (++depth > DEEPEST) {
      throw TemplateStop.unverifiable("blocks are nested deeper than " + DEEPEST).at(offset);
    }
    int mark = pipelines.mark();
    SyntaxTree.Pipeline pipeline =
        kind.equals("range")
            ? pipelines.rangePipeline()
            : pipelines.pipeline(TemplateToken.Kind.CLOSE);
    ranges += kind.equals("range") ? 1 : 0;
    Body then = body();
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
    return switch (kind) {
      case "if" -> new SyntaxTree.If(pipeline, then.nodes(), otherwise, offset);
      case "with" -> new SyntaxTree.With(pipeline, then.nodes(), otherwise, offset);
      default -> new SyntaxTree.Range(pipeline, then.nodes(), otherwise, offset);
    };
  }

  /** What follows {@code else}: the same kind of block without an end of its own, or a body. */
  private List<SyntaxTree> otherwise(String kind) throws TemplateStop {
    TemplateToken next = in.peekWord();
    if (!kind.equals("range") && next.isWord(kind)) {
      in.nextWord();
      return List.of(block(kind, next.offset()));
    }
    in.expectClose();
    Body body = body();
    if (!body.end().isWord("end")) {
      throw TemplateStop.malformed("`else` is not closed with `end`", body.end().offset());
    }
    in.expectClose();
    return body.nodes();
  }
}
