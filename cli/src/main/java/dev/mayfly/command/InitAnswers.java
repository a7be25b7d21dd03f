package dev.mayfly.command;

import dev.mayfly.command.composition.GitRoot;
import dev.mayfly.command.option.InitOptions;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.command.option.ValueOption;
import dev.mayfly.git.OriginUrl;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.workspace.StartingAnswers;
import dev.mayfly.workspace.StartingRepository;
import dev.mayfly.workspace.StartingRepository.Preset;
import dev.mayfly.workspace.StartingRepository.StartingForge;
import dev.mayfly.yaml.Syntax;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What {@code init} is told by options and, in a terminal, by whoever answers its questions. */
final class InitAnswers {
  private static final List<String> EXAMPLES = List.of("web", "api");
  private static final String APP = "web";
  private static final String DOMAIN = "preview.example.dev";

  private final Invocation invocation;
  private final Optional<Questions> questions;
  private final Optional<String> origin;

  InitAnswers(Invocation invocation, Optional<Questions> questions, Path folder) {
    this.invocation = invocation;
    this.questions = questions;
    this.origin = GitRoot.around(folder).flatMap(OriginUrl::of).filter(Syntaxes.GIT_URL::matches);
  }

  StartingRepository repository() {
    List<String> services = InitOptions.services(invocation);
    Preset preset = preset(services);
    boolean one = preset == Preset.MINIMAL;
    if (!one) {
      UsageErrors.refuse(
          invocation, "but with `--preset minimal`", InitOptions.APP, InitOptions.REPOSITORY);
    }
    StartingForge forge = forge();
    Optional<String> gitops =
        answer(
            InitOptions.GITOPS,
            "The GitOps repository, where this goes",
            origin.orElse(placeholder(preset, forge)),
            Syntaxes.GIT_URL,
            placeholder(preset, forge));
    if (preset == Preset.SERVICES && services.isEmpty()) {
      services = askedServices();
    }
    Optional<String> app =
        one ? answer(InitOptions.APP, "The app", APP, Syntaxes.APP_NAME, APP) : Optional.empty();
    String owner = gitops.flatMap(StartingAnswers::owner).orElse("acme");
    String guess = owner + "/" + app.orElse(APP);
    Optional<String> repository =
        one
            ? answer(
                InitOptions.REPOSITORY,
                "Its repository at the forge",
                guess,
                Syntaxes.REPOSITORY,
                "acme/" + APP)
            : Optional.empty();
    Optional<String> domain =
        answer(
            InitOptions.DOMAIN,
            "The domain below which previews are served",
            DOMAIN,
            Syntaxes.DOMAIN,
            DOMAIN);
    return new StartingRepository(
        preset, forge, services, new StartingAnswers(gitops, domain, app, repository));
  }

  private Preset preset(List<String> services) {
    if (InitOptions.PRESET.isGivenIn(invocation) || !services.isEmpty()) {
      return InitOptions.preset(invocation, !services.isEmpty());
    }
    if (questions.isEmpty()) {
      throw InitOptions.noPreset();
    }
    questions
        .get()
        .say(
            """
            minimal     one app, a namespace for each pull request, and no more
            services    several apps with one chart that lies here
            primitives  apps with databases and access, each change reviewed
            monolith    one app, its previews beside production
            """);
    return questions.get().choice("What is it for", Preset.MINIMAL, Preset.values());
  }

  private StartingForge forge() {
    if (InitOptions.FORGE.isGivenIn(invocation) || questions.isEmpty()) {
      return InitOptions.FORGE.in(invocation).orElse(StartingForge.GITHUB);
    }
    StartingForge likely = origin.map(StartingAnswers::forge).orElse(StartingForge.GITHUB);
    return questions.get().choice("The forge", likely, StartingForge.values());
  }

  private List<String> askedServices() {
    if (questions.isEmpty()) {
      return EXAMPLES;
    }
    String line =
        questions
            .get()
            .asked(
                "The services, with blanks between",
                String.join(" ", EXAMPLES),
                answer -> InitOptions.wrongServices(List.of(answer.split("\\s+"))));
    return Arrays.asList(line.split("\\s+"));
  }

  /** Empty where nobody said more than the files do. */
  private Optional<String> answer(
      ValueOption<String> option,
      String question,
      String otherwise,
      Syntax syntax,
      String placeholder) {
    Optional<String> given = option.in(invocation);
    if (given.isPresent()) {
      if (!syntax.matches(given.get())) {
        throw UsageErrors.usage(
            "`" + option.name() + "` cannot be `" + given.get() + "`",
            "write " + syntax.description());
      }
      return given;
    }
    return questions
        .map(ask -> ask.text(question, otherwise, syntax))
        .filter(answer -> !answer.equals(placeholder));
  }

  private static String placeholder(Preset preset, StartingForge forge) {
    String name = preset == Preset.MONOLITH ? "acme/monolith.git" : "acme/gitops.git";
    return switch (forge) {
      case GITHUB -> "https://github.com/" + name;
      case GITLAB -> "https://gitlab.com/" + name;
      case GITEA -> "https://gitea.example.dev/" + name;
    };
  }
}
