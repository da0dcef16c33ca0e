# Completion of newstui for fish: newstui completions fish > ~/.config/fish/completions/newstui.fish
function __newstui_complete
    set -l words (commandline -opc)
    # fish gives the last word as it is typed, and itself writes what it takes from the list with quotes.
    set -l typed (commandline -ct | string replace -r '^["\']' '' | string replace -ra '\\\\(.)' '$1')
    set -e words[1]
    for line in (newstui completions words -- $words "$typed" 2>/dev/null)
        switch $line
            case ':files'
                __fish_complete_path $typed
            case ':folders'
                __fish_complete_directories $typed
            case '*'
                printf '%s\n' $line
        end
    end
end
complete -c newstui -e
complete -c newstui -f -k -a '(__newstui_complete)'
