package dev.mayfly.manifest;

import static dev.mayfly.manifest.AdmissionVariables.CONTAINERS;
import static dev.mayfly.manifest.AdmissionVariables.POD;
import static dev.mayfly.manifest.AdmissionVariables.listIn;

import dev.mayfly.cel.Expression;
import dev.mayfly.cel.Expressions;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Image;
import dev.mayfly.preview.ImagePattern;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What runs in a preview, charts included: images that are known, each by its digest. */
final class AdmittedPods {
  private AdmittedPods() {}

  static Map<String, Expression> checks(Overlay overlay) {
    return Map.of(
        "a preview runs images of the app only, each pinned by its digest",
        CONTAINERS
            .all("container", container -> isPinned(overlay, container.field("image")))
            .and(
                listIn(POD.maybe("spec"), "volumes")
                    .all(
                        "volume",
                        volume ->
                            Expressions.has(volume.field("image"))
                                .not()
                                .or(isPinned(overlay, volume.field("image").field("reference"))))));
  }

  /**
   * Whether an image is one of the app's or of those it may use, at some digest, or one that the
   * overlay itself runs.
   */
  static Expression isPinned(Overlay overlay, Expression image) {
    List<Expression> permitted = new ArrayList<>();
    App app = overlay.blueprint().app();
    List<String> written =
        Stream.concat(app.images().stream().map(Image::name), app.thirdParty().stream()).toList();
    if (!written.isEmpty()) {
      String names =
          written.stream()
              .map(name -> ImagePattern.of(name).regex())
              .collect(Collectors.joining("|", "^(", ")"));
      permitted.add(image.call("matches", names + "(:[A-Za-z0-9_.-]+)?@sha256:[0-9a-f]{64}$"));
    }
    TreeSet<String> rendered = new TreeSet<>();
    overlay.objects().forEach(object -> collect(object.document(), rendered));
    if (!rendered.isEmpty()) {
      permitted.add(image.in(rendered));
    }
    return Expressions.any(permitted);
  }

  private static void collect(Value value, TreeSet<String> images) {
    switch (value) {
      case Value.Fields map ->
          map.entries()
              .forEach((key, part) -> {
                if (key.equals("image") && part instanceof Value.Str(Text text)) {
                  text.literal().ifPresent(images::add);
                } else {
                  collect(part, images);
                }
              });
      case Value.Items list -> list.items().forEach(item -> collect(item, images));
      default -> {}
    }
  }
}
