#!/usr/bin/env bash
# Asks the gate of a Licet server about models and ends with the answer: 0 permitted, 1 denied, 2 more is needed, 3 an
# error. Needs curl and jq. Kept to bash 3.2. Everything comes from the environment (docs/ci.md), and nothing secret ever
# stands in an argument, where the list of processes would show it.
set -euo pipefail

readonly PERMITTED=0 DENIED=1 NEEDS=2 FAILED=3
readonly MOST_SECONDS=60

die() {
  printf 'licet: %s\n' "$*" >&2
  exit "$FAILED"
}

# One request. The token goes in through the standard input of curl. Prints the status; the body is in $2.
request() {
  local url=$1 body=$2 token=$3
  shift 3
  printf 'header = "Authorization: Bearer %s"\n' "$token" |
    curl --silent --show-error --max-time "$MOST_SECONDS" --proto '=https,http' --config - \
      --output "$body" --write-out '%{http_code}' "$@" "$url"
}

# The token of the job itself where its system makes one, else LICET_TOKEN.
token() {
  if [ -n "${LICET_TOKEN:-}" ]; then
    printf '%s' "$LICET_TOKEN"
  elif [ -n "${LICET_ID_TOKEN:-}" ]; then
    printf '%s' "$LICET_ID_TOKEN"
  elif [ -n "${ACTIONS_ID_TOKEN_REQUEST_URL:-}" ]; then
    github_token
  else
    die "no token: set LICET_TOKEN, or let the job have an identity token (docs/ci.md)."
  fi
}

github_token() {
  local answer="$work/identity.json" status
  status="$(request "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=${LICET_AUDIENCE:-licet}" "$answer" \
    "$ACTIONS_ID_TOKEN_REQUEST_TOKEN")" || die "GitHub gives no identity token."
  [ "$status" = 200 ] || die "GitHub gives no identity token ($status): the job needs the permission id-token: write."
  jq -er .value "$answer" || die "GitHub gives no identity token."
}

# What is asked about, one a line: LICET_MODELS (by blanks or lines), then the entries of LICET_LOCK.
models() {
  printf '%s\n' "${LICET_MODELS:-}" | tr -s ' \t\r' '\n' | sed '/^$/d'
  [ -z "${LICET_LOCK:-}" ] || locked "$LICET_LOCK"
}

# huggingface.lock.yaml, as Licet and Hermeto write it.
locked() {
  [ -r "$1" ] || die "$1 cannot be read."
  awk '
    function value(line) { sub(/^[^:]*:[ \t]*/, "", line); gsub(/["'"'"' \t\r]/, "", line); return line }
    function flush() { if (model != "" && (type == "" || type == "model")) print (sha == "" ? model : model "@" sha)
                       model = ""; sha = ""; type = "" }
    /^[ \t]*-[ \t]*repository[ \t]*:/ || /^[ \t]*-[ \t]*revision[ \t]*:/ || /^[ \t]*-[ \t]*type[ \t]*:/ { flush() }
    /repository[ \t]*:/ { model = value($0) }
    /revision[ \t]*:/ { sha = value($0) }
    /^[ \t]*-?[ \t]*type[ \t]*:/ { type = value($0) }
    END { flush() }' "$1"
}

# Asks again while models are read that were not on record.
ask() {
  local left=$((${LICET_WAIT:-30})) status
  while :; do
    status="$(request "$1" "$answer" "$secret" --header 'Content-Type: application/json' --data-binary "@$2")" ||
      die "$LICET_SERVER does not answer."
    [ "$status" = 200 ] ||
      die "the server refused ($status): $(jq -r '[.detail, (.errors[]? | .field + ": " + .mend)] | join(" ")' "$answer" 2>/dev/null || true)"
    if [ "$(jq -r '.queued // 0' "$answer")" = 0 ] || [ "$left" -le 0 ]; then
      return
    fi
    sleep 5
    left=$((left - 5))
  done
}

# The same shape for both questions: asked, model, verdict, permitted, reasons.
normalize() {
  jq '[(.answers // [.models[] | (.answer // {}) + {asked: .label, permitted: .permitted,
       reasons: ((.answer.reasons // []) + [.unasked // empty])}])[]
       | {asked, model: (.model // ""), revision: (.revision // ""), verdict: (.verdict // "NEEDS"), permitted, reasons}]' "$1"
}

summary() {
  jq -r --arg use "$LICET_DEPLOYMENT" '
    def cell: tostring | gsub("(?<c>[\\\\`*_{}\\[\\]<>()#|!~@])"; "\\" + .c) | gsub("[\r\n]+"; " ");
    "## Models for " + ($use | cell), "", "| Answer | Model | Reasons |", "| --- | --- | --- |",
    (.[] | "| " + (if .permitted then "permitted" elif .verdict == "DENY" then "denied" else "needs" end)
         + " | " + (.asked | cell) + " | " + (.reasons | join(", ") | cell) + " |")' "$1"
}

junit() {
  jq -r --arg use "$LICET_DEPLOYMENT" '
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
    "<testsuites><testsuite name=\"licet \($use | @html)\" tests=\"\(length)\" failures=\"\(map(select(.permitted | not)) | length)\" errors=\"0\" skipped=\"0\" time=\"0\">",
    (.[] | "<testcase name=\"\(.asked | @html)\" classname=\"licet.\($use | @html)\" time=\"0\">"
      + (if .permitted then "" else "<failure type=\"\(.verdict | @html)\" message=\"\(.reasons | join(", ") | @html)\"/>" end)
      + "</testcase>"),
    "</testsuite></testsuites>"' "$1"
}

# What is not permitted shows at the change itself.
annotate() {
  [ -n "${GITHUB_ACTIONS:-}" ] || return 0
  jq -r '.[] | select(.permitted | not)
    | "::error title=Licet::" + (.asked + ": " + (.reasons | join(", ")) | gsub("%"; "%25") | gsub("\r"; "%0D") | gsub("\n"; "%0A"))' "$1"
}

outcome() {
  if jq -e 'all(.permitted)' "$1" >/dev/null; then
    return "$PERMITTED"
  elif jq -e 'any(.verdict == "DENY")' "$1" >/dev/null; then
    return "$DENIED"
  fi
  return "$NEEDS"
}

for tool in curl jq; do
  command -v "$tool" >/dev/null || die "$tool is needed and not there."
done
[ -n "${LICET_SERVER:-}" ] || die "LICET_SERVER is not set: give the address of the server."
[ -n "${LICET_DEPLOYMENT:-}" ] || die "LICET_DEPLOYMENT is not set: give the key of the deployment that asks."
case "$LICET_SERVER" in
  https://* | http://127.0.0.1* | http://localhost*) ;;
  *) die "LICET_SERVER=$LICET_SERVER would send the token unprotected: use https." ;;
esac

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
answer="$work/answer.json"
secret="$(token)"

if [ -n "${LICET_BOM:-}" ]; then
  [ -r "$LICET_BOM" ] || die "$LICET_BOM cannot be read."
  ask "$LICET_SERVER/api/v1/bom/verdicts?report=true&deployment=$(jq -rn --arg use "$LICET_DEPLOYMENT" '$use | @uri')" "$LICET_BOM"
else
  models >"$work/models"
  [ -s "$work/models" ] || die "nothing to ask about: set LICET_MODELS, LICET_LOCK or LICET_BOM."
  jq -Rn --arg use "$LICET_DEPLOYMENT" '{deployment: $use, models: [inputs]}' <"$work/models" >"$work/question.json"
  ask "$LICET_SERVER/api/v1/gate?report=true" "$work/question.json"
fi
normalize "$answer" >"$work/all.json"
summary "$work/all.json"
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || summary "$work/all.json" >>"$GITHUB_STEP_SUMMARY"
[ -z "${LICET_JUNIT:-}" ] || junit "$work/all.json" >"$LICET_JUNIT"
[ -z "${LICET_JSON:-}" ] || cp "$work/all.json" "$LICET_JSON"
annotate "$work/all.json"
outcome "$work/all.json"
