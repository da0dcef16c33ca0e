"""Phrases that lean on an earlier sentence in Spanish. One rule: a phrase here needs a mention.

`leaning_phrases` tells what each kind is for.
"""

from __future__ import annotations

_NAME = r"(?-i:[A-ZÁÉÍÓÚÑ])"
_ADDS = (
    r"por lo (?:que|cual|mismo|tanto|demás|pronto)|en (?:efecto|cambio|consecuencia|concreto|particular|resumen"
    r"|definitiva|realidad|contraste|contrapartida|compensación|(?:primer|segundo|tercer|cuarto|último) lugar)"
    r"|por (?:ejemplo|otro lado|otra parte|el contrario|(?:su|mi) parte|añadidura|consiguiente|tanto)|a cambio\b(?! de)"
    r"|en otras palabras|es decir|esto es|mejor dicho|más aún|es más,|al contrario|en respuesta\b(?! a)|a continuación"
    r"|de (?:hecho|ahí|aquí|otro modo|lo contrario)|del? (?:mismo|igual) (?:modo|manera|forma)|de (?:la misma|igual|esa"
    r"|esta|tal) (?:manera|forma)|de ese modo|de este modo|con todo,|eso sí|a la vez\b|a todo (?:ello|esto|eso)"
    r"|y es que|tanto es así|hasta tal punto|(?:la|el) (?:razón|motivo|causa|resultado|explicación|conclusión|problema"
    r"|consecuencia|detonante)(?: (?:es|era|fue)\b| ?:)|(?:resultado|conclusión|consecuencia|ejemplo|motivo|objetivo"
    r"|balance):|(?:sí|no),|prueba de (?:ello|eso|esto)|muestra de (?:ello|eso)|lo (?:mismo|propio|anterior"
    r"|contrario)\b|de ser así|en caso contrario|si no,|a ello|a esto|a eso|hasta (?:ahí|allí|entonces)|desde (?:allí"
    r"|ahí|entonces|luego,)|por (?:allí|ahí)|solo entonces|justo entonces|incluso así|ni siquiera (?:eso|así|ellos|él"
    r"|ella)|(?:eso|esto) (?:es|fue|era|ha|significa|supone)|cabe (?:recordar|destacar|señalar) que|así (?:lo|las|los"
    r"|que|es|fue|se)\b"
)
"""Openings that add to a sentence, explain it or answer it."""
_AGAINST = (
    r"sin embargo|no obstante|mientras tanto|entretanto|entre tanto|aun así|aún así|pese a (?:ello|esto|eso|todo|su|sus"
    r"|que l[oae]s?)\b|a pesar de (?:ello|esto|eso|todo|su|sus)\b|a diferencia de (?:él|ella|ellos|ellas|est[eao]s?"
    r"|es[eao]s?)|al igual que (?:él|ella|ellos|ellas|su|sus)\b|en vez de (?:eso|ello)|en lugar de (?:eso|ello)"
    r"|por contra\b|en contra,|al mismo tiempo|por un lado|más bien|peor aún|mejor aún"
)
_WHEN = (
    r"más tarde|más adelante|poco (?:después|antes)|(?:minutos|horas|días|semanas|meses|años) (?:después|antes"
    r"|más tarde)\b(?! de)|al día siguiente|al (?:año|mes) siguiente|(?:la|a la) (?:semana|mañana|noche) siguiente"
    r"|(?:el|ese) mismo día|esa misma (?:noche|tarde|mañana|semana)|aquel mismo|la víspera\b(?! de)|el día (?:anterior"
    r"|antes|después)\b(?! de)|(?:un|dos|tres|cuatro|cinco|seis|unos|pocos|varios|\d+) \w+ (?:antes|después"
    r"|más tarde)\b(?! (?:de|que))|al (?:poco|cabo de \w+ \w+)\b|acto seguido|por entonces|para entonces|(?:mucho|poco"
    r"|algún|ya|solo|justo|muy poco)(?: tiempo)? (?:después|antes|más tarde)\b(?! de)|al término\b(?! del?)|previamente"
    r"|con anterioridad|en aquell[ao]s?|por aquel\w*"
)
_OTHERS = (
    r"(?:el|la|los|las|al|del|un|una) (?:primer|segund|tercer)[oa]s? de (?:ellos|ellas)|tod[oa]s (?:ellos|ellas)"
    r"|cada un[oa] de (?:ellos|ellas|l[oa]s (?:dos|tres))|(?:ningun[oa]|algun[oa]s?|much[oa]s|vari[oa]s|poc[oa]s|un[oa]"
    r"|otr[oa]s?|cualquiera|quince|dos|tres|cuatro|cinco|seis|diez|\d+|la mayoría|la mayor parte|la mitad|parte"
    r"|el resto|el primero|el último|la última|el mayor|la mayor|el menor) de (?:ellos|ellas|est[oa]s|es[oa]s"
    r"|l[oa]s dos)\b|(?:l[oa]s|ambos|ambas) (?:dos|tres|cuatro|cinco|otros|otras|mismos|mismas|demás|restantes)|(?:a|en"
    r"|de|para|con|entre|por) (?:ambos|ambas|l[oa]s dos|otr[oa]s?\b(?! parte| lado))|ambos|ambas|otr[oa]s?|(?:el|la|al"
    r"|del) otr[oa]|(?:el|la) mism[oa]|los demás|las demás|el resto\b(?! de)|un[oa]? (?:segund|tercer|cuart|quint|sext"
    r"|séptim|octav)[oa]?\b(?! (?:guerra|parte|de))|un[oa]? (?:de l[oa]s dos|más\b(?! de| que)|y otr[oa])|(?:el"
    r"|la) (?:segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|últim[oa])\b(?! (?:guerra|vez|semana|trimestre|hora|semestre"
    r"|año|mes|década|división|república|temporada|vuelta))|(?:dos|tres|cuatro|cinco|seis|\d+) (?:más|de ellos"
    r"|de ellas)\b(?! de| que)|(?:cada|ningún) un[oa] (?:de los dos|por su)|ni (?:uno|una) ni (?:otro|otra)|(?:el"
    r"|la) (?:primer[oa]|anterior|siguiente) (?:es|era|fue|ha|había|será|está|estaba|tiene|tenía|se)\b|(?:segundo"
    r"|tercero|cuarto|primero|último),|est[eao]s? últim[oa]s?\b"
)
"""One of several, or another one."""
_LIKE_THAT = (
    r"(?:un|una|unos|unas|algún|alguna|ningún|ninguna|el|la|los|las|con|en|a|de)?(?: ?[a-záéíóúñ]++){1,2} (?:parecid"
    r"|simil|semejante|comparable|análog|idéntic|equivalente)[a-z]*\b(?! (?:al?|del?|entre|con|que)\b)|algo (?:parecido"
    r"|similar|semejante|así)\b(?! a)|casos? (?:así|como (?:este|ese|estos|esos|el suyo))|(?:tal|tales|semejante"
    r"|semejantes) (?!vez|como|y|cual)\w+|otro tanto|igual(?: de \w+)?(?=,| (?:ocurre|sucede|pasa|suerte|ocurrió|pasó))"
    r"|tan (?:\w+)\b(?![^.,]{0,60} (?:como|que)\b)(?! solo| sólo| pronto)|tant[oa]s? (?:\w+)\b(?![^.]{0,80} (?:como"
    r"|que)\b)|(?:casi |más d|cerca d|aproximadamente )?(?:el |el )?(?:doble|triple|cuádruple)\b(?! (?:de|del|que"
    r"|sentido|fila|filo|vía|fondo|mortal|crimen|campe\w+))|(?:mucho |bastante |algo |aún |todavía |aun |muy "
    r"|un poco )?(?:peor|mejor|mayor|menor|más|menos)(?: (?:le|les|se|lo))?(?: (?!de\b|que\b)[a-záéíóúñ]+)? (?:es|era"
    r"|fue|será|ha sido|han sido|fueron|son|resultó|resulta|parece|está|estaba|le fue|les fue|lo tuvo"
    r"|lo tienen)\b(?![^.,]{0,80} que\b)|(?:mucho|bastante|algo|aún|todavía|aun) (?:más|menos|mejor|peor|mayor"
    r"|menor)\b(?![^.]{0,80} (?:que|de)\b)|como (?:antes|siempre|entonces|él|ella|ellos|ellas|en (?:aquella"
    r"|esa) ocasión)\b|más al (?:norte|sur|este|oeste)\b(?! del?)|más (?:arriba|abajo|allá,)"
    r"|a (?:\w+ ){1,3}(?:kilómetros|metros) (?:de allí|de ahí|más)\b|cantidad (?:similar|parecida)|la misma (?:cantidad"
    r"|cifra|suerte|noche|tarde|semana|persona|fuente)|el mismo (?!que)\w+"
)
"""Comparisons whose other half is absent."""
_TO_THAT = (
    r"(?:por|en|de|a|con|para|según|entre|tras|sobre|contra|sin|ante|bajo|durante|hasta|desde|hacia|mediante) (?:él"
    r"|ella|ellos|ellas|ello|eso|esto|est[ea]|es[ea]|est[oa]s|es[oa]s|aquell?[oa]?s?|dich[oa]s?)\b|(?:cuando|como|si"
    r"|mientras|aunque|porque|donde|que) (?:él|ella|ellos|ellas|esto|eso|este|esta|ese|esa)\b(?! (?:año|semana|mes"
    r"|verano))|[^.“\"]{1,60} (?:esto|eso)\b|una? (?:[\w-]+ )?(?:\w{3,}(?:ción|sión|miento)|decisión|medida|cifra"
    r"|iniciativa|subida|bajada|anuncio|gesto|éxito|fracaso|victoria|derrota|práctica|idea|asunto|fenómeno|noticia) que"
    r"|gracias a (?:ello|eso|esto|él|ella|ellos)|además de (?:eso|ello|él|ella)|junto (?:a|con) (?:él|ella|ellos|ellas)"
    r"|dentro,|fuera,|al lado,|alrededor,|(?:porque|salvo|excepto|sobre todo|especialmente)\b[^,;:]{1,200}\.$|lo (?:que"
    r"|cual) (?:es|fue|ha|supone|significa|provocó|obligó|llevó|permitió)\b"
)
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
_NEVER_SO = (
    r"(?:un[oa]|dos|tres|cuatro|cinco|vari[oa]s|much[oa]s|algun[oa]s|ningun[oa]) de l[oa]s (?:herid|detenid|fallecid"
    r"|acusad|víctimas|muert|sospechos|afectad|pasajer)\w*|(?:el primero|la primera)(?=, )|ningún otro|ninguna otra"
    r"|nunca (?:antes|se|había\w*)\b(?![^.]{0,80} como\b)|en ningún otro|en \d{4} (?:eran|fueron|hubo) (?:solo|apenas"
    r"|unos|casi|más de|\d)"
)
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
_OPENINGS = rf"(?:{_ADDS}|{_AGAINST}|{_WHEN}|{_OTHERS}|{_LIKE_THAT}|{_TO_THAT}|{_NEVER_SO}|{_OF_VERBS}|{_OF_PRESENT})"
_LATER = r"[^\d]{1,60} (?:minutos|horas|días|semanas|meses|años|décadas) (?:antes|después|más tarde)\b(?! (?:de|que))"
OPENING = rf"(?i:(?:{_OPENINGS}|{_LATER})(?!\w))"
TIMES = (
    r"(?i:(?:en |durante |para |desde )?est(?:e|a|os|as) (?:año|semana|mes|mañana|tarde|noche|verano|otoño|invierno"
    r"|primavera|temporada|días|fin de semana|siglo|década|últim\w+ \w+|lunes|martes|miércoles|jueves|viernes|sábado"
    r"|domingo|curso|mediodía|madrugada)(?!\w))"
)
MEANWHILE = (
    r"(?:\S+ ){0,4}\S+?,? (?:sin embargo|no obstante|en cambio|por su parte|por lo tanto|por tanto|además|a su vez"
    r"|en tanto|mientras tanto|por el contrario),"
)
_ACTS = (
    "declaración|decisión|anuncio|medidas?|incidente|propuesta|fallo|veredicto|comentarios?|acusación|acusaciones"
    "|noticia|acuerdo|ataque|accidente|iniciativa|petición|advertencia|siniestro|suceso|tragedia|atentado|explosión"
    "|choque|colisión|incendio|derrumbe|naufragio|seísmo|sismo|terremoto|avería|apagón|robo|asalto|secuestro|tiroteo"
    "|asesinato|crimen|votación|sentencia|resolución|absolución|condena|detención|arresto|reapertura|cierre|prohibición"
    "|suspensión|cancelación|fusión|compra|venta|adquisición|dimisión|renuncia|nombramiento|operativo|rescate"
    "|evacuación|desalojo|hallazgo|descubrimiento|huelga|protesta|marcha|negociación|negociaciones|pacto|tregua"
    "|denuncia|demanda|querella|polémica|escándalo"
)
"""Nouns for an act or a statement: such nouns point back in the middle of a sentence too."""
_PERSONS = (
    "portavoz|diplomátic[oa]|sospechos[oa]s?|víctimas?|hombre|mujer|niñ[oa]s?|joven|jóvenes|conductora?|jugadora?"
    "|delantero|actor|actriz|cantante|estrella|autora?|investigador(?:a|es|as)?|juez|jueza|abogad[oa]s?|hij[oa]s?|madre"
    "|padre|padres|hombres|mujeres|menor(?:es)?|adolescentes?|estudiantes?|agentes?|futbolista|porter[oa]|defensa"
    "|centrocampista|entrenadora?|artista|científic[oa]s?|polític[oa]|empresari[oa]|funcionari[oa]s?|herid[oa]s"
    "|fallecid[oa]s?|muertos|detenid[oa]s?|acusad[oa]s?|imputad[oa]s?|procesad[oa]s?|condenad[oa]s?|agresor(?:es|a)?"
    "|atacantes?|asaltantes?|ladrones|ladrón|secuestradores|rehenes|supervivientes|sobrevivientes|afectad[oa]s"
    "|desaparecid[oa]s?|rescatad[oa]s|testigos?|denunciantes?|pasajeros|tripulantes|ocupantes|pilotos?|capitana?|chef"
    "|cociner[oa]|escritora?|novelista|poeta|músic[oa]|director(?:a)?|cineasta|pintora?|ciclista|corredora?|atleta"
    "|tenista|campeona?|ganadora?|médic[oa]s?|biólog[oa]|astrónom[oa]|profesora?|alcalde|alcaldesa|ministr[oa]"
    "|presidenta|presidente|gobernadora?|senadora?|diputad[oa]|fiscal|dirigente|mandatari[oa]|candidat[oa]"
    "|magistrad[oa]|técnic[oa]s?|ingenier[oa]|fundadora?|dueñ[oa]s?|propietari[oa]s?|vecin[oa]s|trabajadores"
    "|emplead[oa]s|huelguistas|manifestantes|organizadores|bomberos|rescatistas|socorristas|especialista|expert[oa]s?"
    "|hermanos|espos[oa]|marido|viud[oa]|matrimonio|pareja|dúo|trío|exministr[oa]|expresidenta?e?|galardonad[oa]"
    "|homenajead[oa]|novillero|torero|octogenari[oa]|septuagenari[oa]|veintenario"
)
_THINGS = (
    "mensaje|objetivo|esperanza|plan|planes|idea|caso|cuestión|problema|resultados?|cifras?|debate|discusión|situación"
    "|proyecto|carta|vídeo|video|estudio|encuesta|informe|reunión|encuentro|visita|juicio|paso|empresa|compañía|firma"
    "|grupo|organización|equipo|club|selección|país|países|ciudad|pueblo|edificio|casa|barco|avión|coche|vehículo"
    "|animal|animales|perro|familia|artista|buque|nave|helicóptero|tren|autobús|camión|furgoneta|municipio|localidad"
    "|manifestación|lista|foto|fotografía|imagen|imágenes|reclamación|ley|norma|razón|respuesta|motivo|causa|aerolínea"
    "|editorial|cadena|fábrica|planta|fundación|asociación|institución|banda|conjunto|formación|local|restaurante|hotel"
    "|museo|templo|carretera|vía|frontera|isla|islas|sonda|cohete|satélite|misión|obra|obras|novela|libro|disco|álbum"
    "|canción|película|cinta|serie|concierto|gira|exposición|muestra|partido|torneo|encuentro|etapa|carrera|medicamento"
    "|vacuna|fármaco|enfermedad|brote|virus|hallazgo|texto|documento|escrito|contrato|oferta|convocatoria|inversión"
    "|multa|sanción|indemnización|cantidad|importe|suma|premio|galardón|jurado|operación|procedimiento|proceso|causa"
    "|investigación|hembra|macho|ejemplar|ejemplares|cría|crías|camada|especie|cosecha|sequía|tormenta|huracán|temporal"
    "|inundación|inundaciones|fuego|llamas|erupción|volcán|mina|tanque|artefacto|bomba|arma|droga|alijo|botín"
)
_SAYS_WHICH = (
    r"(?<!, )(?:del?|al?|sobre|para|entre|en|por|contra|con|sin|desde|hacia|tras|ante|bajo|según|como)|que|donde"
    r"|cuy[oa]s?|quien|llamad[oa]|(?-i:[A-ZÁÉÍÓÚÑ«“]\w*)|\w*(?:an[oa]|en[oa]|in[oa]|ay[oa]|eñ[oa]|eg[oa]|és|checo|checa"
    r"|suec[oa]|grieg[oa]|turc[oa]|rus[oa]|polac[oa]|belga|suiz[oa]|es[ae]|ol|ola|al|ic[oa]|ense|ari[oa]|í|dor"
    r"|dora)s?(?=,? (?-i:[A-ZÁÉÍÓÚÑ])| del?\b| que\b)"
)
"""Words behind a noun that say which one is meant, or who it is."""
_WHICH = rf"(?! (?:{_SAYS_WHICH})(?!\w))"
DEFINITE = (
    r"(?i:(?:[^,;“\"«]{1,60}, )?(?:el|la|los|las) (?:(?:nuev[oa]|propi[oa]|citad[oa]|mencionad[oa]|polémic[oa]"
    r"|presunt[oa]|joven|futur[oa])s? )?"
    rf"(?P<noun>{_ACTS}|{_PERSONS}|{_THINGS})(?!\w)(?!,? (?:{_SAYS_WHICH})(?!\w)))"
)
INSIDE = (
    r"\b(?:(?:est[ea]|est[oa]s|es[ea]|es[oa]s|dich[oa]s?) (?!semana|mañana|tarde|noche|verano|otoño|invierno|primavera"
    r"|temporada|madrugada|siglo|década|curso|año|mes|días|lunes|martes|miércoles|jueves|viernes|sábado|domingo|momento"
    r"|últim\w+ (?:semana|mes|año|día|hora|temporada)|mism|sentido|vez)([a-zà-ÿ]{4,})\b"
    rf"|(?:para|con|por|sobre|tras|antes de|después de|durante|desde|que|de|ante|contra|lamentó|celebró|criticó|comentó"
    rf"|calificó|rechazó|aplaudió|lamentó ayer) (?:la|el|los|las) ({_ACTS})(?!\w){_WHICH}|(?:del"
    rf"|al) ({_ACTS})(?!\w){_WHICH}|(?:para|con|por|contra|a|de) (?:la|los|las) (víctimas?|detenid[oa]s|herid[oa]s"
    rf"|acusad[oa]s|imputad[oa]s|fallecid[oa]s|sospechosos|rehenes|investigadora|escritora|ministra|alcaldesa|cantante"
    rf"|actriz|artista|autora|bióloga|deportista|compañía|empresa|aerolínea|firma)(?!\w)(?! (?:(?:del?|que|en)\b"
    rf"|{_NAME}))|(?:del|al|con el|por el|para el|contra el) (chef|detenido|acusado|sospechoso|fallecido|cantante|actor"
    rf"|escritor|artista|autor|ciclista|corredor|futbolista|agresor|conductor|piloto|investigador|exministro"
    rf"|fugitivo)(?!\w)(?! (?:(?:del?|que)\b|{_NAME})))|[”\"»],? (?:[\w]+ ){{1,2}}(?:el"
    rf"|la) (?:propi[oa] )?({_PERSONS})(?!\w){_WHICH}"
)
"""A noun within a sentence that another one has told, and at its end a speaker without a name."""
_VERB = (
    r"(?:es|son|fue|fueron|era|eran|está|están|estaba|ha|han|había|habrá|hay|hubo|tiene|tienen|puede|pueden|debe|deben"
    r"|va|van|hace|hacen|dice|dicen|será|serán|sería|quiere|quieren|cree|creen|vive|viven|llega|llegan|sigue|siguen"
    r"|\w{2,}(?:ó|aron|ieron|aban?|ían?|ará|erá|irá|arán|erán|irán|aría|ería|iría))\b"
)
ANSWER = (
    r"(?:Sí|No|Ni|Nada|Nadie|Ninguno|Ninguna|Nunca|Jamás|Casi|Apenas|Unos|Unas|Probablemente|Posiblemente|Quizás?"
    r"|Tal vez|Seguramente|Depende|Porque|Todavía|Aún|Por ahora|De momento|Por el momento|En principio|A más tardar"
    r"|Desde luego|Por supuesto|Claro|Al menos|Como mínimo|Como máximo|Más de|Menos de|Cerca de|Alrededor de|Solo|Sólo"
    r"|Todo|Todos|Todas|Muchos|Muchas|Muy|Mucho|Poco|Pocos|Difícilmente|Parece|Parcialmente|En parte|Efectivamente"
    r"|Exacto|Básicamente|Sobre todo|Principalmente|Simplemente|Entre|Hasta|Para|Con|A|Eso|La respuesta"
    r"|Según [^,;.]{2,60}, (?:sí|no)|Dos|Tres|Cuatro|Cinco|Seis|Siete|Ocho|Nueve|Diez)\b"
    rf"|(?![“\"«])(?:(?!{_VERB})[\w%€.-]+ ){{0,9}}(?!{_VERB})[\w%€-]+(?:[;:]|, (?:según|dicen?|opinan?|explican?"
    rf"|responden?|contestan?|asegur\w+|calcul\w+|estim\w+|sostien\w+|afirm\w+|apunt\w+|señal\w+)\b|[.!]$)"
)
"""The first words of an answer; or words without a verb."""
ALSO = r"también(?! conocid)|asimismo|además(?! de)|a su vez|igualmente|tampoco|en cambio|por su parte"
_SAYING = (
    r"dijo|dijeron|dice|dicen|explic(?:a|ó)|cuenta|contó|asegur(?:a|ó)|afirm(?:a|ó)|añad(?:e|ió)|agregó|señal(?:a|ó)"
    r"|recuerda|recordó|lament(?:a|ó)|insist(?:e|ió)|recono(?:ce|ció)|admit(?:e|ió)|sost(?:iene|uvo)|resum(?:e|ió)"
    r"|brome(?:a|ó)|adv(?:ierte|irtió)|confes(?:ó|aron)|confiesa|remat(?:a|ó)|zanj(?:a|ó)|relat(?:a|ó)|sentenci(?:a|ó)"
    r"|opin(?:a|ó)|apunt(?:a|ó)|indic(?:a|ó)|comentó|subray(?:a|ó)|precisó|aclaró|matizó|reveló|anunció"
)
_SAID = rf"\w+(?:ó|aron|ieron|aba|aban)|{_SAYING}"
_SCENE = (
    r"(?: (?:y|entre|al|a|del|de|en|ante|con|tras|por|durante|desde|sobre|para|sin|hasta|como|visiblemente|después|poco"
    r"|ayer|hoy|horas|luego|el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo))\b(?: (?:el|la|los|las|un|una"
    r"|unos|unas|su|sus|este|esta|ese|esa))?(?: [a-záéíóúñ]+| (?-i:[A-ZÁÉÍÓÚÑ]\w+)){0,3}){0,5}"
)
NAMELESS_SPEAKER = (
    rf"[\"”»],? (?:(?:se|le|les|lo|nos) )?(?:(?:ha|han|había) \w+(?:ado|ido|cho|to)|{_SAID})(?: (?:también|además|él"
    rf"|ella|ellos|ellas|emocionad[oa]|sonriente))?{_SCENE}\W*$"
)
"""The words behind a quotation that name nobody: `«…», confesó entre risas.`"""
ENDS_WITH_SPEAKER = rf"[^“\"«].*, (?:{_SAYING})(?: (?:él|ella|ellos|ellas|también|además))?{_SCENE}\.$"
COMPLETE = (
    r"(?:Después|Antes|Además|Luego) de (?:que )?(?!eso|ello|esto|él|ella)[a-záéíóúñA-Z]\w*"
    r"|Tanto (?-i:[A-Z])\w+ [^,.]{0,40}como |Tanto (?:el|la|los|las) [^,.]{1,60} como |(?:Ni) [^,.]{1,60} ni "
    r"|O [^,.]{1,40} o "
)
CONNECTIVE = r"(?:Pero|Y) (?!si|cuando|también|además|no )|(?:Sin embargo|No obstante|Además|Por otra parte|Asimismo), "
POINTS_BACK = r"\b(?:eso|esto|ello)\b"
MYSELF = r"\b[Yy]o\b|\b[Mm]is? \w"
