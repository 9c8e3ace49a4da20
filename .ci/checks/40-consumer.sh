#!/usr/bin/env bash
# A user's project, outside the repository, restores the packages from a folder, builds without a warning and runs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export OKRKPI_CI_WORK=${OKRKPI_CI_WORK:-$(mktemp -d)}
[ -d "$OKRKPI_CI_WORK/feed" ] || .ci/checks/30-pack.sh

feed=$OKRKPI_CI_WORK/feed
package=$(basename "$(compgen -G "$feed/OkrKpi.[0-9]*-ci.nupkg")" .nupkg)
version=${package#OkrKpi.}

# Its own packages folder: the shared one would hide a package packed again under the same version.
export NUGET_PACKAGES=$OKRKPI_CI_WORK/packages
cp -r tests/Consumer "$OKRKPI_CI_WORK/consumer"
cp global.json "$OKRKPI_CI_WORK/consumer/"
cd "$OKRKPI_CI_WORK/consumer"
dotnet build -p:OkrKpiVersion="$version" -p:RestoreAdditionalProjectSources="$feed"
dotnet run --no-build | tee ../consumer.out
diff expected.txt ../consumer.out

for id in "$NUGET_PACKAGES"/okrkpi*/"$version"; do
  for part in README.md 'lib/net10.0/*.dll' 'lib/net10.0/*.xml'; do
    compgen -G "$id/$part" || { echo "missing in the package: $id/$part"; exit 1; }
  done
done
for schema in portfolio review; do
  part=okrkpi.serialization.systemtextjson/$version/schema/$schema.v1.schema.json
  [ -s "$NUGET_PACKAGES/$part" ] || { echo "missing in the package: $part"; exit 1; }
done
if [ -d "$NUGET_PACKAGES/system.text.json" ]; then
  echo "the consumer was made to download System.Text.Json, which net10.0 carries"
  exit 1
fi
