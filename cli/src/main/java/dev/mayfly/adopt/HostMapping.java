package dev.mayfly.adopt;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where previews are reached: found in what the set tells a chart, a patch or a reader. */
final class HostMapping implements Mapping {
  private static final String LETTER = "[a-z0-9\uF880-\uF8CF]";

  /** Bounded as DNS bounds it, since a value can be as long as a file. */
  private static final String LABEL = LETTER + "(?:[-a-z0-9\uF880-\uF8CF]{0,61}" + LETTER + ")?";

  private static final Pattern HOST =
      Pattern.compile(
          "(?<![-A-Za-z0-9@._])" + LABEL + "(?:\\." + LABEL + "){1,20}(?![-A-Za-z0-9_/:]{0,200}@)");

  /** A text that holds a host, of something that is switched off or not. */
  record Found(String host, String label, String domain, Location at, boolean off) {}

  @Override
  public void map(Adoption adoption) {
    Draft.Fields exposure = adoption.spec.below("exposure");
    List<Found> firsts = new ArrayList<>();
    for (AppDraft app : adoption.apps) {
      List<Found> found = hosts(app);
      if (!found.isEmpty()) {
        Found first = found.getFirst();
        app.host = first.host();
        app.hosts = found;
        firsts.add(first);
        said(adoption, app, first);
      }
    }
    domain(adoption, exposure, firsts);
    if (firsts.size() == adoption.apps.size()) {
      List<String> labels = firsts.stream().map(f -> NameText.numbered(f.label())).toList();
      NameMapping.pattern(adoption, "host", labels, firsts.getFirst().at());
    }
  }

  private static void said(Adoption adoption, AppDraft app, Found first) {
    List<Found> served =
        BundleRoute.of(app).isPresent() ? RouteMapping.served(app) : List.of(first);
    if (NameText.isChanged(first.label())) {
      NameMapping.changed(adoption, first.at(), "host " + first.host(), first.label());
    }
    if (!first.host().startsWith(first.label() + ".")) {
      adoption.changed(
          first.at(),
          "host " + first.host(),
          "a host is one label below the domain, which is what certificates and Access cover");
    }
    app.hosts.stream()
        .filter(other -> served.stream().noneMatch(it -> it.host().equals(other.host())))
        .forEach(other ->
            adoption.lost(
                other.at(),
                "host " + other.host(),
                "where a Service of its own answers for it, write it as one more of `routes`; else"
                    + " it stays a value that nothing proves"));
  }

  private static void domain(Adoption adoption, Draft.Fields exposure, List<Found> firsts) {
    if (adoption.answers.domain().isPresent()) {
      exposure.put("domain", adoption.answers.domain().get(), new Origin.Given("--domain"));
    } else if (firsts.isEmpty()) {
      exposure.open(
          "domain",
          "the DNS name below which previews are reached, each by one label",
          "previews.invalid");
    } else {
      exposure.put("domain", firsts.getFirst().domain(), Origin.from(firsts.getFirst().at()));
    }
    for (Found other : firsts) {
      if (!other.domain().equals(firsts.getFirst().domain())) {
        adoption.lost(other.at(), "domain " + other.domain(), "a platform has one domain");
      }
    }
  }

  /** Whether a text is a host that a pull request decides, alone or in an address. */
  static boolean isHost(String text) {
    return HOST.matcher(HandWritten.plausible(text)).find();
  }

  /** Those under a key that speaks of a host first. */
  private static List<Found> hosts(AppDraft app) {
    List<Found> named = new ArrayList<>();
    List<Found> others = new ArrayList<>();
    MarkedTexts.of(app)
        .forEach(text -> {
          boolean speaks =
              text.key().toLowerCase(java.util.Locale.ROOT).matches(".*(host|domain|url).*");
          find(text, speaks ? named : others);
        });
    named.addAll(others);
    // The other way round it would be the address of what nobody serves.
    named.sort(Comparator.comparing(Found::off));
    return named;
  }

  private static void find(MarkedTexts.Marked text, List<Found> found) {
    if (!(text.tree() instanceof Tree.Text(String value)) || !Marks.in(value)) {
      return;
    }
    Matcher host = HOST.matcher(value);
    while (host.find()) {
      String[] labels = host.group().split("\\.");
      int last = -1;
      for (int i = 0; i < labels.length; i++) {
        last = Marks.in(labels[i]) ? i : last;
      }
      String domain = String.join(".", List.of(labels).subList(last + 1, labels.length));
      boolean inside = domain.startsWith("svc") || domain.endsWith(".local");
      if (last >= 0
          && Syntaxes.DOMAIN.matches(domain)
          && domain.matches(".*[a-z]{2,}")
          && !inside) {
        String label = String.join("-", List.of(labels).subList(0, last + 1));
        found.add(new Found(host.group(), label, domain, text.at(), text.off()));
      }
    }
  }
}
