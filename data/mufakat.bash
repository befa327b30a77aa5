# Bash completion for mufakat. Options are asked from the program itself (`mufakat PERINTAH --help`), so that
# they are written down in one place only.
_mufakat()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    if [ "$COMP_CWORD" = 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W 'baru impor ekspor paket data kunci periksa riwayat salin hapus-data layar
            new import export pack lock verify history copy erase screen --help --version
            --ascii --tema --bahasa --proyektor --tanpa-tetikus --nama' -- "$word"
            compgen -f -X '!*.fkp' -- "$word"
            compgen -d -- "$word")
        return
    fi
    case $before in
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
