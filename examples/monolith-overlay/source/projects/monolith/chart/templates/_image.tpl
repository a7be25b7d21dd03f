{{/* The image by its digest, never by a tag. */}}
{{- define "monolith.image" -}}
{{ .Values.image.repository }}@{{ required "image.digest is not set" .Values.image.digest }}
{{- end -}}
