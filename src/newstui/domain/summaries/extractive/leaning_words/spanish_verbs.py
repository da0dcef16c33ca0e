"""Verbs of Spanish without a subject, and those of saying. One rule: who does it is told by another sentence.

Spanish leaves a pronoun out: "Confiesa que …" is "he confesses that …", and nothing tells who.
"""

from __future__ import annotations

_NAME = r"(?-i:[A-ZÁÉÍÓÚÑ])"
_OF_VERBS = (
    r"\w{3,}(?:aba|aban|ían)(?! (?-i:[A-ZÁÉÍÓÚÑ]))|\w{3,}(?:[iñ]ó|aron|ieron)(?! (?-i:[A-ZÁÉÍÓÚÑ])| (?:un|una|el|la|los"
    r"|las|unos|unas|dos|tres)\b)|(?!había|hubo|habrá|falt|qued|hacía|hará|bast|será|sería|llov|nev|llegó|comenzó"
    r"|empezó|murió|falleció|terminó|ocurrió|sucedió|apareció|surgió|concluyó|arrancó|cayó|subió|bajó|aumentó|creció"
    r"|continu|llegará|comenzará|empezará|dijo|según)\w{2,}(?:ó|aba|ía|ará|erá|irá) (?:los|las|unos|unas|dos|tres"
    r"|cuatro|cinco|seis|siete|ocho|nueve|diez|varios|varias|muchos|sus|lo|más|\d+|a|al|con|contra|en|por|para|que|como"
    r"|desde|hasta|durante|sin|completo|completa|también|además)\b(?! (?:este|esta|lugar|cabo)\b)|(?!falt|qued|lleg"
    r"|comenz|empez|muri|falleci|termin|ocurri|sucedi|apareci|surgi|cay|subi|baj|aument|creci|asisti|particip"
    r"|acudi)\w{2,}(?:aron|ieron|aban|ían|arán|erán|irán) (?:el|la|un|una|su|al|lo|a|con|en|por|que|completo"
    r"|completa)\b(?![^,.]{1,40} y )|habían? (?!llegado|muerto|nacido|pasado|transcurrido|sido|habido|desaparecido"
    r"|comenzado|empezado|terminado|surgido|crecido|aumentado|ocurrido|sucedido|un|una|dos|tres|más|much)\w+(?:ado|ido"
    r"|to|cho)\b"
    rf"|ha(?:n)? (?!fallecido|nacido|llegado|sido|salido|ocurrido|sucedido|pasado|aparecido|desaparecido|crecido"
    rf"|aumentado|subido|bajado|caído|comenzado|empezado|terminado|muerto|vuelto)\w+(?:ado|ido|to|cho) (?:que|a|en|con"
    rf"|por|los|las|sus|su|dos|tres|varios|varias|como|para)\b(?! {_NAME})"
    r"|(?:puede|pueden|debe|deben|deberá|deberán|podrá|podrán|tendrá|tendrán|tiene|tienen|quiere|quieren|suele|suelen"
    r"|logró|lograron|intentó|intentaron|decidió|decidieron|prefiere|espera|esperan|planea|pretende|pretenden|va a"
    r"|van a|acaba de|acaban de|volverá a|empezará a|confía en|aspira a|sabe|saben"
    r"|insiste en) (?:que )?(?!haber)\w+[aei]r(?:se|lo|los|la|las|le|les)?\b(?! (?:los|las|todos|quienes|el"
    r"|la) (?:mayores|menores|que))|vive(?:n)? (?:en|con|desde)|trabaja(?:n)? (?:en|como|con|para|desde)"
    r"|lleva(?:n)? (?:\w+ )?(?:años|meses|días|semanas|desde|casi|más)\b|tiene(?:n)? (?:\d+|un|una|dos|tres|cuatro"
    r"|previsto|fama)\b|cuenta(?:n)? con\b|dispone(?:n)? de\b|procede(?:n)? de\b|mide(?:n)? \w+ (?:metros|centímetros)"
    r"|pesa(?:n)? \w+|nació|murió en|estudió|se (?:trata de|llama\w*|crió|graduó|licenció|doctoró|casó|mudó|formó|hizo"
    r"|convirtió|presentó a|negó|negaron|refirió|enfrenta|enfrentan|enfrentará|despidió|incorporó|sumó|declaró|marchó"
    r"|fue|dedica|dedicó|retiró|instaló|trasladó|quejó|comprometió|mostró|define|considera|siente|sintió|llamará|titula"
    r"|celebrará en|unirá|encuentra en|espera que [a-z]+ (?:en|a))\b|les? \w+(?:ó|ron|ía|ían|aba|aban)\b|lo \w+(?:ó|ron"
    r"|ía|ían|aba|aban|rá|rán)\b|lo (?:ha|han|había|habían|hizo|hicieron|dijo|dijeron|hace|hacen|dice|dicen|es|fue)\b"
    r"|(?:la|los|las) \w+(?:ó|aron|ieron)\b|(?:es|fue|era|será|ha sido) (?:un|una|el|la|lo|otro|otra|su)\b|son (?:los"
    r"|las|unos|unas)\b|eran (?:los|las|unos|unas)\b|(?:añadió|agregó|explicó|dijo|afirmó|aseguró|señaló|indicó|recordó"
    r"|insistió|subrayó|apuntó|comentó|reconoció|admitió|advirtió|reveló|anunció|sostuvo|aclaró|detalló|contó|criticó"
    r"|prometió|pidió|opinó|negó|destacó|precisó|lamentó|(?:ha|han) (?:añadido|dicho|explicado|asegurado|señalado"
    r"|afirmado|recordado|insistido|destacado|apuntado)|añade|explica|dice|asegura|señala|recuerda|insiste|cree"
    r"|sostiene|considera|opina|defiende|advierte|calcula|reconoce|admite|lamenta|pide|promete)(?: también| además| en"
    r"| con)? que"
)
"""Verbs without their subject: in Spanish a sentence may leave it out. A noun behind one that differs in number is
no subject either."""
_OF_PRESENT = (
    r"(?:juega|dirige|preside|ocupa|produce|emplea|vende|fabrica|ofrece|incluye|contiene|reúne|abarca|recorre|figura"
    r"|forma|pertenece|reside|representa|compite|milita|lidera|encabeza|acumula|cobra|busca|intenta|propone|reclama"
    r"|exige|teme|critica|gana|pierde|recibe|dedica|usa|utiliza|consta|funciona|viaja|afronta|conserva|mantiene)n? (?:a"
    r"|en|con|de|para|por|que|un|una|\d+|dos|tres|cuatro|más|como|sus?|parte|unos|unas)\b|(?:fue|fueron|será|serán|está"
    r"|están|estaba|estaban|ha sido|han sido|había sido|quedó|quedaron|sigue|siguen) \w+[ai]d[oa]s? (?:en|por|a|con|de"
    r"|tras|hace|cuando|como|desde|durante|este|ayer|hoy)\b|(?:ganó|publicó|escribió|recibió|obtuvo|dirigió|fundó"
    r"|perdió|vendió|compró|construyó|logró|marcó|firmó|dejó|tuvo|tiene|visitó|cumplió|estrenó|grabó|rechazó|aceptó"
    r"|consiguió|alcanzó|sufrió|ocupó|ejerció|protagonizó|interpretó|cursó|ganará|publicará|recibirá|obtendrá|jugará"
    r"|abrirá|tendrá|conserva|dirigirá|debutó|disputará) (?:el|la|un|una) (?!ministr|president|alcald|fiscal|juez"
    r"|gobiern|portavoz|director|equip|polic|tribunal|partido\b|oposici)[a-záéíóúñ]+(?: [a-záéíóúñ]+)?(?=[,.]| (?:de"
    r"|del|en|con|por|para|a|tras|desde|durante|que|y|al)\b)"
)
"""Verbs whose object stands behind them."""
_FINITE = (
    "es son fue fueron era eran está están estaba ha han había habrá hay hubo tiene tienen puede pueden debe deben "
    "va van hace hacen dice dicen será serán sería quiere quieren cree creen vive viven llega llegan sigue siguen "
    "soy somos eres estoy estamos hemos he tengo tenemos vamos podemos da dan ve ven sabe saben hizo hicieron dijo "
    "dijeron puso tuvo estuvo vino pudo quiso dio vio supo trajo"
)
_USUAL = (
    "queda crece trata cae intenta constituye marcha aleja destaca ofrece permite muestra pide busca supone "
    "significa sube baja gana pierde abre cierra vuelve sale entra pasa pone sirve vale cuesta cuenta habla trabaja "
    "juega corre nace muere crea exige necesita requiere recibe incluye contiene aparece existe falta basta conoce "
    "recuerda explica asegura afirma señala apunta mantiene sostiene defiende critica denuncia acusa reclama empieza "
    "comienza termina acaba cambia deja lleva forma celebra presenta prepara estudia aprueba rechaza anuncia "
    "advierte espera teme parece resulta suele suma alcanza supera afecta amenaza ocupa tarda dura consiste depende "
    "representa refleja piensa considera usa utiliza produce vende compra paga cobra agota recorre regresa viaja "
    "investiga detiene condena juzga elige vota dimite nombra lidera encabeza dirige preside renuncia frecuenta "
    "contamina multiplica triunfa coincide abastece figura une reúne visita acoge estrena publica avisa exporta "
    "importa viene calcula asusta conserva"
)
FINITE = frozenset([*_FINITE.split(), *_USUAL.split(), *(f"{verb}n" for verb in _USUAL.split())])
"""The usual finite verbs."""
_ENDINGS = "ó aron ieron aba aban ía ían ará erá irá arán erán irán aría ería iría"
ENDINGS = tuple(_ENDINGS.split())
"""Endings of a finite verb in the past or the future."""
SAYING = (
    r"dijo|dijeron|dice|dicen|explic(?:a|ó)|cuenta|contó|asegur(?:a|ó)|afirm(?:a|ó)|añad(?:e|ió)|agregó|señal(?:a|ó)"
    r"|recuerda|recordó|lament(?:a|ó)|insist(?:e|ió)|recono(?:ce|ció)|admit(?:e|ió)|sost(?:iene|uvo)|resum(?:e|ió)"
    r"|brome(?:a|ó)|adv(?:ierte|irtió)|confes(?:ó|aron)|confiesa|remat(?:a|ó)|zanj(?:a|ó)|relat(?:a|ó)|sentenci(?:a|ó)"
    r"|opin(?:a|ó)|apunt(?:a|ó)|indic(?:a|ó)|comentó|subray(?:a|ó)|precisó|aclaró|matizó|reveló|anunció|mantiene"
    r"|plantea|expone|prosigue|continúa|concluye|responde|replica|contesta|defiende|critica|denuncia|celebra|ironiza"
    r"|reflexiona|sugiere|propone|puntualiza|recalca|reitera|repite|argumenta|alega|apostilla|describe|detalla|narra"
    r"|avisa|augura|vaticina|estima|considera|cree|piensa|valora|reclama|exige|pide|ruega|suplica|grita|exclama|susurra"
    r"|escribe|declara|manifiesta|expresa|destaca|enfatiza|incide|justifica|razona|comenta|precisa|aclara|matiza|revela"
    r"|anuncia|promete"
)
"""Verbs of saying, in the present and the past."""
_NO_OPINION = (
    r"(?:muy |más |casi |bastante |del todo |también )?(?:posible|probable|necesari|imprescindible|importante"
    r"|fundamental|clar[oa]|hora|difícil|fácil|imposible|verdad que|evidente|urgente|conveniente|frecuente|habitual"
    r"|obvio|previsible)"
)
"""Adjectives behind a verb that is nobody's: `es posible que …`."""
_DENIES = (
    r"no (?!hay|hubo|habrá|había|haya|obstante|s[oó]lo\b|sabemos|podemos|debemos|se trata de \w+[aei]r|tod[oa]s"
    rf"|cabe duda|es (?:la primera|casual|{_NO_OPINION})|existe|falta|basta|hace falta|\w+ (?:el|la|los|las) )"
    r"(?:(?:se|me|les?|l[oa]s?) ){0,2}\w+"
)
_IS = rf"(?:es|era|fue|son|eran|fueron|está|están|estaba|estaban|estuvo|será|serán|sería) (?!{_NO_OPINION}|\d|en \d)\w+"
_HAS_AN_OBJECT = (
    r"se (?:ha |han |había |habían )?(?:refi|refer|conoc|separ|divorci|cas[aoó]|enamor|acerc|atrev|neg|nieg|arrepi"
    r"|despi|jubil|matricul|entreg|rindi|fug|quit|mud|march|gradu|licenci|especializ)\w* (?:a|con|por|de|en|el|cuando"
    r"|sus?)\b|(?:se|me|te|nos) (?:lo|la|los|las) \w+|les? \w+(?:[naeóá])\b|lo (?!\w*(?:nte|ble|ve|ste)\b|que\b|de\b"
    r"|cierto|normal|más|menos|mejor|peor|cual)\w+(?:a|e|an|en)\b|(?:la|los|las) (?:ha|han|había|habían)\b"
)
"""A pronoun as the object of a verb: `Se lo dijo`, `Lo sabe`, `La había visto`."""
_BEHIND_A_TIME = (
    r"(?:ya|aún|todavía|siempre|nunca|hoy) (?:(?:se|lo|la|le|no) )?(?:ha|han|había|habían|\w{3,}(?:aba|ía|aban|ían|ó"
    r"|aron|ieron|an|en))\b|(?:en|desde|según|tras|durante|para|por|con|a|al|entre|hasta"
    r"|hace)\b[^,;:“\"]{1,60}?,? (?:lo|les?) (?:\w+(?:ó|aron|ieron|aba|aban)|ha|han|había|habían)\b|(?:tras|al"
    r"|después de|antes de|además de|sin|para|en vez de"
    r"|en lugar de) (?:no )?\w+[aei]r(?:se)?\b[^;:“\"]{0,90}?, (?:(?:también|ya|no|se|solo|además|les?|lo) )?(?:ha|han"
    r"|había|habían|\w{3,}(?:ó|aron|ieron|aba|aban)) (?:a|en|con|por|que|de|una?|sus?|\w+[aei]r|\w+[ai]d[oa])\b"
)
"""Such verbs behind a time or an infinitive: `Ya había llegado`, `En 2010 lo vendieron`, `Tras perder, fue a Lugo`."""
_OF_PRESENT_IN_GENERAL = (
    r"(?!(?:sobre|para|entre|contra|hasta|desde|durante|mediante|ante|bajo|una|cada|toda|esta|hace|según|donde|cuando"
    r"|como|nada|nadie|nunca|siempre|antes|quien|alguna|ninguna|parte|gente|pese|madre|padre|mientras|fuera|dentro"
    r"|\w+mente|(?!anunc|denunc|renunc|pronunc|inic|camb|estud|envid|copi|ampl|desaf|conf|env|guí)\w+ia|\w*aña|e?uropa"
    r"|roma|google|sube|arte|imagen|joven|hombre|mujer|clave)\b)[a-záéíóúñ]{3,}(?:[aen]|aron|ieron) (?:a|que|en|con"
    r"|como|muy|allí|así|mucho|bien|alto|hasta|desde|por|sus?|también)\b"
)
"""Any other verb before a word that no noun without an article has behind it."""
_MORE = rf"{_DENIES}|{_IS}|{_HAS_AN_OBJECT}|{_BEHIND_A_TIME}|{_OF_PRESENT_IN_GENERAL}"
WITHOUT_SUBJECT = rf"(?:{_OF_VERBS}|{_OF_PRESENT}|(?<![\"“«„'’])(?:{_MORE}))"
"""The second half leans only without a quotation mark before them: who speaks may stand behind it."""
