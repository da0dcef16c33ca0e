"""Phrases that lean on an earlier sentence in Italian. One rule: a phrase here needs a mention.

`leaning_phrases` tells what each kind is for.
"""

from __future__ import annotations

_SAID = (
    r"(?:(?:ha|hanno|aveva|avevano) \w+(?:to|so)|dice|dicono|disse|diceva|spiega|spiegano|afferma|racconta|raccontano"
    r"|sostiene|aggiunge|conclude|ricorda|scrive|commenta|assicura|ammette|avverte|sottolinea|risponde|replica|chiede"
    r"|promette|confessa|sospira|ribadisce|precisa|osserva|denuncia|annuncia|ripete)"
)
"""A verb of saying."""
_NAMED = r"(?:(?:il|lo|la|i|gli|le|uno?|una)\b|l['’]|un['’]|[A-ZÀ-Þ]\w+)"
"""The first word of somebody who is named."""
_QUOTATION = (
    rf"[\"“«][^\"”»]{{1,400}}[\"”»],? {_SAID}(?!\w)(?! {_NAMED}"
    rf"| (?:oggi|ieri|poi|ancora|invece|anche|così|a \w+|in \w+) {_NAMED})"
)
"""A quotation whose speaker stands elsewhere."""
_TIME = (
    r"(?:anno|anni|settiman|mese|mesi|mattin|pomeriggio|sera|notte|estate|inverno|autunno|primavera|stagione|secolo"
    r"|giorni|weekend|ultim\w+ (?:anni|mesi|giorni|settiman|ore)|moment|period|ore|luned|marted|mercoled|gioved|venerd"
    r"|sabato|domenica|volta)"
)
"""Times that every reader knows behind "this"; the beginning of a word."""
TIMES = rf"(?i:(?:in |di |per )?quest(?:[oaie] |['’]){_TIME}\w*)"
_THAT = r"(?:quest[oaie]|quell[oaie]|quel|quei|quegli|quest['’]\w+|quell['’]\w+|ciò|lui|lei|loro|essi|esse|ess[oa])"
_ADDS = (
    r"per (?:questo|ciò|giunta|esempio|contro|quanto riguarda|di più|tutta risposta)\b|di conseguenza|da (?:allora"
    r"|qui)\b"
    r"|in (?:cambio|compenso|risposta|seguito|particolare|effetti|realtà|sostanza|altre parole"
    r"|fin dei conti)\b(?! a| d)"
    r"|al (?:contrario,|contempo|tempo stesso)|allo stesso (?:tempo|modo)|nello stesso (?:tempo|momento)|nel frattempo"
    r"|intanto|inoltre|oltre a (?:ciò|questo)|nonostante (?:ciò|questo|tutto)|ciononostante|eppure|del resto"
    r"|d['’]altronde"
    r"|d['’]altra parte|dall['’]altr[ao] (?:parte|lato)|a (?:sua|loro) volta|dal canto (?:suo|loro)|da parte (?:sua"
    r"|loro)"
    r"|insomma|ossia|cioè|vale a dire|tanto (?:che|più)|altrettanto|viceversa|anzi|semmai|sennonché|resta (?:da|il)"
    r"|risultato:|conclusione:|motivo:|quanto (?:a|al|alla|ai|agli|alle)\b|a suo avviso|a suo dire|secondo (?:lui"
    r"|lei|loro)"
    r"|tale|tali"
)
_WHEN = (
    r"(?:poco|subito|tempo|molto) (?:dopo|prima)\b(?! d(?:i|el\w*|ei|egli|a\w*)\b)|più (?:tardi|avanti)\b(?! d(?:i"
    r"|el\w*|ei|egli|a\w*)\b)|(?:il|la) (?:giorno|mattina"
    r"|sera|notte"
    r"|settimana|anno) (?:dopo|prima|seguente|successiv[oa]|precedente)\b|l['’]anno (?:dopo|prima|seguente|successivo)"
    r"|[^,.;]{1,40}\b(?:minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]) (?:dopo|prima|più tardi)\b"
    r"(?! (?:d|che|l|il|la))|all['’]epoca|fino ad allora|in quel\w*\b|quel giorno|a quel punto|alla vigilia,"
)
_OTHERS = (
    r"(?:i|gli|le) (?:due|tre|quattro|cinque)\b(?! (?:\w+ )?(?:d(?:i|el\w*|ei|egli|a\w*)\b|che\b|principali"
    r"|maggiori|più|prim|ultim|grandi))"
    r"|(?:entramb|ambedue)\w*(?! (?:i|le) \w+ d)|(?:l['’]|un['’]?|gli |le |uno |una )?altr[oiae]\b(?! \w+ che)"
    r"|(?:il|la|i|le) second[oaie]?\b(?! (?:guerra|volta|tempo|turno|trimestre|semestre|posto|mandato|più|\w+ d))"
    r"|(?:il|la) terz[oa]\b(?! (?:guerra|volta|turno|trimestre|posto|più|\w+ d))"
    r"|(?:il|la) (?:prim[oa]|ultim[oa])(?:,| (?:è|era|ha|aveva|sarà)\b)|un[oa]? (?:second[oa]|terz[oa])\b"
    r"|(?:un[oa]|alcun[ie]|molt[ie]|due|tre|quattro|nessun[oa]|ciascun[oa]|la maggior parte|la metà|metà|parecchi) di "
    r"(?:loro|essi|esse|quest[ei]|quelli|quelle)\b|quest['’]ultim[oa]|questi ultimi|lo stesso\b(?! \w+ che)"
    r"|la stessa\b(?! \w+ che)|(?:il|la) più (?:giovane|anzian[oa]|vecchi[oa]|piccol[oa])\b(?! d(?:i|el\w*|ei|egli"
    r"|a\w*)\b)"
    r"|(?:tra|fra) (?:le vittime|i morti|i feriti|gli arrestati|i presenti|gli indagati)\b(?! d(?:i|el\w*|ei|egli"
    r"|a\w*)\b)|in tutto,"
)
"""One of several, or another one."""
_TO_THAT = (
    rf"(?:a|di|da|in|con|su|per|tra|fra|dopo|prima di|contro|secondo|senza|verso|oltre) {_THAT}(?! {_TIME})"
    r"|(?:quando|mentre|se|anche se|perché|poiché|dopo che) (?:lui|lei|loro|questo|ciò)\b"
    r"|(?:il|la|i|le) (?:su[oa]|suoi|sue|loro)\b|[^.,;“\"«]{1,60} (?:di|da|a|con|per) (?:ciò|questo)\b"
)
_COMPARES = (
    r"[^.;:“\"«]{0,60}un[oa]? \w+ (?:simil[ei]|analog[oa]|identic[oa]|del genere)(?!\w| (?:a|al|alla|a\w+)\b)"
    r"|[^.;:“\"«]{1,80} (?:molto|ben|assai|decisamente) (?:più \w+|meno \w+|maggiore|minore|superiore"
    r"|inferiore)(?=[,.])"
    r"|(?:è|sono|era) (?:quasi |circa )?il (?:doppio|triplo)\b"
)
"""A comparison whose other half is absent."""
_TO_IT = (
    r"(?:di|in|nel\w*|del\w*|da|dal\w*|per|con|che|a|al\w*|ad|fino|anche|come|quando|contro|su|sul\w*|più|solo|tra"
    r"|senza"
    r"|non|circa|dopo|subito|così|già|un[oa]?|due|tre|il|lo|la|i|gli|le)"
)
_BEFORE_SUBJECT = r"(?:iniziat|cominciat|parlat|pres|vint|partecipat|piovut|nevicat|ader|apert|chius)"
_LEFT_OUT = (
    rf"(?-i:(?:Ha|Hanno|Aveva|Avevano)(?: anche| già| poi| inoltre| sempre| però)? (?!{_BEFORE_SUBJECT})\w+(?:to|so"
    rf"|tto)"
    rf" {_TO_IT}(?!\w)(?! [A-ZÀ-Þ])|(?:Dice|Spiega|Sostiene|Aggiunge|Ricorda|Racconta|Ammette|Assicura"
    rf"|Afferma) (?:di|che)\b"
    r"|(?:È|Era|Fu|Sono|Erano|Furono) stat[oaie] (?:condannat|arrestat|accusat|portat|trasportat|ricoverat|elett"
    r"|nominat"
    r"|operat|trovat|fondat|costruit|inaugurat|vendut|lanciat|pubblicat|scopert|scelt|licenziat|liberat|ucciso|premiat"
    r"|salvat|fermat|denunciat)\w*,? (?:a|al\w*|per|da|dal\w*|in|nel\w*|con|quando|dopo|ieri|oggi)\b"
    r"(?![^,.]{0,60} (?:il|lo|la|i|gli|le|uno|una?|due|tre|quattro|cinque|\d{1,3}) [a-z])"
    r"|(?:È|Era|Sono|Erano|Fu|Sarà) (?:anche |già |così )?(?:(?:il|la) (?:prim|second|terz|quart|quint|più|maggior"
    r"|unic|stess"
    r"|peggior|miglior)|il su|la su)\w*"
    r"|(?:Vive|Vivono|Abita|Abitano|Lavora|Lavorano|Gioca|Guida|Chiede|Chiedono|Vuole|Vogliono|Teme|Temono|Rifiuta)"
    r" (?:a|in|con|da|di|nel\w*|per|che|ancora|un[oa]?)\b"
    r"|Si (?:tratta|trattava|è (?:dimess|rifiutat|trasferit|difes|laureat|sposat|candidat|arres|dichiarat|scusat))\w*)"
)
"""A verb in front whose subject is left out."""
OPENING = rf"(?i:(?:{_ADDS}|{_WHEN}|{_OTHERS}|{_TO_THAT}|{_COMPARES}|{_LEFT_OUT}|(?:sì|no|forse),)(?!\w))|{_QUOTATION}"
MEANWHILE = (
    r"(?:\S+ ){0,6}?\S+?,? (?:tuttavia|però|invece|infatti|quindi|dunque|inoltre|intanto|a sua volta|dal canto suo|da"
    r" parte sua|nel frattempo|al contrario|pertanto)[, ]"
)
_ACTS = (
    "decisione|misur[ae]|proposta|accordo|annuncio|attacco|attentato|incidente|episodio|esplosione|incendio|rogo"
    "|votazione|sentenza|verdetto|denuncia|dichiarazion[ei]|comunicato|divieto|sciopero|protesta|scontro|naufragio"
    "|crollo|sparatoria|omicidio|rapina|furto|sequestro|rapimento|dimissioni|nomina|condanna|assoluzione|sospensione"
    "|chiusura|evacuazione|demolizione|operazione|scoperta|iniziativa|idea|ricorso|polemica|scandalo|notizia"
    "|acquisto|fusione|contratto|trattato|studio|rapporto|documento|ricerca|sondaggio|indagine|avvertimento|promessa"
    "|accus[ae]|critich?[ae]|tragedia|disastro"
)
"""Acts, and what was said."""
_NOUNS = (
    rf"{_ACTS}|reazione|riunione|incontro|visita|viaggio|processo|pena|fiamme|sisma|terremoto|tempesta|alluvione|caduta"
    r"|delitto|crimine|fuga|arresto|scelta|voto|risultat[oi]|vittoria|sconfitta|pareggio|partita|gara|finale|medaglia"
    r"|record|titolo|premio|lettera|messaggio|video|immagini|foto|intervista|discorso|risposta|spiegazione|motivo"
    r"|ragione"
    r"|causa|obiettivo|intenzione|programma|campagna|riforma|cambiamento|taglio|aumento|calo|riduzione|ritiro|ordine"
    r"|richiesta|caso|problema|questione|situazione|fenomeno|tendenza|progetto|piano|opera|testo|legge|norma|azienda"
    r"|compagnia|società|gruppo|multinazionale|club|squadra|associazione|organizzazione|sindacato|piattaforma|uomo"
    r"|donna"
    r"|ragazz[oaie]|bambin[oaie]|giovane|anzian[oa]|coppia|trio|famiglia|padre|madre|figli[oa]|marito|moglie|conducente"
    r"|pilota|equipaggio|passegger[oi]|agent[ei]|militar[ei]|soldati|paziente|student[ei]|studentessa|professore"
    r"|giudice"
    r"|avvocat[oa]|imprenditore|politic[oa]|deputat[oa]|senat(?:ore|rice)|sindac[oa]|candidat[oa]|portavoce|ministr[oa]"
    r"|allenatore|tecnico|giocat(?:ore|rice)|attaccante|difensore|centrocampista|portiere|tennista|ciclista|atleta"
    r"|aggressor[ei]|aut(?:ore|rice)|att(?:ore|rice)|cantante|scritt(?:ore|rice)|musicista|artista|regista"
    r"|scienziat[oaie]"
    r"|ricercat(?:ore|rice|ori|rici)|sospettat[oaie]|vittim[ae]|imputat[oaie]|indagat[oaie]|rapinator[ei]|ladr[oi]"
    r"|superstiti|ferit[oaie]|mort[oi]|dispers[oi]|residenti|abitanti|vicini|manifestanti|città|paese|villaggio"
    r"|quartiere"
    r"|comune|isola|edificio|palazzo|casa|ponte|diga|nave|barca|petroliera|aereo|velivolo|elicottero|treno|autobus|auto"
    r"|veicolo|animale|cane|libro|romanzo|film|disco|album|quadro|dipinto|mostra|festival|evento|cerimonia|torneo|corpo"
    r"|arma|bomba|vaccino|farmaco|cura|cifra|somma|danni|fabbrica|stabilimento|albergo|museo|ristorante|negozio|stadio"
    r"|\d+enne|(?:ventenne|trentenne|quarantenne|cinquantenne|sessantenne|settantenne)"
)
_SPECIFIED = (
    r"(?!\w)(?! (?:di|d['’]\w*|del\w*|dei|degli|a|ad|al\w*|ai|agli|su\w*|per|tra|fra|in|nel\w*|nei|da|dal\w*|contro"
    r"|con|che"
    r"|dove|cui|[A-ZÀ-Þ]\w+|\w+(?:ese|esi|ale|ali|are|ari)|italian[oaie]|american[oaie]|europe[oaie]|pubblic[oaie]"
    r"|\w+[oaie] [A-ZÀ-Þ]\w+|\w{2,}(?:at|it|ut)[oaie] (?:da\w*|di|del\w*|in|nel\w*|a|al\w*|per|con|tra))(?!\w))"
)
_NOUN = rf"(?P<noun>{_NOUNS}){_SPECIFIED}"
DEFINITE = (
    r"(?:[^,;“\"«]{1,60}, )?(?:(?:(?:Secondo|Per|Dopo|Con|Contro|Durante) )?(?:(?:[Ii]l|[Ll][aoe]|[Ii]|[Gg]li) "
    r"|[Ll]['’])"
    r"|(?:Nel|Al|Dal|Sul|Del)(?:l['’]| |la |lo |le )|(?:Nei|Ai|Dai|Negli|Agli|Alle|Nelle) )"
    rf"{_NOUN}"
)
INSIDE = (
    rf"\b(?:quel|quei|quegli|quell[ae]) (?!{_TIME}|che |di |del)(\w{{4,}})|\bquell['’]([a-z]{{3,}})"
    rf"|^[^\"“«]{{0,300}}?\bquest[oaie] (?!{_TIME}|non |è )(\w{{4,}})|\btali (\w{{4,}})"
    rf"|\b(?:dopo|su|contro|con|per|durante|sul|nel|del|dal|al|sull|nell|dell|dall|all)(?: (?:il|la|lo|le|i|gli)"
    rf"| ?l?['’]|la|lo|le)? ?({_ACTS}){_SPECIFIED}"
    r"|[\"”»],? (?:\w+ ){1,2}(?:(?:il|la|i|gli|le|lo) |l['’])(?![^,.;]{0,60}[A-ZÀ-Þ])"
    rf"{_NOUN}"
)
MENTION = r"(?<!\w)@(?!\w)"
ALSO = r"anche(?! se| per| quest)|inoltre|altresì|a sua volta|infatti|pure"
_VERB = (
    r"(?:è|sono|era|erano|ha|hanno|aveva|va|vanno|può|possono|deve|devono|vuole|dice|c['’]è|ci sono|sarà|fa|fanno"
    r"|\w{2,}(?:ava|avano|eva|evano|iva|ivano|rono|erà|irà|erebbe))\b"
)
ANSWER = (
    r"(?:Sì|No|Non|Niente|Nulla|Forse|Solo|Soltanto|In parte|Perché|Certo|Dipende|Poco|Molto|Nessuno|Mai|Soprattutto"
    r"|Quasi|Più|Meno|Circa|Difficilmente|Probabilmente|Per ora|Almeno)\b"
    rf"|[^,“\"]{{1,80}}, (?:{_SAID}|secondo|stando a)\b"
    rf"|(?:(?!\b{_VERB})[^.;“\"]){{1,120}}(?:, (?:che|dove|quando|cui) [^,]{{1,200}})?[.!]$"
)
"""The beginning of an answer right behind its question, or the whole of one without a verb."""
