package dev.mayfly.argocd.gotemplate;

import java.util.Locale;
import java.util.Optional;

/**
 * The names Argo CD makes of branch names. Two branches may share a slug, a slug may be empty, and
 * whoever opens a pull request chooses it.
 */
public final class Slug {
  /** The length of {@code branch_slug} (Argo CD, {@code generators/pull_request.go}). */
  public static final int LONGEST_BRANCH = 50;

  private static final int LONGEST_NAME = 253;

  private Slug() {}

  /** {@code branch_slug} and {@code target_branch_slug} of a controller that was just started. */
  public static Optional<String> ofBranch(String branch) {
    return of(branch, LONGEST_BRANCH, true);
  }

  /**
   * A slug (gosimple/slug v1.15.0 with Argo CD's {@code _} to {@code -}); empty for letters of a
   * script that is not transliterated here.
   *
   * @param smart cut at a dash rather than within a word
   */
  static Optional<String> of(String text, int longest, boolean smart) {
    StringBuilder ascii = new StringBuilder();
    String trimmed = CaseFunctions.trimmed(text);
    for (int i = 0; i < trimmed.length(); i += Character.charCount(trimmed.codePointAt(i))) {
      Optional<String> letter = letter(trimmed.codePointAt(i));
      if (letter.isEmpty()) {
        return Optional.empty();
      }
      ascii.append(letter.get());
    }
    String slug = ascii.toString().toLowerCase(Locale.ROOT);
    if (!smart) {
      slug = slug.substring(0, Math.min(longest, slug.length()));
    }
    slug = slug.replaceAll("[^a-z0-9_-]", "-").replaceAll("-+", "-");
    slug = TextFunctions.trimAll("-_", slug);
    return Optional.of(smart ? cut(slug, longest) : slug);
  }

  private static Optional<String> letter(int c) {
    return switch (c) {
      case '_' -> Optional.of("-");
      case '&' -> Optional.of("and");
      case '@' -> Optional.of("at");
      case '"', '\'', '’' -> Optional.of("");
      case '‒', '–', '—', '―' -> Optional.of("-");
      default -> Transliteration.ascii(c);
    };
  }

  private static String cut(String slug, int longest) {
    if (longest <= 0 || slug.length() <= longest) {
      return slug;
    }
    int dash = slug.lastIndexOf('-', longest);
    return slug.substring(0, dash == -1 ? longest : dash);
  }

  /**
   * The template function {@code normalize} (Argo CD, {@code SanitizeName}): a valid name for an
   * Application, yet with dots and up to 253 characters, so not for a namespace or label.
   */
  public static String normalize(String name) {
    String clean = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]", "-");
    return TextFunctions.trimAll("-.", clean.substring(0, Math.min(LONGEST_NAME, clean.length())));
  }
}
