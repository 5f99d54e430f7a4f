import type { LanguagePack } from './language-pack.ts';

export const english: LanguagePack = {
  code: 'en',
  stemmer: 'english',
  opinions: [
    [
      1,
      `could not be better, couldn't be better, could not be happier, couldn't be happier, can't complain, cannot complain, nothing to complain about, can't fault, cannot fault, could not fault, couldn't fault, can't recommend enough, cannot recommend enough, can't wait, can't stop, couldn't stop, can't get enough, cannot get enough, can't beat, cannot beat, can't go wrong, cannot go wrong, can't live without, couldn't put, could not have been better, couldn't have been better, cannot thank, can't thank`,
    ],
    [
      1,
      `amazing*, fantastic*, perfect*, excellent*, outstanding*, awesome, superb*, wonderful*, brilliant*, best, love, loved, loves, exceptional*, flawless*, delightful*, incredible, phenomenal*, first class, top notch, spot on, five stars, 5 stars, fabulous*, terrific, stellar, magnificent*, marvel*, impeccable*`,
    ],
    [
      0.7,
      `did not have to wait, didn't have to wait, never had to wait, without waiting, without having to wait, no waiting, no damage, without damage, not a scratch, without a scratch, no hassle, without hassle, without any hassle, no fuss, no problems, no issues, no complaints, never had any trouble, never had a problem, never had any problems, never any trouble, found everything, everything i needed, the way it should, as it should, as promised, just as promised, earlier than promised, ahead of time, will be back, be back, come back again, will return, coming back, saved my, saved us, saved the day, lovely, took her time, took his time, took the time, listened, called me back, rang me back, called back within, helped me, helped us, helped out, well looked after, looked after us, beyond expectations, better than expected, nothing to fault, not expensive, not that expensive, not nearly as expensive, not expensive at all, sorted out, sorted it, quicker, faster, easier, cheaper, same day, easy to find, reassuring, cheerful, straight away, went out of their way, went the extra mile,
      good, great, happy, satisfied, pleased, nice, nicely, helpful*, friendly, polite*, courteous*, professional*, knowledgeable, kind, kindly, beautiful*, recommend*, quick*, fast, prompt*, efficient*, easy, easily, cheap, affordable, reliable, generous*, impressed, impressive, enjoy*, delicious, tasty, fresh, cosy, cozy, comfortable*, comfy, pleasant*, grateful, thankful, smooth*, convenient*, hassle free, attentive*, welcoming, caring, thoughtful*, competent*, clean and, well stocked, good value, value for money, great price, high quality, like, liked, likes, positive*, better, fun, glad, smiling, patient with, worth it, worth every, well done, keep it up, charming`,
    ],
    [
      0.4,
      `ok, okay, fine, works, worked, working, decent, reasonable*, fair, clear*, thanks, thank you, clean, free, on time, simple, low prices, low price, wide range, wide selection, resolved, sorted, improved, welcome, flexible, smart, tidy, useful`,
    ],
    [
      -0.4,
      `unfortunately, mediocre, meh, so so, lack, lacks, lacking, missing, expensive, pricey, pricier, overpriced, slow*, awkward*, complicated, confusing*, messy, cluttered, unclear, crowded, cramped, out of stock, sold out, late, delay*, long time, long queue*, long line*, long wait*, waited, waiting, high prices, high price, too few, too little, too small, too high, too long, too expensive, too late, too many, worse, deteriorat*, problem*, issue, issues, boring, empty, difficult, hard to, limited, cold, lukewarm, noisy, loud, tired, impersonal, buggy, bug, bugs, crash*, glitch*, negative*, wish, should have, could be better, average, bland, hassle, struggl*, pity`,
    ],
    [
      -0.7,
      `don't waste, do not waste, dont waste, without warning, without notice, without a word, without explanation, gone up, went up again, far too much, past its sell by, put up the price, hidden fees, hidden charges, sighed, snapped at, leaking, leaked, leaks, smelled awful, smelled bad, smells bad, smelt, sticky, covered in spots, stained, mushy, chaos, chaotic, still waiting, still not, still no, still nothing, not received, never received, never heard back, never heard, is down, was down, were down, keeps freezing, freezes, logs me out, logged me out, kicks me out, passed around, passed from, back and forth, chase you, chase them, broke after, broke down, does not add up, not right, charged twice, charged me twice, twice for the same, went missing, scratched, dented, crushed, third time, fourth time, expected more, expected better, hoped for more, does not live up, leaves a lot to be desired, leaves something to be desired, sent home, walked out, left empty handed, look for ages, nobody cares, nobody cared, no one cared, in a rush, took three weeks, took weeks, weeks to get, there was nobody, there was no one, litter, stood in line, on hold,
      bad, badly, poor, poorly, dissatisfied, unsatisfied, unhappy, disappoint*, rude*, impolite*, unprofessional*, unhelpful, unfriendly, ignorant, incompetent*, broken, broke, defective, faulty, damaged, wrong*, incorrect*, dirty, filthy, complain*, complaint*, angry, annoy*, irritat*, frustrat*, mouldy, moldy, rotten, unreliable, ignored, ignoring, careless*, sloppy, avoid, regret*, misled, misleading, cheated, hopeless, unreasonable, no reply, no response, no answer, no help, never again, never arrived, never came, lost my, unsafe, useless, waste of, wasted, fail*, refus*, stale, nightmare, arrogant*, dismissive*, overcharg*, doesn't work, does not work, won't work, stopped working, sucks, sucked, crap, cancelled, canceled`,
    ],
    [
      -1,
      `terrible, terribly, horrible, horribly, awful*, disgust*, worst, disaster*, catastroph*, worthless, disgrace*, hate, hated, appalling, dreadful*, atrocious*, shameful, scam*, fraud*, rip off, ripoff, ripped off, unacceptable, abysmal*, joke of, an absolute joke, shocking, outrageous*, pathetic*, thieves, liars, insult*, ridiculous*`,
    ],
  ],
  negators:
    "wasnt, werent, wouldnt, couldnt, shouldnt, hasnt, havent, hadnt, aint, mustn't, needn't, nowhere, not, no, never, none, nothing, hardly, barely, without, neither, nor, cannot, can't, cant, don't, dont, doesn't, doesnt, didn't, didnt, isn't, isnt, wasn't, wasnt, aren't, weren't, won't, wont, wouldn't, couldn't, shouldn't, hasn't, haven't, hadn't, ain't, nobody, stopped",
  notOnly: "not only, not just, not merely, isn't just, wasn't just, wasn't only, isn't only",
  intensifiers:
    'very, really, extremely, so, super, incredibly, absolutely, totally, completely, always, highly, most, especially, particularly, truly, insanely, ridiculously, utterly, too',
  diminishers:
    'a bit, bit, little, somewhat, fairly, quite, rather, sometimes, partly, slightly, relatively, maybe, almost, kind of, sort of',
  failures: `could not, couldn't, cannot, can't, did not work, didn't work, does not work, doesn't work, not working, never answered, never answer, never arrived, never came, not possible, keeps crashing, nobody could, no one could, nobody answers`,
  waits:
    'queue, queues, wait, waits, waiting time*, wait time*, delivery time*, response time*, checkout line*, hold time*',
  lengthy: 'long, longer, endless, huge, enormous',
  brief: 'short, shorter, no queue, no queues, no wait',
  contrast:
    'but, however, although, though, whereas, yet, except, despite, apart from, even though, on the other hand, unfortunately, nevertheless, otherwise',
  joining: 'and, or, so, because, which, when',
  questions:
    'why, how, when, where, what, who, which, can you, do you, is there, are there, could you, will you, is it, can i, does',
  requests:
    "please, could you, can you, would like, i'd like, i want, i wish, it would be nice, it would be great, it would be good, would be nice, would be great, should, you need to, you must, need more, more, suggestion, suggest, bring back, add a, add more, would love",
  wantsAnswer:
    'answer me, want an answer, want a reply, contact me, call me, get back to me, waiting for a reply, waiting for an answer, please reply, please respond, can someone call, can you call, could you call, email me, let me know, when will i, when do i get, look forward to your reply, please advise',
  threatToLeave: `switching to, switch to, will switch, going to switch, changing provider, change provider, changing bank, cancel my subscription, cancel my membership, cancelling my, canceling my, cancel my account, closing my account, close my account, never again, never shop, won't be back, will not be back, won't return, will not return, never return, never come back, not coming back, wont be back, last time,
    taking my business, take my business elsewhere, go elsewhere, going elsewhere, shop elsewhere, shopping elsewhere, competitor*, lost a customer, lost me as a customer, lost my business, leaving you, never use, never order, never buy, not be using`,
  legalRisk:
    'sue, suing, sued, lawsuit*, lawyer*, attorney*, solicitor*, court, legal action, take legal, illegal*, unlawful*, discriminat*, ombudsman*, trading standards, consumer protection, gdpr, data protection, data breach, compensation claim, report you to, police, fraud*, debt collect*, harass*, racist, racism, regulator*, small claims',
  safetyRisk:
    'dangerous*, danger, hazard*, slipped, slippery, injur*, hurt myself, broke my, fire hazard, caught fire, fire alarm, smoke, burnt my, burned my, food poisoning, vomit*, threw up, made me sick, allerg*, anaphyla*, electric shock, shard*, piece of glass, piece of metal, glass in, past its date, past the date, out of date, expired, mould, mold, rat, rats, mice, cockroach*, ambulance*, accident, threaten*, unsafe, emergency exit*, fire exit*, choke*, choking, gas leak, leaking gas, assault*, contaminat*',
  emotions: {
    joy: 'happy, happier, joy*, love, loved, delight*, enjoy*, fun, wonderful*, amazing*, fantastic*, glad, pleased, thrilled, smile*, cheerful*',
    trust:
      'trust*, reliable, honest*, confiden*, safe, secure, loyal*, recommend*, dependable, knowledgeable, professional*, reassur*',
    surprise:
      "surpris*, unexpected*, shock*, astonish*, suddenly, amazed, wow, couldn't believe, unbelievabl*",
    sadness: 'sad, sadly, disappoint*, unfortunately, upset*, sorry, miss, heartbroken, pity, shame',
    anger:
      'angry, anger*, furious*, annoy*, irritat*, frustrat*, outrag*, rude*, fed up, sick of, hate, hated, disgrace*, ridiculous*, insult*, scam*, livid, damn, bloody',
    fear: 'afraid, scared, scary, worried, worry*, unsafe, frighten*, dangerous*, anxi*, nervous*, threaten*, intimidat*, concerned about my safety',
    disgust:
      'disgust*, gross, filthy, dirty, revolting, smelly, stinks, stank, stench, mouldy, moldy, rotten, nauseat*, unhygienic, vile, yuck',
  },
  stopWords: `the and to a of i in is it was for that my with you on this they have not be at as are so but we had me were all from he she them their your our an or if very just when there been no out up what get got about can will would has after by more one which only who then did because do us than also too could into over again how any other some now even these his her its am i'm don't it's`,
  abbreviations: 'e.g, i.e, etc, mr, mrs, ms, dr, st, vs, approx, no, dept, inc, ltd, co, a.m, p.m',
};
