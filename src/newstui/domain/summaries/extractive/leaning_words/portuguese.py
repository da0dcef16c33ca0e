"""Phrases that lean on an earlier sentence in Portuguese (Portugal, Brazil). One rule: a phrase here needs a mention.

`leaning_phrases` tells what each kind is for.
"""

from __future__ import annotations

_SAID = (
    r"(?:\w{2,}(?:ou|eu|iu|aram|eram|iram|ava|avam)|disse|disseram|diz|dizem|dizia|diziam|afirma|garante|escreve|conta"
    r"|explica|lamenta|declara|acrescenta|sublinha|frisa|avisa|alerta|admite|confessa|responde|conclui|comenta|ressalta"
    r"|destaca|defende|reclama|desabafa|brinca|lembra|recorda|promete|pede|pergunta|revela|relata|reforça|completa"
    r"|resume|critica|justifica|insiste|refere|considera|apela|suspira|argumenta|avalia|observa|nota|assegura|reitera"
    r"|assume)"
)
"""A verb of saying."""
_NAMED = r"(?:[oa]s?|uma?|[A-ZÀ-Þ]\w+)(?!\w)"
"""The first word of somebody who is named."""
_QUOTATION = (
    rf"[\"“«][^\"”»]{{1,400}}[\"”»],? (?:\w+ )?{_SAID}(?!\w)"
    rf"(?! {_NAMED}| (?:hoje|ontem|ainda|também|então|depois|est[ea] \w+|n[ao] \S+|em \S+) {_NAMED})"
)
"""A quotation whose speaker stands elsewhere."""
_TIME = (
    r"(?:ano|semana|mês|manhã|tarde|noite|madrugada|verão|inverno|outono|primavera|temporada|época|estação|século"
    r"|década|dias|fim|segunda|terça|quarta|quinta|sexta|sábado|domingo|momento|período|hora"
    r"|feriado|carnaval|natal|páscoa|primeir|instante)"
)
"""Times that every reader knows behind "this"; the beginning of a word."""
TIMES = rf"(?i:(?:n|d|at[ée] )?est[ea]s? (?:(?:últim|próxim)\w+ )?{_TIME}\w*)"
_THAT = r"(?:ess[ea]s?|aquel[ea]s?|iss?o|isto|aquilo|el[ea]s?)"
_ADDS = (
    r"por isso|por tal|por (?:outr[oa] (?:lado|parte)|exemplo|sua (?:vez|parte)|seu (?:lado|turno)|conseguinte|fim,"
    r"|último,|consequência)"
    r"|(?:em|como) (?:consequência|resultado)(?: d(?:isso|isto))?,|em (?:contrapartida|troca|compensação|alternativa"
    r"|seguida|resposta|contraste|suma|resumo|paralelo),"
    r"|(?:no entanto|entretanto|todavia|contudo|enquanto isso|ainda assim|mesmo assim|ainda por cima|aliás|afinal"
    r"|de (?:fa[c]?to|resto)|na (?:verdade|prática|realidade)|em outras palavras|por outras palavras|ou seja|isto é"
    r"|pelo contrário|ao contrário,|em vez d\w+|além d(?:isso|isto|el[ea]s?)|apesar d(?:isso|isto)"
    r"|ao mesmo tempo(?! que)"
    r"|consequentemente|igualmente|nomeadamente|sobretudo,|só que|até porque|tanto (?:que|assim)|tudo isso|tudo isto"
    r"|d[ae] mesm[ao] (?:forma|maneira|modo)|do mesmo modo|d(?:essa|esta|esse|este) (?:forma|maneira|modo)"
    r"|nem por isso|prova disso|exemplo disso|resultado:|resta (?:saber|agora|ainda)|a (?:seu|sua) ver"
    r"|[oa]s? (?:seus?|suas?)\b|segue-se|conclusão:|motivo:|detalhe:|já [oa]s? (?!partir)\w+"
    r"|quanto (?:a|à|ao|aos|às)\b|tal (?!como|qual)\w+|tais \w+|a (?:propósito|título de exemplo),|para tal|para tanto)"
)
_WHEN = (
    r"(?:até|desde|por) então|até lá|(?:a partir )?daí\b|na altura|na ocasião|à época|à altura"
    r"|(?:logo|pouco|muito|imediatamente) (?:depois|antes|a seguir)(?! d[eoa])|logo em seguida|a seguir,"
    r"|mais (?:tarde|adiante)\b(?! d)|antes(?:,| disso)|depois(?:,| disso| \w+ou| \w+iu)"
    r"|(?:n?[oa] )(?:dia|semana|mês|ano|noite|manhã|tarde|madrugada) (?:seguinte|anterior|antes|depois)(?! a)"
    r"|na véspera(?! d)|n[oa] mesm[oa] (?:dia|noite|tarde|manhã|semana|mês|ano|data|hora|altura)(?! em)"
    r"|(?!há )[^\d,.;]{0,40}\b(?:minutos?|horas?|dias?|semanas?|m[êe]s(?:es)?|anos?|décadas?)"
    r" (?:antes|depois|mais tarde)(?! d[eoa]s?\b| que)"
    r"|\d+ (?:minutos|horas|dias|semanas|meses|anos) (?:antes|depois|mais tarde)(?! d[eoa]s?\b| que)"
)
_OTHERS = (
    r"(?:[oa]s )(?:dois|duas|três|quatro|cinco|seis)\b(?! (?:\w+ )?(?:d[eoa]s?|que|a|principais|maiores|primeir[oa]s"
    r"|últim[oa]s|mais)\b)|(?:[oa]s? |n[oa]s? |d[oa]s? |uma? |um )?outr[oa]s?\b(?! \w+ que)"
    r"|(?:dois|duas|três|quatro|cinco) outr[oa]s|mais (?:uma?|dois|duas|três|quatro)\b(?! d)"
    r"|uma? (?:segund[oa]|terceir[oa])\b|d[oa]s (?:dois|duas|três|quatro),|[oa] mais (?:velh[oa]|nov[oa]"
    r"|jovem)\b(?! d[eoa]s?\b)"
    r"|a (?:maioria|maior parte|metade)\b(?! d[eoa]s?\b)|(?:ao todo|no total),|entre [oa]s (?:mort|ferid|detid|pres"
    r"|convidad"
    r"|visad"
    r"|nomead|desaparecid)[oa]s\b(?! d)|entre as vítimas\b(?! d)|quem [^.,;“\"]{1,40} (?:foi|foram|é|são) [oa]s?\b"
    r"|nem (?:em|n[oa]s?) \w+\b(?!.{0,200} nem )|(?:[^.,;“\"«]{1,60}, )[oa] mesm[oa] (?!tempo|\w+ que)\w+"
    r"|[oa]s? (?:segund|terceir|quart|quint)[oa]s?(?![\w-])(?! (?:guerra|vez|semana|trimestre|semestre|mandato|divisão"
    r"|turno|volta|dia|fase|lugar|classificad|maior|mais|\w+ d[eoa]s?\b|d[eoa]s?\b))"
    r"|[oa] (?:primeir[oa]|últim[oa]|únic[oa])(?:,| (?:é|foi|era|tem|teve|tinha|está|fica|custa|chama|diz|\w{3,}ou)\b)"
    r"|(?:n?uma?|cada uma?|alguns|algumas|muit[oa]s|vári[oa]s|pouc[oa]s|nenhuma?|dois|duas|três|quatro|metade|parte"
    r"|a maioria|a maior parte|tod[oa]s|qualquer uma?)(?: d(?:el[ea]s|ess[ea]s|est[ea]s|[oa]s (?:dois|duas|três))"
    r"|,? el[ea]s)\b|cada uma?(?:,| \w+(?:ou|rá|ia|ava)\b)|[oa] mesm[oa]\b(?! \w+ que)|nenhuma? d[oa]s (?:dois|duas)"
    r"|nenhuma? outr[oa]|(?:alguns|algumas|uns|umas|tod[oa]s) \w+(?:am|em|ão)\b|(?:est|ess|aquel)[ea]s? últim"
    r"|(?:segund|terceir|quart)[oa],|em (?:segundo|terceiro|quarto|último) lugar|idem\b"
)
"""One of several, or another one."""
_TO_THAT = (
    rf"(?:n|d|àqu|por |para |com |sem |contra |sobre |entre |até |segundo |após |ante |perante |a |de |em |sob |tudo )"
    rf"{_THAT}\b|(?:para|com|sobre|contra|após|segundo|entre) est[ea]s? (?!{_TIME})|à(?:quel[ea])s?\b"
    rf"|[nd]est[ea]s? (?!{_TIME})\w+|(?:quando|como|se|embora|porque|enquanto|depois que|assim que|já que)"
    r" (?:el[ea]s?|iss?o|isto)\b"
    r"|(?-i:[^.,;“\"«]{1,60}(?<!por)(?<!com) (?:d|n)?(?:isso|isto)\b(?! é,))"
    r"|(?-i:[A-ZÀ-Þ]?[^.,;:“\"«A-ZÀ-Þ]{1,70} (?:ali|lá|daí)\b(?! d))"
    r"|(?-i:[^.;“\"«]{1,80} (?:entretanto|por sua vez|porém|contudo|todavia|em contrapartida)\b)"
    r"|(?-i:[^.;“\"«]{1,120} (?:d(?:ess|aquel)[ea]s|pel[oa]s? mesm[oa]s? \w+)[,.])"
    r"|(?:com|por|para|sem|em|n[oa]s?|pel[oa]s?|graças|ao?|à) [^.,;“\"«]{1,40} del[ea]s?,|ali\b|lá\b|aí\b"
)
_COMPARES = (
    r"(?-i:[^.;:“\"«]{0,60}(?:[Uu]ma?|[Nn]enhuma?) \w+ (?:semelhante|parecid[oa]|idêntic[oa]|similar|equivalente"
    r"|análog[oa])(?!\w| (?:a|à|ao|aos|às|entre|com)\b))"
    r"|(?-i:[^.;:“\"«]{1,80} (?:muito|bem|bastante|ligeiramente) (?:menor|maior|melhor|pior|inferior|superior)(?:es)?\b"
    r"(?!.{0,200}\b(?:que|a[o]?|à)\b))"
    r"|(?:é|são|foi|era|foram) (?:quase |mais d[eo] |cerca d[eo] )?(?:o (?:dobro|triplo)|metade|um terço)\b"
    r"|(?:nunca|jamais)(?: antes)? [^.]{1,80} tão \w+(?!.{0,200}\b(?:que|quanto|como)\b)"
    r"|tamanh[oa]s? \w+|mais a(?:o)? (?:sul|norte|leste|oeste|sudoeste|nordeste|lado)(?! d)"
    r"|(?-i:[^.;:“\"«]{1,80} (?:muito|bem|bastante|ainda) (?:mais|menos) \w+(?=[,.])(?!.{0,200} que\b))"
    r"|(?:situação|caso|história|cenário|opinião|posição|destino|sorte) (?:idêntic|semelhante|parecid|igual|divers"
    r"|contrári|diferente|bem|muito)\w*"
    r"|(?:muito|bem) (?:mais|menos|pior|melhor|maior|menor)\b(?!.{0,200} (?:que|do que)\b)"
)
"""A comparison whose other half is absent."""
_NAMELESS = (
    r"uma? (?:\w+ção|\w+são|\w+mento|decisão|medida|escolha|proposta|ideia|gesto|número|valor|recorde|vitória|derrota"
    r"|subida|queda|resposta|notícia|cenário|hipótese|crítica|postura|atitude|promessa|passo|prática|acusação)"
    r" (?:que|a que|em que|d?[oa] qual)\b"
)
"""A noun that says what the sentence before told."""
_NOT_LEFT_OUT = (
    r"(?!(?:Houve|Morre|Nasc|Falt|Bast|Começ|Termin|Acab|Cheg|Acontec|Ocorr|Surgi|Entr|Sai|Saí|Cai|Caí|Subi|Aument"
    r"|Cresc|Pass|Fic|Rest|Exist|Sobr|Chov|Nev|Par|Ard|Abri|Fech|Decorr|Desaparec|Aparec|Museu|Europeu|Judeu|Liceu"
    r"|Ateu|Coliseu|Jubileu|Pneu|Abreu|Viseu|Eliseu|Moscou|Dirceu|Amadeu|Irineu|Galileu|Romeu|Tadeu|Pompeu|Alceu"
    r"|Bartolomeu|Lava|Oitava|Brava|Eslava|Miriam|Custo|Realiz|Regist|Regul|Foram|Eram|Cust|Rompe|Deu|Valeu|Venc)\w*)"
)
"""Verbs that stand before their subject, and words that look like verbs."""
_SAYING = (
    r"(?:Disse|Diz|Afirm|Explic|Acrescent|Sublinh|Garanti|Cont|Lembr|Record|Alert|Avis|Defend|Consider|Admiti|Escrev"
    r"|Conclui|Pedi|Pergunt|Declar|Anunci|Revel|Relat|Destac|Ressalt|Refer)"
)
_TO_IT = (
    r"(?:de|em|n[oa]s?|n?uma?|d[oa]s?|por|pel[oa]s?|para|com|que|se|ao?s?|à|às|até|ainda|também|como|quando|contra"
    r"|sobre"
    r"|mais|só"
    r"|apenas|desde|entre|sem|sob|não|cerca|\d\S*|uma?|dois|duas|três|há|depois|após|logo|então|assim|já|bem|muito"
    r"|\w+[aei]r(?:-se)?)"
)
_LEFT_OUT = (
    rf"(?-i:{_NOT_LEFT_OUT}(?!{_SAYING})[A-Z]\w+(?:ou|eu|iu|aram|eram|iram|ava|avam)"
    rf"(?: (?:{_TO_IT}|[oa]s?)(?!\w)(?! [A-ZÀ-Þ])(?! qu[ea])|,)"
    rf"|(?:Já|Não|Nunca|Só|Ainda não|Jamais|Hoje) (?:se |lhe |o |a )?(?!(?i:{_NOT_LEFT_OUT[3:]})"
    rf"(?:\w{{2,}}(?:ou|eu|iu|aram|eram|iram|ava|avam)|tinham?|quis|quer|sabe|teve|vive|trabalha|fala|gosta|joga)"
    rf" (?:{_TO_IT}|[oa]s?)(?!\w)(?! [A-ZÀ-Þ])"
    rf"|{_SAYING}\w*(?: também| ainda)? que\b"
    r"|(?:Exige|Pede|Defende|Pretende|Promete|Rejeita|Garante|Considera|Alega|Nega|Admite|Reconhece|Sublinha|Acrescenta"
    r"|Vive|Mora|Trabalha|Joga|Lidera|Dirige|Recusa|Teme|Acusa|Critica|Lamenta|Diz|Afirma|Quere?|Pensa|Acha)m?"
    r"(?:,| (?:que|mais|uma?|também|ainda|de|em|n[oa]s?|numa?|por|para|com|há|agora)\b(?!.{1,80} quer [on]))"
    r"|(?:Queria|Tinha|Vivia|Sabia|Dizia|Pretendia|Podia|Devia|Sofria|Fazia|Trabalhava)m?"
    r" (?!(?:[oa]s?|[A-ZÀ-Þ]\w*|anos|dias|meses|frio|calor|sol) )\w+"
    r"|(?:Estava|Está|Estão|Estavam) (?:detid|internad|pres[oa]|acusad|casad|desaparecid|hospitalizad|em (?:casa|coma"
    r"|estado|prisão)|há)\w*"
    r"|Fo(?:i|ram) (?:acusad|condenad|detid|pres|levad|transportad|internad|eleit|nomead|operad|atingid|encontrad"
    r"|convidad|criad|fundad|construíd|inaugurad|vendid|comprad|lançad|publicad|descobert|escolhid|substituíd|demitid"
    r"|despedid|libertad|solt|ouvid|submetid|assassinad|premiad|distinguid|recebid|resgatad|salv|retirad|socorrid)"
    r"[oa]s?,? (?:a|à|ao|às|por|pel[oa]s?|de|d[oa]s?|em|n[oa]s?|para|com|há|quando|como|depois|após|ainda|hoje|ontem)\b"
    r"(?![^,.]{0,60} (?:os|as|uma?|[oa]|dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|\d{1,3}|mais de|cerca de"
    r"|pelo menos|vári[oa]s|dezenas|centenas|milhares) [a-z])"
    r"|(?:É|Foi|Era|Será|Seria|São|Foram|Eram) (?:também |ainda |apenas |já |assim |igualmente |então )?"
    r"(?!uma? (?:erro|facto|fato|verdade|pena|vergonha) )(?:uma?s?|uns|um|ministr|diretor|presidente|[oa]s?"
    r" (?:primeir|segund|terceir|quart|quint|sext|sétim|únic|maior|pior|melhor|mesm|que|mais))\w*"
    r"|(?:Mudou|Formou|Recusou|Casou|Tornou|Mostrou|Declarou|Queixou|Referia|Demitiu|Retirou|Encontrou|Juntou|Lembrou"
    r"|Apresentou|Candidatou|Reformou|Aposentou|Licenciou|Doutorou|Separou|Divorciou|Estreou|Sagrou|Considerou|Tratava"
    r"|Trata|Chama|Chamava|Diz|Manteve|Sentiu|Sente)(?:m|ram)?-se\b"
    r"|[A-Z]\w{2,}-(?:lhes?|[oa]s?|l[oa]s?|n[oa]s)\b(?!-))"
)
"""A verb in front whose subject is left out."""
OPENING = (
    rf"(?i:(?:{_ADDS}|{_WHEN}|{_OTHERS}|{_TO_THAT}|{_COMPARES}|{_NAMELESS}|{_LEFT_OUT}|(?:sim|não|talvez|claro),)"
    rf"(?!\w))|{_QUOTATION}"
)
MEANWHILE = (
    r"(?:\S+ ){0,6}?\S+?,? (?:no entanto|porém|contudo|todavia|entretanto|por (?:sua vez|seu lado|seu turno|outro lado"
    r"|isso|exemplo)|em contrapartida|portanto|aliás|afinal|ainda assim|mesmo assim|em troca|ao contrário),"
)
_ACTS = (
    "decisão|medidas?|propostas?|acordo|anúncio|ataque|atentado|acidente|incidente|ocorrência|explosão|incêndio"
    "|votação|sentença|veredic?to|denúncia|declaraç(?:ão|ões)|comunicado|proibição|greve|paralisação|protesto|colisão"
    "|choque|naufrágio|desabamento|deslizamento|tiroteio|homicídio|assassin(?:ato|ínio)|assalto|furto|sequestro|rapto"
    "|demissão|renúncia|nomeação|condenação|absolvição|suspensão|encerramento|evacuação|demolição|operação|anulação"
    "|descoberta|iniciativa|ideia|recurso|polé?ê?mica|escândalo|notícia|compra|fusão|negócio|contrato|tratado|estudo"
    "|relatório|documento|pesquisa|sondagem|inquérito|levantamento|tragédia|desastre|catástrofe|advertência"
    "|promessa|acusaç(?:ão|ões)|críticas?"
)
"""Acts, and what was said."""
_NOUNS = (
    rf"{_ACTS}|reação|reunião|encontro|visita|viagem|julgamento|pena|suspeitas?|ação|chamas|fogo|sismo|terremoto|tremor"
    r"|tempestade|inundaç(?:ão|ões)|queda|rompimento|crime|roubo|fuga|prisão|detenção|saída|escolha|voto|resultados?"
    r"|vitória|derrota|triunfo|empate|jogo|partida|duelo|confronto|medalha|recorde|título|pré?ê?mio|distinção|nota"
    r"|carta"
    r"|mensagem|vídeo|imagens|imagem|foto(?:grafia)?s?|publicação|entrevista|discurso|aviso|alerta|resposta|explicação"
    r"|justificação|justificativa|motivo|razão|causa|objetivo|intenção|programa|campanha|reforma|mudanças?|alteraç(?:ão"
    r"|ões)|cortes?|aumento|subida|descida|redução|restriç(?:ão|ões)|fechamento|retirada|ordem|pedido|processo|caso"
    r"|problema|questão|situação|fenó?ô?meno|tendência|achado|investigação|projeto|plano|obras?|texto|lei"
    r"|empresa|companhia|fabricante|montadora|grupo|firma|multinacional|operadora|clube|equipa|equipe|time|associação"
    r"|organização|sindicato|instituição|plataforma|(?:homem|rapaz|menino|mulher|menina|moça|garoto|garota)|crianças?"
    r"|jovem|jovens|idos[oa]|casal|dupla|trio|família|pai|mãe|filh[oa]s?|marido|viúv[oa]|motorista|condutora?|piloto"
    r"|tripulação|passageir[oa]s?|agentes?|militar(?:es)?|soldados?|paciente|doente|estudantes?|alun[oa]s?|professora?"
    r"|juiz|juíza|advogad[oa]|empresári[oa]|polític[oa]|deputad[oa]|senadora?|autarca|prefeit[oa]|candidat[oa]"
    r"|diplomata"
    r"|porta-voz|governante|ministr[oa]|treinadora?|técnico|jogadora?|atacante|avançado|médio|zagueiro|guarda-redes"
    r"|goleiro|nadadora?|tenista|ciclista|atleta|agressora?|autora?|ator|atriz|cantora?|escritora?|músico|artista"
    r"|realizadora?|cineasta|cientistas?|investigador(?:a|es|as)?|pesquisador(?:a|es|as)?|suspeit[oa]s?|vítimas?|réus?"
    r"|arguid[oa]s?|acusad[oa]s?|assaltantes?|ladr(?:ão|ões)|sobreviventes?|ferid[oa]s|mort[oa]s|desaparecid[oa]s"
    r"|moradores|vizinhos|manifestantes|grevistas|cidade|aldeia|vila|bairro|município|país|países|ilha|edifício"
    r"|pré?é?dio"
    r"|casa|ponte|barragem|navios?|barcos?|petroleiro|avião|aeronave|helicóptero|comboio|trem|autocarro|ônibus|carro"
    r"|automóvel|veículos?|animal|animais|cão|cachorro|livro|romance|filme|disco|álbum|quadro|desenho|pintura|peça"
    r"|exposição|festival|evento|cerimó?ô?nia|torneio|corpo|arma|bomba|vacina|medicamento|tratamento|valor|montante"
    r"|verba"
    r"|diferença|(?:ex-)[a-z]+|preju[íi]zos?|danos|autarquia|hotel|fábrica|unidade|mina|refinaria|museu|restaurante"
    r"|loja"
    r"|estádio|armazém|franc(?:ês|esa)|alemão|alemã|espanhola?|italian[oa]|argentin[oa]|britânic[oa]|norte-american[oa]"
    r"|russ[oa]|suec[oa]|norueguês|norueguesa|dinamarquês|holandês|holandesa|belga|suíç[oa]|austríac[oa]|polac[oa]"
    r"|sérvi[oa]|croata|eslovena?o?|quenian[oa]|japonês|japonesa|uruguai[oa]|chilen[oa]|colombian[oa]|mexican[oa]"
    r"|angolan[oa]|moçambican[oa]|carioca|paulista|gaúch[oa]|baian[oa]|lisboeta|bracarense|portuense"
)
_SPECIFIED = (
    r"(?!\w)(?! (?:\w{2,}[ai]d[oa]s? (?:por|pel[oa]s?|de|d[oa]s?|em|n[oa]s?|para|com|a|ao|entre)|de(?! \d+ anos)"
    r"|d[oa]s?|às?|ao?s?|sobre|para|entre|em|n[oa]s?|por|pel[oa]s?|contra|com|que|onde"
    r"|cuj\w+"
    r"|[A-ZÀ-Þ]\w+|\w+(?:ês|esa|eses|esas|ense|enses|al|ais|iana|iano|ar|ares)|american[oa]s?|brasileir[oa]s?"
    r"|públic[oa]s?|\w+[oa]s? [A-ZÀ-Þ]\w+"
    r"|rus[s][oa]s?)(?!\w))"
)
_NOUN = rf"(?P<noun>{_NOUNS}){_SPECIFIED}"
DEFINITE = (
    r"(?:[^,;“\"«]{1,60}, )?(?:(?:(?:Segundo|Para|De acordo com|Conforme|Com|Sobre|Após|Durante) )?[OAoa]s?"
    r"|(?:N|D|Pel)[oa]s?|À|Às|Aos?) (?!caso\b|ex- )(?:jovem |antig[oa] |pequen[oa] )?"
    rf"{_NOUN}"
)
INSIDE = (
    rf"\b(?:[nd]?(?:ess[ea]s?|aquel[ea]s?) (?!{_TIME})(\w{{4,}})|àquel[ea]s? (\w{{4,}})|(?:tais|tamanh[oa]) (\w{{4,}})"
    r"|(?:(?:após|sobre|contra|com|perante|durante|(?:lament|critic|coment|conden|rejeit|classific|consider|confirm|saud"
    r"|elogi|contest|justific|explic|acompanh)(?:ou|aram)|receb(?:eu|eram|e|em)|desmentiu|negou|critica|lamenta|investiga)"
    rf" |[nd]|pel)[oa]s? ({_ACTS}){_SPECIFIED}|(?:à|ao|às|aos) (?!medida que)({_ACTS}){_SPECIFIED}"
    rf"|sobre [oa] (caso|assunto|tema|projeto|processo|episódio){_SPECIFIED})"
    rf"|^[^\"“«]{{0,300}}?\b[nd]?est[ea]s? (?!{_TIME}|é |á |tá )(\w{{4,}})"
    r"|[\"”»],? (?:\w+ ){1,2}[oa]s? (?![^,.;]{0,60}[A-ZÀ-Þ])"
    rf"{_NOUN}"
)
MENTION = r"(?<!\w)@(?!\w)"
ALSO = r"também|ainda(?! (?:não|est|que|há|mais))|igualmente|entretanto|por sua vez|aliás|porém|por isso"
PRONOUN = r"(?:Em|No|Na|Nos|Nas|Depois|Antes|Desde|Para)\b[^.;“\"]{0,40}? (?:isso|isto|ele|ela|eles|elas)\b"
_VERB = (
    r"(?:é|são|foi|foram|era|eram|está|estão|há|tem|têm|vai|vão|pode|podem|deve|devem|quer|querem|diz|dizem|fica|ficam"
    r"|será|serão|\w{2,}(?:ou|eu|iu|aram|eram|iram|ava|avam|rá|rão|ria|riam|ram))\b"
)
ANSWER = (
    r"(?:Sim|Não|Nada|Nem|Talvez|Só|Apenas|Em parte|Porque|Porquê|Claro|Depende|Pouco|Muito|Ninguém|Nenhum|Nunca|Acima"
    r"|Sobretudo|Principalmente|Quase|Mais|Menos|Cerca|Dificilmente|Provavelmente|Por enquanto|Para já|Pelo menos|É)\b"
    rf"|[^,“\"«]{{1,80}}, (?:\w+ )?(?:{_SAID}|calcula|estima|prevê|acredita|acha|julga|segundo|de acordo com"
    rf"|conforme)\b"
    rf"|(?:(?!\b{_VERB})[^.;“\"]){{1,120}}(?:, (?:que|onde|quando|cuj[oa]s?|qual) [^,]{{1,200}})?[.!]$"
)
"""The beginning of an answer right behind its question, or the whole of one without a verb."""
