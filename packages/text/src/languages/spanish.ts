import type { LanguagePack } from './language-pack.ts';

export const spanish: LanguagePack = {
  code: 'es',
  stemmer: 'spanish',
  opinions: [
    [
      1,
      `excelente*, perfect*, fantástic*, fantastic*, maravillos*, increíble*, increible*, mejor, mejores, encanta, encantó, encantaron, encantan, me encanta, amo, excepciona*, impecable*, espectacular*, sensaciona*, estupend*, magnífic*, magnific*, genial*, fabulos*, extraordinari*, sobresaliente*, brillante*, insuperable*, delicios*, exquisit*, fenomena*, maravilla, inmejorable*, muy bueno, muy buena, muy bien, de maravilla, alucinante*`,
    ],
    [
      0.7,
      `bueno, buena, buenos, buenas, buen, bien, satisfech*, content*, feliz, amable*, simpátic*, educad*, atent*, servicial*, profesional*, competente*, bonit*, hermos*, precios*, recomiendo, recomienda*, recomendable*, recomendar, rápid*, rapid*, eficiente*, eficaz, fácil*, facil*, barat*, fiable*, confiable*, gusta, gustó, gustan, gustaron, gustado, rico, rica, sabros*, agradable*, cómod*, comod*, fresc*, positiv*, acogedor*, encantador*, genero*, impresionante*, impresion*, interesante*, divertid*, útil*, util, disfrut*, agradec*, gracias, tranquil*, ameno, vale la pena, claro, clara, calidad precio, buena calidad, lujos*, elegante*, amplio, amplia, ayud*, potente, ligero, ligera, nítid*`,
    ],
    [
      0.4,
      `ok, correct*, funciona, funcionan, funcionó, normal, razonable*, limpi*, gratis, gratuito, adecuad*, resuelto, resolvieron, decente*, suficiente*, práctic*, sencill*, asequible*, céntric*, cerca, silencios*, durader*, complet*`,
    ],
    [
      -0.4,
      `lamentablemente, desafortunadamente, por desgracia, falta, faltaba, faltan, carece*, car, caro, cara, caros, caras, lent*, tard*, complicad*, confus*, retras*, espera, esperar, esperando, cola, colas, pequeñ*, difícil*, dificil*, problema*, aburrid*, vací*, limitad*, frí*, ruidos*, ruido, mediocre*, regular, pesad*, podría ser mejor, antigu*, viej*, demasiado, demasiada, soso, sosa, sosos, insípid*, flojo, floja, incómod*, incomod*, desordenad*, molest*, excesiv*, escas*, poco, desgastad*, aceptable*, desactualizad*, repetitiv*, sobrevalorad*`,
    ],
    [
      -0.7,
      `malo, mala, malos, malas, mal, insatisfech*, decepcion*, decepció*, grosero*, maleducad*, incompetente*, rot, roto, rota, rompió, rompe, defecto*, defectuos*, dañad*, equivocad*, erróne*, error, errores, suci*, queja, quejas, quejar*, enfadad*, enoj*, irritant*, frustr*, no funciona, no funcionó, no recomiendo, no gusta, no gustó, evit*, inútil*, inutil*, estafad*, perdid*, perder, pérdida, devolver, devolv*, cancelad*, averiad*, desagradable*, fall, falla, fallas, fallo, fallos, falló, antipátic*, quemad*, crudo, rancio, olía, huele, apesta*, arrepiento, peor`,
    ],
    [
      -1,
      `pésim*, pesim*, horrible*, terrible*, espantos*, asqueros*, asco, peor, peores, basura, vergüenza, vergonz*, fraude*, estafa*, timo, robo, odio, odié, inaceptable*, inadmisible*, nefast*, ridícul*, desastre*, desastros*, lamentable*, fatal, repugnant*, penos*, mierda, atroz, indignante*, pesadilla`,
    ],
  ],
  negators: 'no, nunca, jamás, sin, ni, ningún, ninguna, ninguno, nada, nadie, tampoco, apenas',
  notOnly: 'no solo, no sólo, no solamente, no únicamente',
  intensifiers:
    'muy, mucho, mucha, súper, super, extremadamente, demasiado, totalmente, completamente, siempre, bastante, realmente, tan, absolutamente, increíblemente, verdaderamente, sumamente',
  diminishers: 'poco, un poco, algo, a veces, quizás, casi, relativamente, parcialmente, medio, más o menos',
  failures:
    'no pude, no pudimos, no puedo, no funciona, no funcionaba, no contesta, no contestan, no responden, nunca llegó, no llegó, no fue posible',
  waits: 'cola, colas, espera, esperas, tiempo de espera, plazo de entrega',
  lengthy: 'largo, larga, largos, largas, eterna, eterno, interminable*',
  brief: 'corto, corta, cortos, cortas',
  contrast:
    'pero, sin embargo, aunque, no obstante, mientras que, a pesar de, excepto, salvo, aun así, sino, por otro lado',
  joining: 'y, e, o, porque, pues',
  questions: 'por qué, cómo, cuándo, dónde, qué, cuál, cuáles, quién, pueden, hay, es posible',
  requests:
    'por favor, quisiera, me gustaría, quiero, solicito, pido, podrían, deberían, debería, necesito, sugiero, sugerencia, ojalá',
  wantsAnswer:
    'respóndanme, quiero una respuesta, espero respuesta, espero una respuesta, contáctenme, contacten conmigo, llámenme, llámeme, cuándo recibiré, pónganse en contacto',
  threatToLeave:
    'nunca más, no vuelvo, no volveré, no volveremos, no compraré más, no compro más, última vez, han perdido un cliente, perdieron un cliente, me cambio a, cambiar de compañía, darme de baja, competencia, jamás volveré',
  legalRisk:
    'denuncia*, demanda, demandar, abogad*, juzgado*, tribunal*, ilegal*, consumo, policía, fraude*, discrimin*, protección de datos, rgpd, indemniza*, hoja de reclamaciones, acoso',
  safetyRisk:
    'peligro*, incendio*, humo, quemadura*, resbal*, herid*, lesión, lesiones, alergi*, intoxica*, caducad*, moho, rata, ratas, cucaracha*, ambulancia*, accidente*, amenaz*, fuga de gas, descarga eléctrica, vidrio, cristales',
  emotions: {
    joy: 'feliz, alegr*, encanta, encantó, disfrut*, content*, divertid*, maravillos*, genial*',
    trust: 'confío, confian*, fiable*, confiable*, honest*, seguro, segura, recomiendo, recomend*',
    surprise: 'sorpres*, sorprend*, inesperad*, de repente, asombr*',
    sadness: 'trist*, decepcion*, decepció*, lamentablemente, pena, lástima',
    anger:
      'rabia, enfad*, enoj*, indignan*, indignad*, furios*, odio, vergüenza, ridícul*, molest*, harto, harta',
    fear: 'miedo, preocup*, insegur*, peligros*, nervios*, amenaz*',
    disgust: 'asco, asqueros*, suci*, apest*, repugn*, moho, mohos*',
  },
  stopWords: `el la los las un una unos unas y e o de del al en que es fue ser son era eran está están estaba por para con no se su sus mi mis me te le les lo nos muy más pero como ya si sí este esta esto estos estas ese esa eso hay ha han he había todo toda todos todas cuando donde porque también desde hasta sobre entre sin yo tú él ella ellos nosotros usted ustedes`,
  abbreviations: 'p.ej, etc, sr, sra, dr, núm, tel, av, ud, uds',
};
