package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoPath;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A path of the {@code git} generator, which goes to {@code git ls-files} as it is written: a
 * pathspec, in which wildcards cross slashes and a folder stands for all below it (Git, {@code
 * gitglossary}).
 */
final class GitPathspec {
  private GitPathspec() {}

  static Predicate<String> matching(String written, Node at) throws GeneratorStop {
    String pattern = written;
    List<String> magic = List.of();
    if (written.startsWith(":(") && written.contains(")")) {
      magic = List.of(written.substring(2, written.indexOf(')')).split(","));
      pattern = written.substring(written.indexOf(')') + 1);
    } else if (written.startsWith(":/")) {
      pattern = written.substring(2);
    } else if (written.startsWith(":")) {
      throw undecided(at);
    }
    if (!List.of("", "top", "glob", "literal", "icase").containsAll(magic)) {
      throw undecided(at);
    }
    if (written.isEmpty()) {
      throw GeneratorStop.stall(at.location(), "Git refuses an empty path");
    }
    boolean ignoresCase = magic.contains("icase");
    String clean = clean(pattern, at);
    String path = ignoresCase ? clean.toLowerCase(Locale.ROOT) : clean;
    Predicate<String> wild =
        magic.contains("literal")
            ? path::equals
            : magic.contains("glob") ? glob(path, at) : wild(path);
    String folder = path.isEmpty() || path.endsWith("/") ? path : path + "/";
    Predicate<String> any = file -> file.equals(path) || file.startsWith(folder) || wild.test(file);
    return ignoresCase ? file -> any.test(file.toLowerCase(Locale.ROOT)) : any;
  }

  private static Predicate<String> wild(String path) {
    return FilePathMatch.matchingAcrossSlashes(path.replace("[!", "[^"));
  }

  private static Predicate<String> glob(String path, Node at) throws GeneratorStop {
    if (path.contains("**")) {
      throw undecided(at);
    }
    return FilePathMatch.matching(path.replace("[!", "[^"));
  }

  /** Git takes {@code .} and {@code ..} out; what then lies outside ends it with an error. */
  private static String clean(String path, Node at) throws GeneratorStop {
    String clean = GoPath.clean(path);
    if (clean.startsWith("/") || (clean + "/").startsWith("../")) {
      throw GeneratorStop.stall(
          at.location(),
          MessageText.quoted(path) + " lies outside the repository, where Git ends with an error");
    }
    if (clean.equals(".")) {
      return "";
    }
    return path.endsWith("/") ? clean + "/" : clean;
  }

  private static GeneratorStop undecided(Node at) {
    return GeneratorStop.unverifiable(
        at.location(), "this kind of Git pathspec is not followed", "write a plain path");
  }
}
