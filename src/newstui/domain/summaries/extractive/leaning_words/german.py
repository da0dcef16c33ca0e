"""Phrases that lean on an earlier sentence in German. One rule: a phrase here needs a mention.

`leaning_phrases` tells what each kind is for.
"""

from __future__ import annotations

_NAME = r"(?-i:[A-ZÄÖÜ]\w*)"
_ADDS = (
    r"im (?:übrigen|einzelnen|detail|ergebnis|klartext|grunde|kern|schnitt|wesentlichen)\b|hinzu (?:kommt|kommen|kam"
    r"|kamen)|(?:das|was) heißt|zum beispiel|beispielsweise|etwa,|in der folge|in folge dessen|infolgedessen|demzufolge"
    r"|demnach|dementsprechend|entsprechend (?!de[nrms]\b|ein|dies|ih|sein)|folgerichtig|kurzum|kurz(?: gesagt|um),?"
    r"|mit anderen worten|anders (?:gesagt|ausgedrückt|formuliert)|sprich\b|genauer gesagt|besser gesagt|mehr noch"
    r"|schlimmer noch|nicht zuletzt|nicht nur das|vor allem aber|erst recht|darüber hinaus|obendrein|überdies"
    r"|des weiteren|weiter heißt es|ergo\b|ja,|nein,|stimmt,|zumal\b|wobei\b|weshalb\b|weswegen\b|wodurch\b|womit\b"
    r"|woraufhin\b|daraufhin|(?:das|der|ein) grund(?: (?:dafür|hierfür))?:|grund (?:dafür|hierfür)|(?:der|die"
    r"|das) (?:folge|ergebnis|fazit|hintergrund|problem|haken|resultat|bilanz|botschaft|clou)\b ?[:,]|(?:fazit|folge"
    r"|ergebnis|hintergrund|anlass|auslöser|ursache|ziel|beispiel|problem)(?: (?:ist|war|sei|waren|sind)\b|:)"
    r"|tatsächlich\b|in der tat\b|eben|genau (?:das|dies\w*|dort|da|so|hier|deshalb|darum)|auch (?:das|dies\w*|er|sie"
    r"|dort|hier)\b|selbst (?:das|dies\w*)|nur (?:so|dann|dadurch|damit)\b|erst (?:dann|danach|da)\b|schon (?:damals|da"
    r"|vorher|zuvor|davor)\b|spätestens (?:dann|da)\b|seit damals"
)
"""Openings that add to a sentence, explain it or answer it."""
_AGAINST = (
    r"im (?:gegensatz|unterschied|vergleich) (?:dazu|hierzu|zu (?:ihm|ihr|ihnen))|im (?:gegensatz|vergleich)\b(?! z)"
    r"|im gegenzug|trotz (?:allem|alledem)|dessen ungeachtet|ungeachtet dessen|nichts?destoweniger|nichts?destotrotz"
    r"|demgegenüber|dahingegen|andererseits|andernfalls|zum anderen|auf der anderen seite|immerhin|zumindest,"
    r"|gegenteilig|im gegenteil|umgekehrt|anders\b(?! als)|anders als (?:er|sie|dies\w*|dort)\b|freilich|gewiss,|zwar"
    r"|einerseits|dafür\b|dagegen\b|an (?:seiner|ihrer|deren|dessen) stelle"
)
_WHEN = (
    r"im anschluss\b(?! an)|(?:kurz|bald|gleich|unmittelbar|direkt|wenig|wenige \w+|einige \w+|mehrere \w+|\w+ tage?"
    r"|\w+ wochen?|am tag|am abend|am morgen|in der nacht|in der woche|einen tag|eine woche|einen monat|ein jahr"
    r"|ein halbes jahr|eine stunde|tags) (?:darauf|danach|davor|zuvor|später|vorher)\b|(?:minuten|stunden|tage|wochen"
    r"|monate|jahre|jahrzehnte) (?:später|zuvor|danach|darauf|vorher)|wenig später|am (?:selben|gleichen|nächsten"
    r"|folgenden|darauffolgenden) (?:tag|abend|morgen|nachmittag|ort)|in der(?:selben| gleichen| folgenden) (?:nacht"
    r"|woche)|(?:im selben|im gleichen|im darauffolgenden) (?:jahr|monat|zeitraum|atemzug)|zu(?:r)? (?:selben|gleichen"
    r"|diese[rnm]) zeit|zur gleichen zeit|bis dahin|von da an|von dort\b|seit jenem|währenddessen|zwischenzeitlich"
    r"|derweil(?:en)?\b|zu jener zeit|zunächst (?:hatte|war|hieß|habe|sei)|ursprünglich (?:hatte|war|sollte|wollte)"
)
_OTHERS = (
    r"(?:der|die|das|dem|den|des) (?:andere\w*|letzter\w*|erster\w*|beiden|zweite\w*|dritte\w*|vierte\w*|fünfte\w*"
    r"|gleiche\w*|selbe\w*|übrigen|restlichen|zwei|drei|vier|fünf|betroffenen|genannten|besagten|fraglichen"
    r"|entsprechenden|verbliebenen|ander\w*)(?! (?:weltkrieg|bundesliga|reich|programm|fernsehen|quartal|halbjahr"
    r"|hälfte|halbzeit|tor\b|senat|liga))(?!\.)|ein(?:e|er|en|em|es)? (?:weiter\w+|ander\w+|zweite\w*|dritte\w*"
    r"|vierte\w*|fünfte\w*|sechste\w*|davon|der beiden|der drei|nächst\w+)(?! (?:weltkrieg|schritt nach))|(?:kein\w*"
    r"|keine[rs]?|jede[rs]?|welche[rs]?) (?:der beiden|von beiden|davon|von ihnen|dies\w+)|(?:zwei|drei|vier|fünf|sechs"
    r"|sieben|acht|neun|zehn|elf|zwölf|\d+|mehrere|einige|viele|wenige|etliche|weitere|zahlreiche|alle) (?:weitere"
    r"|andere|zusätzliche|davon|dies\w+|von (?:ihnen|diesen|denen))\b|(?:die )?(?:einer|eine|eines|viele|einige|keiner"
    r"|manche|meisten|zwei|drei|beide|alle|etwa die hälfte|die hälfte|ein drittel|ein teil|mehr als die hälfte"
    r"|\w+) (?:von ihnen|davon|darunter)\b|(?:weitere|zusätzliche|übrige|restliche)|letzter\w+|erster(?:er|e|es|en)\b"
    r"|die (?:einen|anderen)\b|andere[rn]?|manch(?:e|er) (?:von|hält|halten|sehen|sieht|fürchte)|alle (?:drei|vier|fünf"
    r"|beide)\b|in beiden|beide[nrm]?|bei beiden|für beide|zwischen beiden|keine[rs]? von beiden|jede[rs]? von ihnen"
    r"|ein weiteres mal|erneut (?:hat|war|ist|wurde|kam)\b"
)
"""One of several, or another one."""
_LIKE_THAT = (
    r"(?:auch |nur |gerade |für |bei |mit |in |von |gegen |aus )?(?:eine?[nmrs]? )?(?:\w+ )?(?-i:[Ss]olch|[Dd]erartig"
    r"|[Dd]erlei|[Gg]leichartig)\w*\b(?! wie)|ein(?:e[nmrs]?)? (?:ähnlich|vergleichbar"
    r"|gleich)\w*(?: [a-zäöüß]+e[nrms]?)* (?-i:[A-ZÄÖÜ])\w+(?! (?:wie|mit|zu)\b)|(?:ähnlich"
    r"|vergleichbar)(?:e[nsr]?)?\b(?! (?:wie|viel\w* wie))|gleiches (?:gilt|galt)|ähnliches|genauso\b(?! \w+ wie)"
    r"|genau so|nicht anders|(?:(?:fast|rund|etwa|knapp|mehr als|beinahe|nahezu|ungefähr|gut|noch|auch|nur|gerade|halb"
    r"|genau) ){0,2}(?:doppelt|dreimal|viermal|fünfmal|zehnmal|halb|ebenso|genauso|so) (?:so )?(?:viel|hoch|groß|lang"
    r"|lange|stark|schnell|teuer|oft|häufig|gut|schlecht|schwer|weit|früh|spät)(?:e[nrs]?)?\b(?![^,.]{0,80},? (?:wie"
    r"|dass)\b)|(?:weit|deutlich|viel|noch|wesentlich|etwas|erheblich|spürbar|ungleich|weitaus|nicht viel) (?!immer"
    r"|unter|über|hinter|aber|weiter\b|wieder|oder|vor)(?-i:mehr|weniger|besser|schlechter"
    r"|[a-zäöüß]{3,}er(?:e[nrs]?)?)\b(?![^,.]{0,80} als (?!erwartet|gedacht|geplant|bisher|zuvor|früher|sonst|üblich"
    r"|angenommen|befürchtet|erhofft|vermutet|damals|vorgesehen))|(?:schlimmer|besser|schlechter|schwieriger|leichter"
    r"|günstiger|teurer|mehr|weniger|seltener|häufiger) (?:erging|ging|lief|traf|sieht|sah|ist es|war es|steht)\b"
    r"|mehr (?:dazu|davon|noch)\b|wie (?:zuvor|bisher|schon|er|sie|bereits zuvor|damals)\b|das (?:gleiche|selbe)\b"
    r"|dasselbe|so (?:etwas|ein|eine|einen|einem|einer)\b|weiter (?:nördlich|südlich|östlich|westlich|oben|unten|hinten"
    r"|vorne?)\b(?! (?:in|von|des|der)\b)|(?:\w+ )?(?:meter|kilometer) (?:weiter|entfernt)\b(?! (?:von|vom))"
)
"""Comparisons whose other half is absent."""
_NEVER_SO = (
    r"(?:noch nie|nie|niemals|nirgend\w*)\b[^.,]{1,80} (?:so (?:viel|hoch|groß|stark|oft|früh|spät|wenig)\w*"
    r"|solch\w*)\b(?! wie\b)|(?:noch )?nie zuvor\b|zum vergleich|andernorts|anderenorts|anderswo|woanders"
    r"|nirgendwo sonst|als (?:zweite|dritte|nächste|letzte)[rs]?\b|[^,.:]{1,50} (?:waren|sind|war|ist) es (?:noch|nur"
    r"|erst|sogar|rund|etwa|knapp|mehr|weniger|fast|gut|\d)|(?:schneller|höher|besser|größer|kleiner|teurer|billiger"
    r"|länger|stärker|schwächer|älter|jünger|ärmer|glimpflicher|schlechter) (?:war|waren|ist|sind|fiel|liegt|lag"
    r"|schnitt)\b|auf (?:platz|rang) (?:zwei|drei|vier|fünf) (?:folg|kam|land|lieg)\w+|(?:zwei|drei|vier|fünf|einer"
    r"|eine|eines|mehrere|viele|einige) der (?:verletzten|toten|opfer|festgenommenen|angeklagten|betroffenen"
    r"|beschäftigten)\b"
)
"""Comparisons with all that was before, and with numbers of another sentence."""
_TO_THAT = (
    r"zu dies\w+|in dies\w+|mit dies\w+|nach dies\w+|bei dies\w+|auf dies\w+|aus dies\w+|an dies\w+|für dies\w+"
    r"|von dies\w+|unter dies\w+|über dies\w+|trotz dies\w+|wegen dies\w+|durch dies\w+|ohne dies\w+|gegen dies\w+"
    r"|neben dies\w+|vor dies\w+|um dies\w+|angesichts dies\w+|anlässlich dies\w+|seit dies\w+|hinter dies\w+"
    r"|zwischen dies\w+|(?:nach|von|mit|bei|zu|neben|vor|hinter|unter|zwischen|außer|gegenüber|laut) (?:ihm|ihr|ihnen"
    r"|denen|dem,)\b|(?:für|gegen|ohne|um|über|durch) (?:ihn|sie|deren|dessen)\b|eine? (?:\w+ )?(?:Entscheidung"
    r"|Maßnahme|Zahl|Initiative|Idee|Schritt|Erfolg|Sieg|Niederlage|Vorwurf|Umstand|Rekord|Entwicklung|Forderung"
    r"|Aussage|Vorgang|Angebot|Wert|Einschätzung|Tatsache|Summe|Betrag|Signal|Zeichen|Fehler|Rückschlag|Verlust|Plan"
    r"|Vorschlag|Gedanke|Argument|Vorgehen), (?:der|die|das|den|dem)|[^.„\"]{1,60} (?-i:dies)\b(?! (?:und das|alles))"
    r"|das (?:ist|war|hat|hatte|wird|sei|sagte|teilte|berichtete|geht|gilt|heißt|bedeutet|zeigt|soll|sollte|kann|könnte"
    r"|würde|macht|kam|liegt|gab|sind|waren|haben|alles|wäre|wollte|will|wollen|muss|müsse|müsste|habe|hätte|wurde|ging"
    r"|galt|hieß|zeigte|führte|führt|reicht|reichte|stimmt|stößt|stieß|sorgt|sorgte|klingt|klang|lässt|ließ|dürfte"
    r"|betrifft|trifft|entspricht|ergab|ergibt|gelang|gelingt|passt|passierte|geschah|geschieht|schließt|löste|änderte"
    r"|ändert|freut|ärgert|kostet|kostete|bringt|brachte|bestätigte|bestätigt|forderte|fordert|kritisierte|begründete"
    r"|begründet|bleibt|blieb|sieht|sah|wirkt|wirft|genügt|verlangt|verspricht|kündigte|erklärte|entschied)\b|(?:wenn"
    r"|als|weil|während|obwohl|nachdem|bevor|ob|da|dass|falls|seit|bis|sobald|wie|indem|solange|ehe) (?-i:er|sie"
    r"|dies\w*)\b|(?:weil|denn|obwohl|weshalb|damit|sodass|außer|besonders|vor allem|insbesondere"
    r"|und zwar)\b[^,;:]{1,200}\.$"
    rf"|(?:der|die|dem|den) (?:\w+ )?\d+-jährige[rn]?\b(?! {_NAME} {_NAME})"
)
_REPORTED = (
    r"(?-i:(?=(?!Es lebe|Man|Ich|Wer|Was)[A-ZÄÖÜ][^,:;„“\"]{1,60} (?:sei|seien|habe|werde|könne|müsse|solle|wolle|dürfe"
    r"|gebe|gehe|komme|stehe|bleibe|liege|wisse|brauche|lasse)\b))(?!.*(?:sag|teilt|erklär|beton|schreib|schrieb|laut\b"
    r"|zufolge|angaben|so |heißt|hieß|bericht|mein|kritisier|warn|forder|beklag|räum|gab|verwies|wies|behaupt|argument"
    r"|versicher|bekräftig|führt|ergänz|fügt|begründ|lob|kündig|entgegn|vermut|glaub|find|fand|denk|spr[aei]ch|nannte"
    r"|stellt|ansicht|lautet|fürchte|hoff|erwart|schätz|prophezei|klag|erzähl|äußer|rechne|kam zu|[„“»«]|ich\b|w[aei]rf"
    r"|erf[aou]hr|sieht|sah|als |wenn |ob ))\S+"
)
"""Words that somebody said, told in the subjunctive, where the sentence does not say who."""
_PLACE = (
    r"(?:der|die|das|ein|eine|einige|mehrere|viele|alle) (?-i:(?:[a-zäöü]\w+ )?[A-ZÄÖÜ]\w+ dort)\b|dorthin\b|hierher\b"
    r"|ebendort|an ort und stelle|(?-i:(?!.{0,60} (?:in|bei|aus|auf|nach|im|am|an|von|zu) [A-ZÄÖÜ])[^,;:]{1,80} dort)\b"
)
"""A place that another sentence names."""
_OPENINGS = rf"(?:{_ADDS}|{_AGAINST}|{_WHEN}|{_OTHERS}|{_LIKE_THAT}|{_NEVER_SO}|{_TO_THAT}|{_REPORTED}|{_PLACE})"
_LATER = r"[^\d]{1,60} (?:Minuten|Stunden|Tage|Wochen|Monate|Jahre|Jahrzehnte) (?:später|zuvor|danach|darauf|vorher)\b"
OPENING = rf"(?i:(?:{_OPENINGS}|{_LATER})(?!\w))"
TIMES = (
    r"(?i:(?:in |an |bis )?dies(?:e[rnms]?) (?:jahr|woche|monat|tage|tagen|sommer|herbst|winter|frühling|frühjahr"
    r"|saison|abend|morgen|nacht|wochenende|jahrhundert|jahrzehnt|mittag|nachmittag|\w+tag)(?!\w))"
)
MEANWHILE = (
    r"(?:\S+ ){0,4}\S+? (?:hingegen|dagegen|jedoch|allerdings|indes|wiederum|dennoch|trotzdem|deshalb|daher|darum|somit"
    r"|daraufhin|stattdessen|demgegenüber|zudem|außerdem)[, ]"
)
_ACTS = (
    "Entscheidung|Ankündigung|Vorfall|Vorschlag|Urteil|Vorw(?:urf|ürfe)|Maßnahmen?|Abkommen|Vereinbarung|Angriff|Unfall"
    "|Tat|Vorhaben|Warnung|Forderung|Umzug|Gesetzentwurf|Verbot|Streik|Protest|Explosion|Entdeckung|Abstimmung|Einigung"
    "|Beschluss|Entwurf|Unglück|Anschlag|Attentat|Absturz|Kollision|Zusammenstoß|Durchbruch|Rückruf|Räumung|Evakuierung"
    "|Festnahme|Durchsuchung|Übernahme|Fusion|Schließung|Rücktritt|Rettungsaktion|Havarie|Überfall|Einbruch|Diebstahl"
    "|Schießerei|Messerattacke|Attacke|Verhandlung(?:en)?|Einspruch|Sperrung|Absage|Verzögerung|Verschiebung|Panne"
    "|Skandal|Affäre|Beben|Erdbeben|Überschwemmung|Lawine|Erdrutsch|Brand|Unwetter|Auszeichnung|Preisverleihung"
    "|Nominierung|Kündigung|Entlassung(?:en)?"
)
"""Nouns for an act or a statement: such nouns point back in the middle of a sentence too."""
_PERSONS = (
    "Sprecher(?:in)?|Diplomat(?:in)?|Beamten?|Verdächtigen?|Täter(?:in)?|Opfer|Mann|Frau|Junge|Mädchen|Fahrer(?:in)?"
    "|Spieler(?:in)?|Stürmer(?:in)?|Politiker(?:in)?|Autor(?:in)?|Forscher(?:in)?(?:nen)?|Richter(?:in)?|Kind(?:er)?"
    "|Familie|Teenager|Student(?:in)?|Jugendlichen?|Schauspieler(?:in)?|Sänger(?:in)?|Star|Wissenschaftler(?:in)?"
    "|Anw[aä]lt(?:in|e)?|Geschäftsmann|Mutter|Vater|Männer|Frauen|Torwart|Torhüter(?:in)?|Verteidiger(?:in)?"
    "|Trainer(?:in)?|Polizist(?:in|en)?|Angeklagten?|Beschuldigten?|Verurteilten?|Festgenommenen?|Verletzten?|Toten?"
    "|Verstorbenen?|Vermissten?|Überlebenden?|Betroffenen?|Geretteten?|Geiseln|Kläger(?:in)?|Zeug(?:e|in|en)|Schütze"
    "|Angreifer(?:in)?|Einbrecher|Räuber|Dieb(?:e|in)?|Betrüger(?:in)?|Mörder(?:in)?|Lokführer(?:in)?|Pilot(?:in|en)?"
    "|Kapitän(?:in)?|Rentner(?:in)?|Seniorin|Eltern|Geschwister|Bruder|Schwester|Sohn|Tochter|Ehefrau|Ehemann|Witwe"
    "|Ehepaar|Paar|Duo|Trio|Quartett|Künstler(?:in)?|Musiker(?:in)?|Maler(?:in)?|Regisseur(?:in)?|Schriftsteller(?:in)?"
    "|Dichter(?:in)?|Komponist(?:in)?|Moderator(?:in)?|Journalist(?:in|en)?|Historiker(?:in)?|Ökonom(?:in)?"
    "|Physiker(?:in)?|Mediziner(?:in)?|Ärzt(?:in|e)?|Arzt|Biolog(?:e|in)|Astronom(?:in)?|Läufer(?:in)?|Athlet(?:in)?"
    "|Sportler(?:in)?|Weltmeister(?:in)?|Olympiasieger(?:in)?|Titelverteidiger(?:in)?|Sieger(?:in)?|Gewinner(?:in)?"
    "|Siegerin|Bergsteiger|Wanderer|Taucher|Touristen|Passagiere|Insassen|Anwohner|Helfer|Retter|Einsatzkräfte"
    "|Ermittler|Fahnder|Demonstranten|Teilnehmer|Veranstalter|Organisatoren|Betreiber|Besitzer(?:in)?|Eigentümer(?:in)?"
    "|Unternehmer(?:in)?|Gründer(?:in)?|Manager(?:in)?|Konzernchef(?:in)?|Firmenchef(?:in)?|Vereinschef"
    "|Parteichef(?:in)?|Amtsinhaber(?:in)?|Nachfolger(?:in)?|Vorgänger(?:in)?|Kandidat(?:in|en)?|Bewerber(?:in)?"
    "|Herausforderer|Senator(?:in)?|Abgeordneten?|Gouverneur(?:in)?|Gutachter(?:in)?|Beschäftigten|Mitarbeiter"
    "|Angestellten|Arbeiter|Streikenden|Aktivisten|Entführer|Rebellen|Soldaten"
)
_THINGS = (
    "Nachricht|Mitteilung|Meldung|Erklärung|Schritt|Angebot|Feuer|Fund|Einsatz|Antrag|Sturm|Klage|Verkauf|Regelung"
    "|Aussagen?|Äußerung(?:en)?|Fall|Plan|Pläne|Idee|Problem|Frage|Ergebnis(?:se)?|Streit|Lage|Ereignis(?:se)?|Projekt"
    "|Initiative|Brief|Video|Studie|Umfrage|Bericht|Treffen|Besuch|Prozess|Ziel|Botschaft|Unternehmen|Firma|Konzern"
    "|Gruppe|Organisation|Mannschaft|Team|Verein|Klub|Club|Verband|Stiftung|Behörde|Band|Hersteller|Anbieter|Betrieb"
    "|Werk|Fabrik|Kette|Start-up|Fluggesellschaft|Airline|Reederei|Bank|Versicherung|Hochschule|Einrichtung|Klinik"
    "|Museum|Verlag|Zeitung|Magazin|Portal|Sender|Plattform|Land|Länder|Stadt|Dorf|Ort|Gemeinde|Insel|Region|Gebäude"
    "|Haus|Schiff|Frachter|Flugzeug|Maschine|Auto|Wagen|Fahrzeug|Fähre|Zug|Bus|Lastwagen|Hubschrauber|Boot|Jacht|Tanker"
    "|U-Boot|Tier(?:e)?|Hund|Katze|Bär|Wolf|Elefant|Wal|Muttertier|Jungtier(?:e)?|Kampagne|Gesetz|Zahlen|Zahl|Debatte"
    "|Diskussion|Hinweis|Bitte|Hoffnung|Sprung|Foto(?:s)?|Bild(?:er)?|Liste|Grund|Antwort|Ursache|Unterschied|Anlage"
    "|Brücke|Tunnel|Strecke|Bahnhof|Turm|Kirche|Schule|Denkmal|Gemälde|Skulptur|Werk|Roman|Buch|Film|Serie|Album|Lied"
    "|Stück|Ausstellung|Konzert|Partie|Spiel|Begegnung|Rennen|Turnier|Titel|Treffer|Ausgleich|Vertrag|Verfahren|Anklage"
    "|Ermittlungen|Haftbefehl|Strafe|Geldstrafe|Schaden|Sachschaden|Summe|Betrag|Gewinn|Umsatz|Erlös|Investition|Kosten"
    "|Preis|Jury|Chargen|Produkte|Geräte|Waffe|Bombe|Blindgänger|Sprengsatz|Beute|Leiche|Krankheit|Erreger|Virus"
    "|Impfstoff|Wirkstoff|Medikament|Sonde|Rakete|Satellit|Mission|Forschungsschiff|Pflanze|Sorte|Gespräche"
    "|Demonstration|Kundgebung|Petition|Stellungnahme|Kritik|Argument|Begründung|Änderung|Reform|Novelle|Vorlage"
    "|Verordnung|Steuer|Abgabe|Gebühr|Zuschuss|Förderung|Hilfe|Bau|Neubau|Umbau|Abriss|Ausbau"
)
_VERBS = (
    r"hat|haben|ist|war|sind|waren|wird|wurden?|werden|will|wollen|soll|sollen|kann|können|muss|müssen|darf|bleibt"
    r"|blieb|gab|gibt|kam|kommt|ging|geht|steht|stand|lag|liegt|begann|beginnt|nahm|traf|fand|fuhr|stieg|sank|fiel|ließ"
    r"|verließ|verlor|gewann|schrieb|sprach|zog|\w{3,}ten?"
)
_SAYS_WHICH = (
    r"des|der|die|das|den|dem|deren|dessen|dass|ob|wie|von|vom|über|zu|zum|zur|für|in|im|an|am|mit|aus|bei|beim|gegen"
    r"|zwischen|um|auf|nach|vor|namens|wegen|unter|ohne|eine[rs]|seine[rs]|ihre[rs]|durch|innerhalb|hinter"
    r"|(?-i:[A-ZÄÖÜ][\w-]*)"
)
"""Words behind a noun that say which one is meant."""
_WHICH = rf"(?!,|:| (?:{_SAYS_WHICH})(?!\w))"
DEFINITE = (
    r"(?i:(?:[^,;“\"«]{1,60}, )?(?:(?:Am|Im|In|An|Auf|Bei|Seit|Vor|Nach|Mit|Für|Laut|Bis|Ab|Unter|Heute|Gestern|Bereits"
    r"|Schon|Erst|Nun|Jetzt|Derzeit|Aktuell|Zunächst|Zuletzt|Bisher|Bislang|Künftig)"
    rf"\b[^,;:„“\".]{{1,50}}? (?:{_VERBS}) )?"
    r"(?:der|die|das) (?:(?:neue|geplante|umstrittene|jüngste|verletzte|betroffene|gemeinsame|junge|mutmaßliche"
    r"|damalige)n? )?"
    rf"(?P<noun>{_ACTS}|{_PERSONS}|{_THINGS})(?!\w)(?!,? (?:{_SAYS_WHICH})(?!\w)))"
)
"""A noun behind its article, and what may stand before that: `Am Montag hat das Unternehmen …`."""
_SPEAKERS = (
    f"{_PERSONS}|Bürgermeister(?:in)?|Oberbürgermeister(?:in)?|Landrat|Geschäftsführer(?:in)?|Direktor(?:in)?"
    f"|Leiter(?:in)?|Vorsitzenden?|Expert(?:e|in)|Chef(?:in)?|"
    r"Vorstand|Kapitän(?:in)?|Staatsanwalt|Staatsanwältin|Kritiker(?:in)?|\d+-[Jj]ährigen?"
)
INSIDE = (
    r"\b(?:diese[rnms]? (?!Jahr|Woche|Monat|Tage|Sommer|Herbst|Winter|Fr[üu]h|Saison|Abend|Morgen|Nacht|Zeit"
    r"|\w+tag\b)([A-ZÄÖÜ]\w{2,})\b"
    rf"|(?:de[nms]|die|das|(?<!in )der|[Bb]eim|[Vv]om) ({_ACTS})(?:s|es|n|en|e)?(?![\w-])(?! eröffne){_WHICH}|des (Mann"
    rf"|Opfer|Täter|Fahrer|Toten|Verstorbenen|Verdächtigen|Angeklagten|Unternehmen|Konzern|Verein|Tier|Kind|Junge)(?:s"
    rf"|es|n)?(?![\w-])(?! (?:aus|von|de[rs]|mit|[A-ZÄÖÜ]))|der (Jury|Firma|Fluggesellschaft|Reederei"
    rf"|Behörde)\b{_WHICH})|[“\"«,] (?:so|[a-zäöü]+te|sagt|meint|erklärt|betont|schrieb) d(?:er"
    rf"|ie) ({_SPEAKERS})(?!\w)(?! (?:{_SAYS_WHICH})(?!\w))"
)
"""A noun within a sentence that another one has told, and at its end a speaker without a name."""
MENTION = r"@"
"""An earlier mention need not be a whole word: `Unfall` in `Autounfalls`."""
_GOES_ON = (
    r"nämlich|ebenfalls|zudem|außerdem|ebenso|überdies|obendrein|gleichfalls|wiederum|daraufhin|deshalb|daher|demnach"
    r"|somit|damals|seinerzeit"
)
ALSO = rf"(?<!als )auch(?! wenn| ohne| nur)|{_GOES_ON}"
ENDS_WITH_SPEAKER = (
    r"[^„“\"»].*, (?:so|sagte?|erklärte?|betonte?|meinte?|erzählte?|ergänzte|berichtete|versicherte|fügte|schrieb"
    r"|schreibt|warnte|kritisierte|forderte|teilte|räumte) (?:er|sie)\b[^,]{0,60}\.$"
)
COMPLETE = (
    r"Es (?:gibt|gab|schneit|schneite|regnet|regnete|stürmt|hagelt|taut|dämmert|wird (?:kälter|wärmer|Zeit)"
    r"|handelt sich um|ist (?:[a-zäöüß]+ ){0,3}[a-zäöüß]+, (?:dass|ob|wie|wann|warum|wer|was|wo|wenn|zu"
    r"|\w+ (?:\w+ )?zu)\b|(?:war|bleibt|gilt|scheint|wäre|sei) (?:[a-zäöüß]+ ){0,4}[a-zäöüß]+, |geht (?:um|darum)"
    r"|kommt (?:darauf|selten)|heißt, |steht (?:fest|außer))"
)
"""Openings that look dependent and are not: an `es` that stands for nothing."""
NAMELESS_SPEAKER = r"[\"“«]\W*\w+ (?:er|sie|es)\b"
MYSELF = r"\b[Ii]ch\b|\b[Mm]ein(?:e|en|em|er)?\b|\b[Mm]ir\b"
PRONOUN = (
    r"(?:Am|Im|In|Nach|Vor|Bei|Seit|Mit|Für|Zu|Heute|Gestern|Zuletzt)\b[^.,;„\"]{0,60}?(?:, (?:\w+te|hat|war|ist|wird"
    r"|kam|ging))? (?:er|sie)\b(?! [A-ZÄÖÜ])|[A-ZÄÖÜ][a-zäöüß]+(?: Sie)? (?:ihn|ihm|ihnen)\b"
)
CONNECTIVE = r"(?:Aber|Doch|Und) (?=eine? [A-ZÄÖÜ])"
_FINITE = (
    r"(?:ist|sind|war|waren|hat|haben|hatten?|wird|werden|wurden?|kann|können|konnten?|soll|sollen|sollten?|will|wollen"
    r"|wollten?|muss|müssen|mussten?|darf|dürfen|dürften?|mag|möchten?|würden?|wäre[n]?|hätten?|gibt|gab|sei|seien|habe"
    r"|werde|könne|kam|kamen|ging|gingen|lag|lagen|stand|standen|blieb|nahm|fand|sah|sank|stieg|fiel|zog|ließ|tut|tun"
    r"|weiß|wissen|gehen|kommen|liegen|stehen|bleiben|machen|sehen|leben|arbeiten|brauchen|zahlen|fordern|rechnen"
    r"|warnen|sagen|glauben|fürchten|hoffen|halten|nehmen|sterben|(?!(?:nicht|hundert|erst|mit|seit|fast|laut|statt"
    r"|samt|jetzt|dort|meist|selbst|sonst|acht|weit|leicht|recht|echt|gut|oft|höchst|längst|zuerst|zuletzt|mindest"
    r"|insgesamt|bekannt|nachts|überhaupt|bereit|kaputt|direkt|exakt|kompakt|komplett|absolut|schlecht|vielleicht"
    r"|konkret)\b)[a-zäöüß]{2,}(?:t|te|ten))\b"
)
ANSWER = (
    r"(?:Ja|Nein|Jein|Doch|Weil|Denn|Damit|Vermutlich|Wahrscheinlich|Vielleicht|Wohl|Möglicherweise|Womöglich|Offenbar"
    r"|Eher|Kaum|Keineswegs|Keinesfalls|Natürlich|Sicher|Sicherlich|Gewiss|Theoretisch|Prinzipiell|Grundsätzlich"
    r"|Zumindest|Jedenfalls|Mindestens|Höchstens|Spätestens|Frühestens|Bislang nicht|Noch nicht|Nicht|Nichts|Nie"
    r"|Niemand|Niemals|Nur|Alles|Fast|Gar|Überhaupt|Ganz|Durchaus|Schon|Leider|Zum Glück|Ungefähr|Etwa|Rund|Gut|Knapp"
    r"|Jede Menge|Jeder|Vor allem|Auf keinen Fall|Auf jeden Fall|Unter Umständen|Das|Die Antwort|Kurz|Es kommt|Derzeit"
    r"|Angeblich|Tatsächlich|Indem|Um|Möglich|Unklar|Schwer|Einfach|Am besten|Je nachdem|Darum|Deshalb)\b"
    rf"|(?![„“\"«»])(?:(?!{_FINITE})[\w„“\"%€.-]+ ){{0,12}}(?!{_FINITE})[\w“\"%€-]+(?:[,:;]|[.!]$)"
)
"""The first words of an answer; or words without a verb, up to the first comma or the end."""
