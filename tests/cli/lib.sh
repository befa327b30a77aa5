# Tests of the command line, sourced by tests/cli/*.sh. Each function test_* runs in a sandbox of its own with `set -e`;
# the closing lines are cmocka's, so that ./check counts every case.
set -u
export LC_ALL=C.UTF-8 MUFAKAT_LANG=id
: "${MUFAKAT_BUILDDIR:=$PWD}" "${MUFAKAT_SRCDIR:=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}"
export MUFAKAT_DATA=${MUFAKAT_DATA:-$MUFAKAT_SRCDIR/data}
MUFAKAT=$MUFAKAT_BUILDDIR/mufakat

# run ARGUMENTS...: runs the program; leaves `code`, and the files out and err in the sandbox.
run()
{
    code=0
    "$MUFAKAT" "$@" >out 2>err </dev/null || code=$?
    no_crash
}

# Signals, aborts and sanitizer reports are never an answer.
no_crash()
{
    [ "$code" -le 3 ] || die "exit code $code"
    ! grep -qE 'Sanitizer|runtime error|Assertion' err || die "sanitizer report"
}

die()
{
    local words=$*
    echo "    line ${BASH_LINENO[1]}: ${words:0:200}"
    [ ! -s err ] || sed 's/^/    err| /' err | head -20 | cut -c1-300
    return 1
}

# expect CODE ARGUMENTS...
expect()
{
    local want=$1
    shift
    run "$@"
    [ "$code" = "$want" ] || die "'$*' gave $code, not $want"
}

# says TEXT: the message on stderr holds it.
says() { grep -qF -- "$1" err || die "stderr does not say '$1'"; }
prints() { grep -qF -- "$1" out || die "stdout does not print '$1'"; }
# A failed command says at least one whole sentence.
one_sentence() { grep -qE '[[:alpha:]]{3,}.*\.' err || die "no sentence on stderr"; }
practice() { expect 0 baru "$1" --contoh; }
# No temporary or half-written file beside what was asked for.
nothing_but()
{
    local left
    left=$(find . -mindepth 1 -maxdepth 1 ! -name out ! -name err -printf '%f\n' | sort | tr '\n' ' ')
    [ "$left" = "${*:+$* }" ] || die "in the folder: $left"
}

run_tests()
{
    local passed=0 failed=() name sandbox
    for name in $(declare -F | awk '$3 ~ /^test_/ { print $3 }'); do
        [ -z "${1:-}" ] || [ "$name" = "$1" ] || continue
        sandbox=$(mktemp -d "${TMPDIR:-/tmp}/mufakat-cli-XXXXXX")
        # not as a condition: `set -e` would be asleep inside
        (
            cd "$sandbox" || exit 1
            set -e
            "$name"
        )
        if [ $? = 0 ]; then
            passed=$((passed + 1))
            echo "[       OK ] $name"
        else
            failed+=("$name")
            echo "[  FAILED  ] $name"
        fi
        chmod -R u+w "$sandbox"
        rm -rf "$sandbox"
    done
    echo "[  PASSED  ] $passed test(s)."
    [ ${#failed[@]} = 0 ] && return 0
    echo "[  FAILED  ] ${#failed[@]} test(s), listed below:"
    printf '[  FAILED  ] %s\n' "${failed[@]}"
    return 1
}
