# Completion of newstui for bash. In ~/.bashrc: source <(newstui completions bash)
_newstui() {
    local rest=${COMP_LINE:0:COMP_POINT} word index value about prefix=
    local -a words
    words=()
    # Bash tears words at : and = too; what stands together is one word of a query.
    for ((index = 0; index <= COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        if ((index > 0)) && [[ $rest != [[:space:]]* ]]; then
            ((index == COMP_CWORD)) && word=$rest
            words[${#words[@]}-1]+=$word
        else
            rest=${rest#"${rest%%[![:space:]]*}"}
            ((index == COMP_CWORD)) && word=$rest
            words[${#words[@]}]=$word
        fi
        rest=${rest#"$word"}
    done
    local typed=${words[${#words[@]}-1]} is_quoted= plain
    [[ $typed == [\"\']* ]] && is_quoted=1 plain=${typed:1}
    [[ -z $is_quoted ]] && plain=${typed//\\/}
    [[ -z $is_quoted && $COMP_WORDBREAKS == *:* ]] && prefix=${typed%"${typed##*[:=]}"}
    words[${#words[@]}-1]=$plain
    COMPREPLY=()
    local -a abouts
    abouts=()
    while IFS=$'\t' read -r value about; do
        case $value in
            :files) type compopt &>/dev/null && compopt -o default ;;
            :folders) type compopt &>/dev/null && compopt -o dirnames ;;
            *)
                [[ -z $is_quoted ]] && printf -v value %q "$value"
                COMPREPLY[${#COMPREPLY[@]}]=${value:${#prefix}}
                abouts[${#abouts[@]}]=$about
                ;;
        esac
    done < <(newstui completions words -- "${words[@]:1}" 2>/dev/null)
    if ((${#COMPREPLY[@]} == 1)) && [[ ${COMPREPLY[0]} == *: ]]; then
        type compopt &>/dev/null && compopt -o nospace
    elif ((COMP_TYPE == 63 && ${#COMPREPLY[@]} > 1)); then # the second Tab: a list, of which nothing is inserted
        for index in "${!COMPREPLY[@]}"; do
            [[ -n ${abouts[index]} ]] && COMPREPLY[index]+="  (${abouts[index]})"
        done
    fi
}
complete -o nosort -F _newstui newstui 2>/dev/null || complete -F _newstui newstui
