#!/usr/bin/env bash
# Builds the pages: build.sh WORK CLASSES. Nothing is built again while no source is newer.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
work="$1" classes="$2" contracts=../../../../../contracts/openapi rubrics=../../../../../deploy/demo/rubrics
mkdir -p "$work" "$classes/META-INF/resources" "$classes/pages"
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --prefer-offline --silent
  touch node_modules/.package-lock.json
fi
if [ ! -f "$work/stamp" ] || [ -n "$(find . "$contracts" "$rubrics" -path ./node_modules -prune -o -path ./src/api/schema -prune -o -type f -newer "$work/stamp" -print -quit)" ]; then
  for service in district indicator staffing scoring report; do
    node_modules/.bin/node node_modules/openapi-typescript/bin/cli.js "$contracts/$service.yaml" \
      --properties-required-by-default -o "src/api/schema/$service.d.ts" >/dev/null
  done
  PAGES="$work/dist" npm run --silent build
  touch "$work/stamp"
fi
rm -rf "$classes/META-INF/resources/assets"
cp -r "$work/dist/assets" "$classes/META-INF/resources/"
cp "$work/dist/index.html" "$work/dist/notice.html" "$classes/pages/"
