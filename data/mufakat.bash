# Bash completion for mufakat. Options are asked from the program itself (`mufakat PERINTAH --help`), so that
# they are written down in one place only.
# The forms of a paper as its line in the help names them: "notula.pdf", "notula.docx" ...
_mufakat_targets()
{
    local i paper=''
    for ((i = 2; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in --dokumen | --document) paper=${COMP_WORDS[i + 1]} ;; esac
    done
    [ -n "$paper" ] || return 0
    "${COMP_WORDS[0]}" ekspor --help 2>/dev/null | sed -n "s/^  $paper  .*(\(\.[^)]*\))\$/\1/p" | tr -d ' ' | tr ',' '\n' |
        sed "s/^/$paper/"
}

_mufakat()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    if [ "$COMP_CWORD" = 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W 'baru impor ekspor paket data kunci periksa riwayat salin hapus-data layar
            new import export pack lock verify history copy erase screen --help --version
            --ascii --tema --bahasa --proyektor --tanpa-tetikus --nama
            --theme --language --projector --no-mouse --name' -- "$word"
            compgen -f -X '!*.fkp' -- "$word"
            compgen -d -- "$word")
        return
    fi
    if [[ ${COMP_WORDS[1]} == -* ]]; then # the full screen: options, then a session
        case $before in
        --tema | --theme) mapfile -t COMPREPLY < <(compgen -W 'gelap terang kontras mono' -- "$word") ;;
        --bahasa | --language) mapfile -t COMPREPLY < <(compgen -W 'id en' -- "$word") ;;
        --proyektor | --projector) mapfile -t COMPREPLY < <(compgen -W 'ya tidak' -- "$word") ;;
        *) mapfile -t COMPREPLY < <(compgen -W '--ascii --tema --bahasa --proyektor --tanpa-tetikus --nama
            --theme --language --projector --no-mouse --name' -- "$word"
            compgen -f -X '!*.fkp' -- "$word"
            compgen -d -- "$word") ;;
        esac
        return
    fi
    case $before in
    --ke | --to)
        mapfile -t COMPREPLY < <(compgen -W "$(_mufakat_targets)" -- "$word"
            compgen -f -- "$word")
        return ;;
    --dokumen | --document)
        mapfile -t COMPREPLY < <(compgen -W "$("${COMP_WORDS[0]}" ekspor --help 2>/dev/null |
            sed -n 's/^  \([a-z][a-z-]*\)  *.*(\.[a-z].*)$/\1/p')" -- "$word")
        return ;;
    --csv)
        mapfile -t COMPREPLY < <(compgen -W 'excel polos' -- "$word")
        return ;;
    --batas | --limit)
        mapfile -t COMPREPLY < <(compgen -W '5x5MB 5x2MB 3x5MB' -- "$word")
        return ;;
    --zona | --zone)
        mapfile -t COMPREPLY < <(compgen -W 'WIB WITA WIT' -- "$word")
        return ;;
    esac
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$("${COMP_WORDS[0]}" "${COMP_WORDS[1]}" --help 2>/dev/null |
            grep -o -- '--[a-z-]*')" -- "$word")
        return
    fi
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
}
complete -o filenames -F _mufakat mufakat
