package dev.mayfly.argocd.gotemplate;

import dev.mayfly.argocd.gotemplate.FunctionTable.OfValue;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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

  private static final Map<String, OfValue> COMPUTED = FunctionTable.of(FunctionCatalogue::addTo);

  private FunctionCatalogue() {}

  private static void addTo(FunctionTable all) {
    GoFunctions.addTo(all);
    TextFunctions.addTo(all);
    ListFunctions.addTo(all);
    MapFunctions.addTo(all);
    NumberFunctions.addTo(all);
    EncodingFunctions.addTo(all);
    RegexFunctions.addTo(all);
    MapChanges.addTo(all);
    FractionFunctions.addTo(all);
    CaseFunctions.addTo(all);
    LineFunctions.addTo(all);
    EscapeFunctions.addTo(all);
    DurationFunctions.addTo(all);
    DateFunctions.addTo(all);
    UrlFunctions.addTo(all);
    all.add("semver", 1, a -> SemanticVersion.parse(a.text(0)));
    all.add(
        "semverCompare", 2, a -> GoValue.of(VersionConstraint.isSatisfied(a.text(0), a.text(1))));
    // Short-circuit, so that they are evaluated where their arguments are.
    all.add("and", a -> a.get(a.count() - 1));
    all.add("or", a -> a.get(a.count() - 1));
  }

  public static boolean isKnown(String name) {
    return COMPUTED.containsKey(name) || NON_HERMETIC.contains(name) || NOT_COMPUTED.contains(name);
  }

  /** All names, sorted. */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>(COMPUTED.keySet());
    names.addAll(NON_HERMETIC);
    names.addAll(NOT_COMPUTED);
    return names;
  }

  /** The function where it is computed here. */
  static OfValue computed(String name) throws TemplateStop {
    OfValue function = COMPUTED.get(name);
    if (function == null) {
      throw TemplateStop.unverifiable("`" + name + "` " + whyNot(name));
    }
    return function;
  }

  private static String whyNot(String name) {
    if (OF_ZONE.contains(name)) {
      return "depends on the controller's time zone";
    }
    return NON_HERMETIC.contains(name)
        ? "gives another result on every run"
        : "makes a secret of a master password, and is not computed";
  }
}
