package dev.mayfly.bundle;

import dev.mayfly.argocd.gotemplate.Lexer;
import dev.mayfly.argocd.gotemplate.TemplateToken;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a chart's templates could yield one thing here and another in the cluster: by a function
 * that asks the cluster, a clock or chance, by a field that differs, or by a key that is put
 * together where the whole root is at hand. So the root may be handed on, under names that are
 * followed, but not be searched.
 */
final class ChartRoot {
  /** Sprig's dates are here too: what is no time, they take for now. */
  private static final Pattern FUNCTIONS =
      Pattern.compile(
          "lookup|tpl|now|ago|unixEpoch|(must_?|html|to|mustTo)?[dD]ate\\w*|rand[A-Z]\\w*"
              + "|gen[A-Z]\\w*|getHostByName|uuidv4|shuffle|bcrypt|htpasswd|encryptAES");

  /** How often the templates are gone through; who needs more wants to wear the reader out. */
  private static final int ROUNDS = 16;

  private static final Set<String> FIELDS =
      Set.of(
          "Capabilities",
          "Subcharts",
          "IsInstall",
          "IsUpgrade",
          "Revision",
          // Pointers, which print as addresses.
          "Maintainers",
          "Dependencies");

  /** What a helper's fields and a template's variables are called that hold the root, or a part. */
  private final Set<String> names = new HashSet<>(Set.of("$", ".Release", ".Chart"));

  /** Whether no round finds more names. */
  private boolean followed;

  private ChartRoot() {}

  /** Follows the root through all templates of a chart, which call each other's helpers. */
  static ChartRoot of(List<String> templates) {
    ChartRoot root = new ChartRoot();
    List<List<TemplateToken>> read =
        templates.stream().flatMap(text -> Lexer.read(text).stream()).toList();
    for (int round = 0; round < ROUNDS; round++) {
      int before = root.names.size();
      read.forEach(tokens -> new ChartActions(tokens, root).run());
      if (root.names.size() == before) {
        root.followed = true;
        break;
      }
    }
    return root;
  }

  /** The first word of a template that could do so. */
  Optional<String> wayward(String template) {
    Optional<List<TemplateToken>> tokens = Lexer.read(template);
    if (tokens.isEmpty() || !followed) {
      return Optional.of("{{");
    }
    return new ChartActions(tokens.get(), this).run();
  }

  boolean holds(String name) {
    return names.contains(name);
  }

  void alsoHeldBy(String name) {
    names.add(name);
  }

  static boolean isWayward(TemplateToken token) {
    return switch (token.kind()) {
      case WORD -> FUNCTIONS.matcher(token.text()).matches();
      case FIELD -> FIELDS.contains(token.text());
      default -> false;
    };
  }
}
