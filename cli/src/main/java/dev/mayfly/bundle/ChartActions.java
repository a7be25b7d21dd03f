package dev.mayfly.bundle;

import dev.mayfly.argocd.gotemplate.TemplateToken;
import dev.mayfly.argocd.gotemplate.TemplateToken.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks through the actions of one template and sees what becomes of the chart's root. */
final class ChartActions {
  /** They take the root and give text. */
  private static final Set<String> CALLS = Set.of("include", "template", "block");

  private static final Set<String> KEYWORDS =
      Set.of("if", "else", "range", "with", "define", "end", "template", "block");

  /** A command between parentheses or pipes. */
  private static final class Command {
    @Nullable String function;
    @Nullable TemplateToken lastString;

    /** Whether its value is the root or holds it. */
    boolean root;
  }

  private final List<TemplateToken> tokens;
  private final ChartRoot root;

  /** For each block that is open, whether the dot in it may be the root. */
  private final Deque<Boolean> dots = new ArrayDeque<>();

  private final Deque<Command> commands = new ArrayDeque<>();
  private @Nullable String declared;
  private String keyword = "";
  private int at;

  ChartActions(List<TemplateToken> tokens, ChartRoot root) {
    this.tokens = tokens;
    this.root = root;
    dots.push(true);
  }

  /** The first thing that could make the cluster render something else. */
  Optional<String> run() {
    for (at = 0; at < tokens.size(); at++) {
      TemplateToken token = tokens.get(at);
      if (ChartRoot.isWayward(token) && !isBelowValues()) {
        return Optional.of(token.text());
      }
      boolean fine =
          switch (token.kind()) {
            case OPEN -> open();
            case LEFT -> push();
            case RIGHT -> take(commands.pop().root);
            case PIPE -> next();
            case CLOSE -> close();
            case DOT -> take(dots.getFirst());
            case VARIABLE -> variable(token.text());
            case FIELD ->
                take(!isFollowedByField() && root.holds("." + token.text()) && !isBelowValues());
            case WORD -> word(token.text());
            case STRING -> string(token);
            case NUMBER, CHARACTER -> take(false);
            case TEXT, SPACE, DECLARE, ASSIGN, COMMA, END -> true;
          };
      if (!fine) {
        return Optional.of(shown(token));
      }
    }
    return Optional.empty();
  }

  private static String shown(TemplateToken token) {
    return switch (token.kind()) {
      case FIELD -> "." + token.text();
      case VARIABLE, WORD -> token.text();
      default -> ".";
    };
  }

  private boolean open() {
    declared = null;
    keyword = "";
    push();
    return true;
  }

  private boolean push() {
    commands.push(new Command());
    return true;
  }

  private boolean next() {
    return !commands.pop().root && push();
  }

  private boolean close() {
    boolean held = commands.pop().root;
    if (held && declared != null && keyword.isEmpty()) {
      root.alsoHeldBy(declared);
      held = false;
    }
    switch (keyword) {
      case "if" -> dots.push(dots.getFirst());
      case "with", "range" -> dots.push(false);
      // Who calls a helper may give it the root.
      case "define", "block" -> dots.push(true);
      default -> {}
    }
    return !held;
  }

  private boolean word(String word) {
    boolean first = commands.size() == 1 && commands.getFirst().function == null;
    if (first && KEYWORDS.contains(word)) {
      boolean chained = keyword.equals("else");
      keyword = chained ? "else " + word : word;
      if (word.equals("end") && dots.size() > 1) {
        dots.pop();
      } else if (word.equals("else") && dots.size() > 1) {
        dots.pop();
        dots.push(dots.getFirst());
      }
      if (CALLS.contains(word)) {
        commands.getFirst().function = word;
      }
      return true;
    }
    if (commands.getFirst().function == null) {
      commands.getFirst().function = word;
      return switch (word) {
        case "keys", "values" -> ChartChance.isSorted(tokens, at, outerFunction());
        case "printf" -> ChartChance.isPlainFormat(tokens, at);
        default -> true;
      };
    }
    take(false);
    return true;
  }

  private @Nullable String outerFunction() {
    return commands.stream().skip(1).findFirst().map(outer -> outer.function).orElse(null);
  }

  private boolean string(TemplateToken token) {
    take(false);
    commands.getFirst().lastString = token;
    return true;
  }

  private boolean variable(String name) {
    switch (tokens.get(ChartChance.afterSpace(tokens, at)).kind()) {
      case DECLARE, ASSIGN, COMMA -> {
        declared = name;
        return true;
      }
      default -> {
        return take(!isFollowedByField() && root.holds(name));
      }
    }
  }

  /** Takes a term of a command; false where the root would be at somebody's disposal. */
  private boolean take(boolean isRoot) {
    Command command = commands.getFirst();
    if (command.function == null) {
      command.function = "";
      command.root = isRoot;
      return true;
    }
    TemplateToken key = command.lastString;
    command.lastString = null;
    if (!isRoot || CALLS.contains(command.function)) {
      return true;
    }
    if (!command.function.equals("dict") || key == null || key.text().equals("Values")) {
      return false;
    }
    root.alsoHeldBy("." + key.text());
    command.root = true;
    return true;
  }

  private boolean isFollowedByField() {
    return tokens.get(at + 1).kind() == Kind.FIELD;
  }

  /** What lies below the values is the chart's own and the same everywhere. */
  private boolean isBelowValues() {
    for (int i = at; tokens.get(i).kind() == Kind.FIELD; i--) {
      if (tokens.get(i).text().equals("Values")) {
        return true;
      }
    }
    return false;
  }
}
