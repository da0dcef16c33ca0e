#compdef newstui
# Completion of newstui for zsh. In ~/.zshrc, below compinit: source <(newstui completions zsh)
_newstui() {
    local -a values shown open_values open_shown
    local value about
    local -i files=0 folders=0 found=1
    while IFS=$'\t' read -r value about; do
        case $value in
            (:files) files=1 ;;
            (:folders) folders=1 ;;
            (*:) open_values+=("$value") open_shown+=("$value${about:+  -- $about}") ;;
            (*) values+=("$value") shown+=("$value${about:+  -- $about}") ;;
        esac
    done < <(newstui completions words -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)
    # -U: newstui has chosen already, and a name may go on otherwise than it was typed.
    (( $#values )) && compadd -U -l -d shown -a values && found=0
    (( $#open_values )) && compadd -U -S '' -l -d open_shown -a open_values && found=0
    (( files )) && _files && found=0
    (( folders )) && _files -/ && found=0
    return found
}
if [[ ${funcstack[1]} == _newstui ]]; then
    _newstui "$@"
else
    compdef _newstui newstui
fi
