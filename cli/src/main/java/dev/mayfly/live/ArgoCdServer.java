package dev.mayfly.live;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.http.Answer;
import dev.mayfly.http.Endpoint;
import dev.mayfly.http.HttpTransport;
import dev.mayfly.http.PercentEncoding;
import dev.mayfly.http.Request;
import dev.mayfly.live.Observation.Stage;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Argo CD's API. The project is always named: without it Argo CD answers 403 for an Application
 * that does not exist, with it 404, also for one that is in another project (Argo CD, {@code
 * server/application/application.go}, {@code getAppEnforceRBAC}).
 */
public record ArgoCdServer(
    HttpTransport http, Endpoint server, Wanted wanted, ApplicationJudge judge) implements Witness {
  private static final Budget ANSWER = new Budget(8 << 20, 64, 500_000, true, true);

  @Override
  public Observation look() {
    return switch (get("")) {
      case Answer.Silence silence -> unanswered("gives no answer: " + silence.reason().words());
      case Answer.Response response when response.status() / 100 == 5 || isBusy(response) ->
          unanswered("answers " + response.status());
      case Answer.Response response -> said(response);
    };
  }

  /** Argo CD refuses in JSON too; a page is of somebody before it, who knows no Application. */
  private Observation said(Answer.Response response) {
    Node document = document(response).orElseThrow(this::notArgoCd);
    return switch (response.status()) {
      case 200 -> judge.judge(document);
      case 404 -> judge.absent();
      default -> throw refused(response.status());
    };
  }

  /** The objects below those that Git holds: a pod says why, its Deployment only that. */
  @Override
  public List<Trouble> explain() {
    return get("/resource-tree") instanceof Answer.Response response && response.status() == 200
        ? document(response).map(Troubles::ofTree).orElse(List.of())
        : List.of();
  }

  private Answer get(String below) {
    String query =
        "?project=" + encoded(wanted.project()) + "&appNamespace=" + encoded(wanted.namespace());
    String path = "/api/v1/applications/" + encoded(wanted.application()) + below + query;
    return http.ask(
        Request.get(server.below(path).toString())
            .with(Map.of("Accept", "application/json"))
            .withSecrets(server.token().map(it -> Map.of("Authorization", it)).orElse(Map.of()))
            .atMost(ANSWER.bytes()));
  }

  private static boolean isBusy(Answer.Response response) {
    return response.status() == 429 || response.status() == 408;
  }

  private Observation unanswered(String words) {
    return Observation.of(Stage.UNANSWERED, "is not known: `" + host() + "` " + words);
  }

  private Optional<Node> document(Answer.Response response) {
    String body = server.redact(new String(response.body(), StandardCharsets.UTF_8));
    return new JsonReader(ANSWER)
        .read("answer", body.getBytes(StandardCharsets.UTF_8)).documents().stream()
            .filter(MapNode.class::isInstance)
            .findFirst();
  }

  private ProblemsException refused(int status) {
    String message = "`" + host() + "` answers " + status;
    return switch (status) {
      case 401 -> problem(message + ": it does not take the token", "make a new one, or log in");
      case 403 ->
          problem(
              message + ": the token may not see Applications of `" + wanted.project() + "`",
              "grant `p, <role>, applications, get, " + wanted.project() + "/*, allow`");
      default -> notArgoCd();
    };
  }

  private ProblemsException notArgoCd() {
    return problem(
        "`" + host() + "` does not answer as Argo CD's API does",
        "`ARGOCD_SERVER` names the API server itself, not a login before it");
  }

  private String host() {
    return server.url().toString().substring("https://".length());
  }

  private static ProblemsException problem(String message, String hint) {
    return Fault.REMOTE.error("argocd-server", message, hint);
  }

  private static String encoded(String text) {
    return PercentEncoding.encode(text);
  }
}
