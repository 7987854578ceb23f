{{/* The name of a service's objects. Called with the dict of root and name. */}}
{{- define "mingjian.name" -}}
{{- printf "%s-%s" .root.Release.Name .name | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{/* What a service's pods are found by. */}}
{{- define "mingjian.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end -}}

{{- define "mingjian.labels" -}}
{{ include "mingjian.selector" . }}
app.kubernetes.io/part-of: mingjian
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{/* Where the portals are, as the portal service and the realm's import name it. */}}
{{- define "mingjian.portals" -}}
MINGJIAN_PORTAL: {{ .address | quote }}
{{- range $role, $address := .own }}
MINGJIAN_PORTAL_{{ $role | upper | replace "-" "_" }}: {{ $address | quote }}
{{- end }}
{{- end -}}
