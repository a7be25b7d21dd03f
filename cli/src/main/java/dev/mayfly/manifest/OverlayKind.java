package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import java.util.List;

/** One part of a preview: which manifests it brings, if any, for a given app. */
interface OverlayKind {
  List<Manifest> manifests(Blueprint blueprint, Templates templates);
}
