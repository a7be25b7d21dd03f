package dev.mayfly.argocd.gotemplate;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every function a template may call: Go's own, sprig v3.3.0 without {@code env}, {@code expandenv}
 * and {@code getHostByName}, and Argo CD's (Argo CD, {@code applicationset/utils/utils.go}). Any
 * other name is a parse error there.
 */
public final class FunctionCatalogue {
  /** Give another text on every reconcile, so that the Application never comes to rest. */
  private static final Set<String> NON_HERMETIC =
      Set.of(
          "ago",
          "bcrypt",
          "buildCustomCert",
          "date",
          "encryptAES",
          "genCA",
          "genCAWithKey",
          "genPrivateKey",
          "genSelfSignedCert",
          "genSelfSignedCertWithKey",
          "genSignedCert",
          "genSignedCertWithKey",
          "htmlDate",
          "htpasswd",
          "keys",
          "now",
          "randAlpha",
          "randAlphaNum",
          "randAscii",
          "randBytes",
          "randInt",
          "randNumeric",
          "shuffle",
          "uuidv4",
          "values");

  /** Read or write times of the zone that the controller happens to run in. */
  private static final Set<String> OF_ZONE = Set.of("date", "htmlDate");

  /** Makes a secret of a master password that a set would have to hold. */
  private static final Set<String> NOT_COMPUTED = Set.of("derivePassword");

  private static final Map<String, TemplateFunction> COMPUTED = computed();

  private FunctionCatalogue() {}

  private static Map<String, TemplateFunction> computed() {
    Map<String, TemplateFunction> all = new HashMap<>();
    all.putAll(GoFunctions.ALL);
    all.putAll(TextFunctions.ALL);
    all.putAll(ListFunctions.ALL);
    all.putAll(MapFunctions.ALL);
    all.putAll(NumberFunctions.ALL);
    all.putAll(EncodingFunctions.ALL);
    all.putAll(RegexFunctions.ALL);
    all.putAll(MapChanges.ALL);
    all.putAll(FractionFunctions.ALL);
    all.putAll(CaseFunctions.ALL);
    all.putAll(LineFunctions.ALL);
    all.putAll(EscapeFunctions.ALL);
    all.putAll(DurationFunctions.ALL);
    all.putAll(DateFunctions.ALL);
    all.putAll(UrlFunctions.ALL);
    all.put("semver", a -> SemanticVersion.parse(a.exactly(1).text(0)));
    all.put(
        "semverCompare",
        a -> GoValue.of(VersionConstraint.isSatisfied(a.exactly(2).text(0), a.text(1))));
    // Short-circuit, so that they are evaluated where their arguments are.
    all.put("and", arguments -> arguments.get(arguments.count() - 1));
    all.put("or", arguments -> arguments.get(arguments.count() - 1));
    return Map.copyOf(all);
  }

  public static boolean isKnown(String name) {
    return COMPUTED.containsKey(name) || NON_HERMETIC.contains(name) || NOT_COMPUTED.contains(name);
  }

  /** Whether its result differs from run to run. */
  public static boolean isNonHermetic(String name) {
    return NON_HERMETIC.contains(name);
  }

  /** Whether the zone of the controller makes its result differ, and else nothing. */
  static boolean isOfZone(String name) {
    return OF_ZONE.contains(name);
  }

  /** All names, sorted. */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>(COMPUTED.keySet());
    names.addAll(NON_HERMETIC);
    names.addAll(NOT_COMPUTED);
    return names;
  }

  static @Nullable TemplateFunction computed(String name) {
    return COMPUTED.get(name);
  }
}
