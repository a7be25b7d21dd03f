package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.Numbers;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** The forge is asked without a token. */
public final class AnonymousForge implements ProviderRule {
  /** GitHub docs, rate limits of the REST API: requests an hour from one address. */
  private static final long GITHUB_REQUESTS = 60;

  private static final long DEFAULT_SECONDS = 1800;

  private static final List<String> CREDENTIALS =
      List.of("tokenRef", "appSecretName", "basicAuth", "bearerToken");

  @Override
  public void check(Generator generator, ScalarNode forge, MapNode body, Findings out) {
    if (CREDENTIALS.stream().noneMatch(it -> NodeValues.isSet(body.get(it)))) {
      report(generator, forge, out);
    }
  }

  /** One request lists a hundred pull requests, so the interval says how many there are. */
  private static void report(Generator generator, ScalarNode provider, Findings out) {
    long seconds =
        Numbers.read(generator.body().get("requeueAfterSeconds"), out).orElse(DEFAULT_SECONDS);
    long requests = seconds <= 0 ? 0 : 3600 / seconds;
    if (provider.text().equals("github") && requests >= GITHUB_REQUESTS) {
      out.add(
          provider,
          "`github` is asked " + requests + " times an hour, and answers " + GITHUB_REQUESTS);
    } else {
      out.add(
          Severity.NOTE,
          provider,
          "`" + provider.text() + "` shows nothing but public repositories");
    }
  }
}
