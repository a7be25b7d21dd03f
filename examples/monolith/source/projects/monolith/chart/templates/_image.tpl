{{/* The image by the digest that CI wrote into image.ref.yaml, which is one of the value files. */}}
{{- define "monolith.image" -}}
{{- $pinned := dict -}}
{{- range .Values.spec.images -}}
{{- $_ := set $pinned .name .digest -}}
{{- end -}}
{{- $name := .Values.image.repository -}}
{{ $name }}@{{ required (printf "image.ref.yaml does not pin %s" $name) (get $pinned $name) }}
{{- end -}}
