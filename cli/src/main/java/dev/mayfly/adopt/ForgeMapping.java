package dev.mayfly.adopt;

import dev.mayfly.argocd.GeneratorKind;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.Choice;
import java.util.ArrayList;
import java.util.List;

/** Which forge is asked, where it is, and the token that Argo CD asks it with. */
final class ForgeMapping implements Mapping {
  @Override
  public List<String> reads() {
    List<String> fields = new ArrayList<>();
    for (String provider : GeneratorKind.FORGES) {
      fields.add("pullRequest." + provider + ".api");
    }
    // Bitbucket has no `tokenRef`.
    for (String provider : List.of("github", "gitlab", "gitea", "azuredevops")) {
      fields.add("pullRequest." + provider + ".tokenRef");
    }
    return fields;
  }

  @Override
  public void map(Adoption adoption) {
    HandWritten set = adoption.first();
    Draft.Fields forge = adoption.spec.below("forge");
    if (Choice.of(ForgeSettings.Kind.values()).of(set.provider()).isEmpty()) {
      forge.put("kind", "none", Origin.from(set.block().location()));
      adoption.lost(
          set.block().location(),
          set.provider(),
          "its API is not spoken; `mayfly open` and `close` take number and commit from the CI job,"
              + " and what only a forge knows is not asked");
      return;
    }
    forge.put("kind", set.provider(), Origin.from(set.block().location()));
    String api = HandWritten.text(set.block(), "api");
    String url = api.replaceAll("/+$", "").replaceAll("/api/v[0-9]+$", "");
    Location at = set.block().orThis("api").location();
    if (!api.isEmpty() && Syntaxes.FORGE_URL.matches(url) && !Marks.in(url)) {
      forge.put("url", url, Origin.from(at));
    } else if (!api.isEmpty() || set.provider().equals("gitea")) {
      forge.open(
          "url", "the web address of the forge, `https://` and its host", "https://forge.invalid");
    }
    String secret = HandWritten.text(set.block(), "tokenRef", "secretName");
    String key = HandWritten.text(set.block(), "tokenRef", "key");
    if (Syntaxes.OBJECT_NAME.matches(secret) && Syntaxes.SECRET_KEY.matches(key)) {
      Location token = set.block().orThis("tokenRef").location();
      forge
          .below("tokenSecret")
          .put("name", secret, Origin.from(token))
          .put("key", key, Origin.from(token));
    }
    for (HandWritten other : adoption.sets) {
      boolean same =
          other.provider().equals(set.provider())
              && HandWritten.text(other.block(), "api").equals(api);
      if (!same) {
        adoption.lost(
            other.block().location(),
            other.provider() + " of " + other.name(),
            "a platform has one forge; adopt the sets of each forge by themselves");
      }
    }
  }
}
