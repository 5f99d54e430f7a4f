import type { LanguagePack } from './language-pack.ts';

export const portuguese: LanguagePack = {
  code: 'pt',
  stemmer: 'portuguese',
  opinions: [
    [
      1,
      `excelent*, perfeit*, ótim*, otim*, fantástic*, fantastic*, maravilh*, incríve*, incrive*, melhor, melhores, amei, adorei, amo, adoro, excepciona*, impecáve*, impecave*, nota 10, nota dez, parabéns, parabens, show, top, espetacul*, sensaciona*, super recomendo, muito bom, muito boa, muito bem, recomendadíssim*, lind*, superou`,
    ],
    [
      0.7,
      `bom, boa, bons, boas, satisfeit*, satisfatóri*, feliz, simpátic*, educad*, atencios*, prestativ*, profissiona*, competente*, bonit*, recomendo, recomend*, rápid*, rapid*, eficiente*, eficaz, fácil, facil, barat*, confiáve*, confiave*, gostei, gostamos, gosto, gostoso*, agradáve*, agradave*, confortáve*, confortave*, fresc*, qualidade excelente, boa qualidade, positiv*, agilidade, ágil, agil, cordial, cordiais, obrigad*, pontua*, antes do prazo, antes da data, antes do previsto, bem embalad*, de acordo, honest*, séri*, cumpri*, caprichad*, prático`,
    ],
    [
      0.4,
      `ok, certo, certinho, correto, correta, funciona, funcionou, funcionando, normal, conforme, no prazo, dentro do prazo, razoáve*, razoave*, limp*, grátis, gratis, em ordem, tranquil*, chegou bem, chegou antes, bem, adequad*, resolvid*, resolveram, intact*`,
    ],
    [
      -0.4,
      `infelizmente, falta, faltou, faltando, faltaram, caro, cara, caros, lent*, demor*, complicad*, confus*, atras*, atraso, atrasad*, fora do prazo, esperando, aguardando, aguardo, ainda não, espera, fila, preço alto, frete caro, pequeno demais, pior, problema*, difícil, dificil, vazi*, limitad*, fri*, esgotad*, parcial, fraco, fraca, frágil, fragil, porém, deixou a desejar, só recebi, recebi apenas, apenas um, poderia ser melhor, diferente`,
    ],
    [
      -0.7,
      `ruim, ruins, mau, má, mal, insatisfeit*, decepcion*, decepç*, grosseir*, mal educad*, antiprofissiona*, incompetente*, quebrad*, quebrou, defeito*, defeituos*, danificad*, errad*, erro, suj*, reclam*, irritad*, chatead*, descas*, desrespeit*, não funciona, não funcionou, não recebi, não chegou, não foi entregue, não veio, não gostei, não recomendo, não veio, nunca mais, falso, falsificad*, devolver, devolução, devolvi, cancelar, cancelei, cancelad*, perdid*, sem resposta, enganos*, enganad*, engan*, inútil, péssima qualidade, baixa qualidade, amassad*, rasgad*, arranhad*, vencid*, descaso, nao recebi, nao chegou, nao recomendo, nao gostei, nao veio, nao funciona, trocad*`,
    ],
    [
      -1,
      `péssim*, pessim*, horríve*, horrive*, terríve*, terrive*, pior, piores, lixo, absurd*, vergonh*, fraud*, golpe*, roub*, odiei, odeio, inaceitáve*, inadmissíve*, nojent*, porcaria*, ridícul*, ridicul*, palhaçada, propaganda enganosa, desonest*, estelionat*`,
    ],
  ],
  negators: 'não, nao, nunca, jamais, sem, nem, nenhum, nenhuma, nada, ninguém, tampouco, ñ, n',
  notOnly: 'não só, nao so, nao só, não apenas, nao apenas, não somente',
  intensifiers:
    'muito, muita, super, bem, extremamente, demais, totalmente, completamente, sempre, bastante, realmente, tão, mega, altamente',
  diminishers: 'pouco, um pouco, meio, razoavelmente, às vezes, talvez, quase, relativamente, parcialmente',
  failures:
    'não pude, não consegui, não consigo, não funciona, não funcionou, não respondem, não responde, nunca chegou, não chegou, não foi possível, nao consegui, nao funciona, nao chegou',
  waits: 'fila, filas, espera, tempo de espera, prazo de entrega',
  lengthy: 'longo, longa, longos, longas, enorme, enormes, interminável, intermináveis',
  brief: 'curto, curta, curtos, curtas',
  contrast:
    'mas, porém, porem, contudo, entretanto, embora, apesar, só que, todavia, no entanto, exceto, enquanto, infelizmente',
  joining: 'e, ou, então, porque, pois',
  questions:
    'por que, porque não, como, quando, onde, qual, quais, quem, cadê, cade, vocês podem, podem, tem como, será que, o que',
  requests:
    'por favor, favor, gostaria, quero, queria, solicito, peço, podem, poderiam, deveriam, deveria, precisam, preciso, sugestão, sugiro, espero que, mais opções, aguardo solução',
  wantsAnswer:
    'me responda*, quero uma resposta, aguardo resposta, aguardo retorno, aguardo um retorno, entrem em contato, entre em contato, me liguem, me ligue, aguardo contato, sem retorno, quando vou receber, quando chega, quero meu dinheiro, aguardo uma resposta, o que devo fazer, como faço',
  threatToLeave:
    'nunca mais, não compro mais, nao compro mais, não compro nunca, não volto, nao volto, última vez, ultima vez, perderam um cliente, perderam uma cliente, perdeu um cliente, cancelar minha assinatura, cancelar meu plano, vou mudar para, concorrente*, concorrência, jamais comprarei, não comprarei, nao comprarei, não pretendo comprar',
  legalRisk:
    'procon, processar, processo judicial, justiça, advogad*, ação judicial, juizado*, ilegal*, crime, boletim de ocorrência, polícia, delegacia, reclame aqui, código de defesa, direitos do consumidor, danos morais, indenização, fraude*, estelionat*, lgpd, discrimina*',
  safetyRisk:
    'perigos*, perigo, incêndio, pegou fogo, explodiu, fumaça, choque elétrico, choque, queimou, queimad*, machuc*, ferimento*, acidente*, alergi*, intoxica*, vencido, vencida, mofo, mofad*, rato, ratos, barata, baratas, vidro quebrado, cacos, ameaç*, vazando, vazamento',
  emotions: {
    joy: 'feliz, felizes, alegr*, amei, adorei, amo, adoro, maravilh*, content*, divertid*, satisfeit*, ótim*, otim*, lind*',
    trust: 'confio, confian*, confiáve*, confiave*, honest*, séri*, segur*, recomendo, recomend*, fiel',
    surprise: 'surpres*, surpreend*, inesperad*, chocad*, de repente, nossa, uau, superou',
    sadness: 'triste*, decepcion*, decepç*, infelizmente, chatead*, pena, lament*',
    anger:
      'raiva, irritad*, revoltad*, absurd*, descaso, desrespeit*, indignad*, vergonh*, odeio, odiei, palhaçada, furios*, ridícul*',
    fear: 'medo, preocupad*, insegur*, receio, perigos*, nervos*, ameaç*',
    disgust: 'nojo, nojent*, suj*, fedor, fedendo, fede, mofad*, mofo, imund*',
  },
  stopWords: `o a os as um uma e de do da dos das em no na nos nas que é foi para por com não se eu meu minha mais mas muito já ao à como ou ele ela eles elas você vocês me te lhe seu sua isso este esta esse essa isto tem ter tinha são ser está estava só até pelo pela quando sem também nem pois porque bem produto loja`,
  abbreviations: 'ex, p.ex, etc, sr, sra, dr, nº, n, tel, obs, pag, av',
};
