package dev.mayfly.command;

import dev.mayfly.access.Guard;
import dev.mayfly.access.GuardCredentials;
import dev.mayfly.access.PreviewProbe;
import dev.mayfly.command.composition.Connections;
import dev.mayfly.command.console.Reports;
import dev.mayfly.command.option.InputFiles;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.command.option.WaitOptions;
import dev.mayfly.delivery.Delivery;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.forge.Forge;
import dev.mayfly.http.Endpoint;
import dev.mayfly.http.HttpTransport;
import dev.mayfly.http.Secret;
import dev.mayfly.live.ApplicationJudge;
import dev.mayfly.live.ArgoCdServer;
import dev.mayfly.live.ForgeReport;
import dev.mayfly.live.HeadWatch;
import dev.mayfly.live.ListedApplications;
import dev.mayfly.live.MergeWatch;
import dev.mayfly.live.Probed;
import dev.mayfly.live.Wanted;
import dev.mayfly.live.Witness;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PullRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who is asked whether a preview is live, by the options and by what the environment holds. */
record WaitWitness(
    Invocation invocation, HttpTransport http, Optional<Forge> forge, Blueprint blueprint) {
  static final String SERVER = "ARGOCD_SERVER";
  static final String TOKEN = "ARGOCD_AUTH_TOKEN";
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*");

  Witness of(PullRequest pullRequest, Wanted wanted, Delivery delivery) {
    ApplicationJudge judge = new ApplicationJudge(wanted, delivery.remote());
    Witness witness = told(pullRequest, wanted, judge);
    if (!blueprint.platform().gitops().isGenerator()) {
      witness = new MergeWatch(witness, wanted, delivery);
    }
    Optional<String> page = WaitOptions.page(invocation);
    if (page.isPresent()) {
      witness = probed(witness, wanted, page.get());
    }
    return forge.isPresent()
        ? new HeadWatch(
            witness,
            forge.get(),
            pullRequest,
            invocation.console().clock(),
            e -> Reports.problems(List.of(unwatched(e.problem())), invocation.console()))
        : witness;
  }

  private Witness told(PullRequest pullRequest, Wanted wanted, ApplicationJudge judge) {
    if (WaitOptions.APPLICATIONS.isGivenIn(invocation)) {
      return listed(wanted, judge);
    }
    boolean server = invocation.console().env().containsKey(SERVER);
    return switch (WaitOptions.BY
        .in(invocation)
        .orElse(server ? WaitOptions.Asked.ARGOCD : WaitOptions.Asked.FORGE)) {
      case ARGOCD -> new ArgoCdServer(http, server(), wanted, judge);
      case FORGE -> reported(pullRequest);
    };
  }

  private Witness listed(Wanted wanted, ApplicationJudge judge) {
    ListedApplications listed =
        new InputFiles(invocation.console())
            .readOrInput(
                WaitOptions.APPLICATIONS.in(invocation).orElse(""),
                (name, in) -> ListedApplications.read(name, in, List.of(judge)));
    return () -> listed.of(wanted.id());
  }

  private Witness reported(PullRequest pullRequest) {
    return new ForgeReport(
        forge.orElseThrow(() ->
            UsageErrors.usage(
                "nobody can be asked whether the preview is live",
                "set `"
                    + SERVER
                    + "` and `"
                    + TOKEN
                    + "`, or `"
                    + Connections.FORGE_TOKEN
                    + "`, or give `"
                    + WaitOptions.APPLICATIONS.name()
                    + "`")),
        pullRequest.repository(),
        pullRequest.headSha(),
        Blueprint.bound(blueprint.deployment(), pullRequest.number()),
        blueprint.platform().argocd().notifications().isPresent());
  }

  private Endpoint server() {
    String host =
        invocation.console().env().getOrDefault(SERVER, "").replaceFirst("^https://|/$", "");
    host = host.replaceFirst("/$", "");
    String token = invocation.console().env().getOrDefault(TOKEN, "");
    if (!HOST.matcher(host).matches() || URI.create("https://" + host).getHost() == null) {
      throw UsageErrors.usage(
          "`" + SERVER + "` names no host",
          "write it as the `argocd` program takes it: HOST[:PORT]");
    }
    try {
      return new Endpoint(URI.create("https://" + host), Optional.of(Secret.bearer(token)));
    } catch (IllegalArgumentException e) {
      throw UsageErrors.usage(
          "`" + TOKEN + "` holds no token", "`argocd account generate-token` makes one");
    }
  }

  private Witness probed(Witness witness, Wanted wanted, String page) {
    String url =
        wanted
            .url()
            .orElseThrow(() ->
                UsageErrors.usage(
                    "app `" + wanted.id().app() + "` has no route, so nothing can be probed",
                    "leave out `" + WaitOptions.PROBE.name() + "`"));
    Platform platform = blueprint.platform();
    return new Probed(
        witness,
        new PreviewProbe(
            http,
            Guard.of(platform),
            GuardCredentials.from(invocation.console().env()),
            WaitOptions.expected(invocation, wanted.commit())),
        url.substring("https://".length()),
        page);
  }

  private static Problem unwatched(Problem problem) {
    return Problem.warning(
        "head-unknown",
        null,
        "a newer commit would not be noticed: " + problem.message(),
        problem.hint());
  }
}
