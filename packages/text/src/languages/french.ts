import type { LanguagePack } from './language-pack.ts';

export const french: LanguagePack = {
  code: 'fr',
  stemmer: 'french',
  opinions: [
    [
      1,
      `excellent*, parfait*, fantastique*, merveilleu*, incroyable*, meilleur*, adore, adoré, adorons, j'adore, j'ai adoré, aime, j'aime, exceptionnel*, impeccable*, spectaculaire*, sensationnel*, magnifique*, génial*, genial*, fabuleu*, extraordinaire*, remarquable*, superbe*, super, formidable*, délicieu*, delicieu*, exquis*, phénoménal*, irréprochable*, brillant*, top, sublime*, très bon, très bien, très bonne, au top, bravo, étonnant*, divin*`,
    ],
    [
      0.7,
      `bon, bons, bonne, bonnes, bien, satisfait*, content*, heureu*, ravi, ravie, ravis, aimable*, sympathique*, sympa, sympas, poli, polis, attentif*, attentionn*, serviable*, professionnel*, compétent*, beau, belle, beaux, belles, joli*, recommande*, rapide*, rapidement, efficace*, facile*, facilement, fiable*, aimé, plaît, plait, plu, savoureu*, agréable*, confortable*, frais, fraîche*, fraiche*, positif*, accueillant*, chaleureu*, charmant*, généreu*, impressionn*, intéressant*, amusant*, utile*, apprécié*, apprécie*, profité, merci, reconnaissant*, vaut la peine, vaut le détour, clair, claire, pas cher, bon marché, abordable*, qualité prix, bonne qualité, luxueu*, élégant*, spacieu*, aidé, puissant*, léger, légère, souriant*, mieux, gentil*, réussi*, copieu*, délicat*, enrichissant*, passionnant*, captivant*`,
    ],
    [
      0.4,
      `ok, correct*, fonctionne, fonctionnent, fonctionné, marche bien, normal*, raisonnable*, propre*, gratuit*, adéquat*, résolu, décent*, suffisant*, pratique*, simple*, central*, proche, calme, silencieu*, durable*, complet*, à l'heure, convenable*`,
    ],
    [
      -0.4,
      `malheureusement, manque*, manquait, cher, chère, chers, chères, lent, lente, lents, lentement, tard, retard, retards, compliqué*, confus*, attente, attendre, attendu, file, files, petit, petite, difficile*, problème*, probleme*, ennuyeu*, vide, vides, limité*, froid*, bruyant*, bruit, médiocre*, moyen, moyenne, lourd*, pourrait être mieux, vieux, vieille, vieilli*, trop, fade, fades, inconfortable*, désordonné*, gênant*, excessif*, insuffisant*, peu, usé, usée, dommage, répétitif*, surévalué*, surfait*, étroit*, sombre, exigu*, obsolète*, bof`,
    ],
    [
      -0.7,
      `mauvais*, mal, insatisfait*, déçu*, decu*, décevant*, déception*, impoli*, grossier*, incompétent*, cassé*, casse, défaut*, défectueu*, endommagé*, faux, fausse, erreur*, sale*, plainte*, plaindre, fâché*, énervé*, agaçant*, frustr*, ne fonctionne pas, ne marche pas, ne recommande pas, éviter, évitez, à fuir, fuyez, inutile*, arnaqué*, perdu*, perte de temps, annulé*, panne, pannes, désagréable*, échec*, échoué, bogue*, bug, bugs, plante, brûlé*, cru, rance, odeur*, pue, puait, regrette*, pire, désolant*, impossible, froide, antipathique*, arrogant*, non professionnel*, pas bon, immangeable*`,
    ],
    [
      -1,
      `terrible*, horrible*, affreu*, épouvantable*, dégoûtant*, degoutant*, pire, pires, nul, nulle, nuls, ordure*, honte, honteu*, fraude*, arnaque*, escroc*, escroquerie, vol, déteste*, détesté, inacceptable*, inadmissible*, catastroph*, ridicule*, désastr*, lamentable*, exécrable*, répugnant*, merde, atroce*, scandaleu*, cauchemar*, abominable*, minable*, poubelle`,
    ],
  ],
  negators: "pas, jamais, sans, ni, aucun, aucune, rien, personne, guère, non, n'est pas, plus aucun",
  notOnly: 'pas seulement, pas uniquement, non seulement, pas que',
  intensifiers:
    'très, vraiment, extrêmement, trop, super, totalement, complètement, toujours, tellement, si, absolument, incroyablement, particulièrement, tout à fait, hyper, fort',
  diminishers:
    'un peu, peu, assez, plutôt, parfois, peut-être, presque, relativement, partiellement, quelque peu',
  failures: `n'a pas pu, ne fonctionne pas, ne marche pas, ne répond pas, ne répondent pas, jamais arrivé, jamais reçu, pas possible, impossible de`,
  waits: "queue, file d'attente, files d'attente, attente, temps d'attente, délai*",
  lengthy: 'long, longue, longs, longues, interminable*',
  brief: 'court, courte, courts, courtes',
  contrast:
    'mais, cependant, toutefois, pourtant, bien que, malgré, sauf, alors que, tandis que, en revanche, par contre, néanmoins, même si, hormis',
  joining: 'et, ou, donc, car, parce',
  questions:
    'pourquoi, comment, quand, où, que, quel, quelle, quels, quelles, qui, pouvez-vous, y a-t-il, est-ce que',
  requests:
    "s'il vous plaît, svp, pourriez-vous, pouvez-vous, je voudrais, j'aimerais, je souhaite, vous devriez, il faudrait, merci de, suggestion, je suggère",
  wantsAnswer:
    "répondez-moi, veux une réponse, attends une réponse, contactez-moi, appelez-moi, rappelez-moi, dans l'attente, quand vais-je, merci de me répondre, recontactez-moi",
  threatToLeave:
    "plus jamais, jamais plus, ne reviendrai, ne reviendrons, n'achèterai plus, dernière fois, perdu un client, perdu une cliente, changer d'opérateur, changer de banque, résilier, résilie, concurrence, concurrent*, j'irai ailleurs",
  legalRisk:
    'plainte, porter plainte, avocat*, tribunal*, justice, illégal*, illegal*, ugap, dgccrf, police, fraude*, discrimin*, rgpd, cnil, indemnis*, harcèlement, raciste*, huissier*',
  safetyRisk:
    'danger*, incendie*, fumée, brûlure*, glissé, blessé*, blessure*, allergi*, intoxic*, périmé*, moisi*, rat, rats, cafard*, ambulance*, accident*, menace*, fuite de gaz, choc électrique, verre cassé',
  emotions: {
    joy: 'heureu*, joie, adore*, profité, content*, ravi*, amusant*, merveilleu*, génial*, plaisir',
    trust: 'confiance, fiable*, honnête*, sûr, recommande*, rassur*',
    surprise: 'surpris*, surprise*, inattendu*, soudain*, étonn*',
    sadness: 'triste*, déçu*, déception*, malheureusement, dommage, regrett*',
    anger:
      'colère, énerv*, fâché*, furieu*, déteste*, honte, honteu*, ridicule*, agac*, ras le bol, scandal*',
    fear: 'peur, inquiet*, inquiét*, dangereu*, nerveu*, menac*',
    disgust: 'dégoût*, dégout*, sale*, pue, puait, répugn*, moisi*',
  },
  stopWords: `le la les un une des et ou de du au aux en que qui est sont était étaient être a ont avait pour par avec ne pas se sa son ses mon ma mes nous vous ils elle elles il on je tu me te lui leur leurs y ce cette ces cet dans sur sous mais comme si déjà tout toute tous toutes quand où parce aussi très plus moins j'ai c'est c'était n'est qu'il d'un d'une l'on été fait faire`,
  abbreviations: 'p.ex, etc, m, mme, dr, no, tél, av, env',
};
