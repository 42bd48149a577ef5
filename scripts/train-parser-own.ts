/**
 * Sentences of our own, with trees, in the language of conflict reports, which the treebank hardly holds: the tagger must
 * know that "shot" is a verb after "rebels" and a noun after "a". Patterns are filled at random; names are invented and
 * sides are interchangeable. Annotation follows the conventions of the English Web Treebank.
 *
 * A pattern is a list of `word/TAG/head/relation`, heads counted from 1 within the pattern, 0 the root; `{SLOT}/head/relation`
 * stands for a phrase of that name, whose own root is marked `*`. Tags with a small first letter give the part of speech:
 * x auxiliary, s subordinator, n particle, p pronoun.
 */
import type { TreebankSentence, TreebankWord } from './train-parser-conllu.ts';
import { randomNumbers } from './train-parser-tagger.ts';

const verbs: readonly (readonly [past: string, participle: string, gerund: string, present: string, base: string])[] = [
  'killed killed killing kill kill',
  'shot shot shooting shoot shoot',
  'wounded wounded wounding wound wound',
  'injured injured injuring injure injure',
  'attacked attacked attacking attack attack',
  'shelled shelled shelling shell shell',
  'bombed bombed bombing bomb bomb',
  'ambushed ambushed ambushing ambush ambush',
  'raided raided raiding raid raid',
  'stormed stormed storming storm storm',
  'kidnapped kidnapped kidnapping kidnap kidnap',
  'abducted abducted abducting abduct abduct',
  'besieged besieged besieging besiege besiege',
  'targeted targeted targeting target target',
  'struck struck striking strike strike',
  'hit hit hitting hit hit',
  'seized seized seizing seize seize',
  'captured captured capturing capture capture',
  'burned burned burning burn burn',
  'looted looted looting loot loot',
  'torched torched torching torch torch',
  'detained detained detaining detain detain',
  'arrested arrested arresting arrest arrest',
  'executed executed executing execute execute',
  'assassinated assassinated assassinating assassinate assassinate',
  'bombarded bombarded bombarding bombard bombard',
  'destroyed destroyed destroying destroy destroy',
  'damaged damaged damaging damage damage',
  'murdered murdered murdering murder murder',
  'beat beaten beating beat beat',
  'evacuated evacuated evacuating evacuate evacuate',
  'blocked blocked blocking block block',
  'tortured tortured torturing torture torture',
  'surrounded surrounded surrounding surround surround',
  'overran overrun overrunning overrun overrun',
].map((line) => line.split(' ') as [string, string, string, string, string]);

/** Acts that are no violence; past and participle look the same, so that only the words around tell which of the two it is. */
const deeds: readonly (readonly [past: string, present: string, base: string])[] = [
  'promised promises promise',
  'pledged pledges pledge',
  'urged urges urge',
  'accused accuses accuse',
  'condemned condemns condemn',
  'welcomed welcomes welcome',
  'rejected rejects reject',
  'suspended suspends suspend',
  'halted halts halt',
  'closed closes close',
  'opened opens open',
  'released releases release',
  'deployed deploys deploy',
  'expelled expels expel',
  'banned bans ban',
  'imposed imposes impose',
  'lifted lifts lift',
  'ordered orders order',
  'demanded demands demand',
  'offered offers offer',
  'accepted accepts accept',
  'approved approves approve',
  'delivered delivers deliver',
  'invited invites invite',
  'received receives receive',
  'sent sends send',
  'signed signs sign',
  'backed backs back',
  'asked asks ask',
  'held holds hold',
  'buried buries bury',
  'returned returns return',
  'resumed resumes resume',
  'restricted restricts restrict',
  'criticised criticises criticise',
  'published publishes publish',
  'visited visits visit',
  'led leads lead',
  'lost loses lose',
  'found finds find',
  'appointed appoints appoint',
  'planted plants plant',
  'carried carries carry',
  'supported supports support',
].map((line) => line.split(' ') as [string, string, string]);

const list = (text: string): string[] => text.split('|').map((entry) => entry.trim());

const words: Readonly<Record<string, readonly string[]>> = {
  VBD: verbs.map(([past]) => past),
  VBN: verbs.map(([, participle]) => participle),
  VBG: verbs.map(([, , gerund]) => gerund),
  VBP: verbs.map(([, , , present]) => present),
  VB: verbs.map(([, , , , base]) => base),
  did: deeds.map(([past]) => past),
  does: deeds.map(([, present]) => present),
  todo: deeds.map(([, , base]) => base),
  asked: list('urged|asked|ordered|invited|forced|told|warned'),
  matter: list(
    'deliveries|aid|food|talks|flights|protests|sanctions|statements|prisoners|hostages|bodies|reports|plans|laws|demands|weapons|supplies|permits|visits|patrols',
  ),
  matters: list(
    'decision|plan|report|statement|law|proposal|truce|ceasefire|deal|offer|request|embargo|curfew|ban|crossing|mission|agreement|inquiry',
  ),
  fighters: list(
    'rebels|gunmen|militants|fighters|soldiers|troops|insurgents|guerrillas|militiamen|assailants|attackers|policemen|guards|extremists|terrorists|raiders|separatists|loyalists|jihadists|forces',
  ),
  people: list(
    'people|civilians|villagers|farmers|residents|soldiers|policemen|children|women|men|students|workers|fighters|officers|peasants|guards|protesters|worshippers|refugees|journalists|peacekeepers|troops|guerrillas|terrorists|doctors',
  ),
  person: list(
    'soldier|policeman|officer|farmer|teacher|journalist|commander|judge|mayor|guard|woman|man|boy|girl|doctor|guerrilla|civilian|lawyer|priest|driver|militant|rebel|aid worker'.replace(
      '|aid worker',
      '',
    ),
  ),
  force: list(
    'army|police|government|militia|military|navy|group|command|battalion|brigade|junta|militia|guerrilla|opposition',
  ),
  sayer: list(
    'governor|ministry|army|police|spokesman|spokeswoman|general|minister|mayor|president|commander|monitor|observatory|group|official|report',
  ),
  sayers: list(
    'officials|residents|activists|witnesses|police|sources|doctors|monitors|rescuers|authorities|survivors',
  ),
  thing: list(
    'town|village|hospital|market|school|convoy|checkpoint|bridge|camp|barracks|station|mosque|church|base|house|bus|truck|building|airport|road|pipeline|tower|embassy|farm|district|city|office|patrol|headquarters',
  ),
  things: list(
    'villages|houses|homes|vehicles|trucks|tanks|shops|schools|positions|checkpoints|buildings|tents|towers|ambulances|cars|offices|barracks|posts',
  ),
  weapons: list(
    'mortars|rockets|grenades|rifles|mines|explosives|missiles|knives|artillery|machetes|shells|bombs|dynamite',
  ),
  weapon: list('bomb|mortar|rocket|grenade|missile|mine|shell|drone|bullet|blast|explosion|device'),
  event: list(
    'attack|blast|explosion|raid|ambush|clash|shelling|bombing|airstrike|strike|shooting|explosion|battle|assault|offensive|massacre|gunfight|firefight|bombardment|siege|kidnapping|killing',
  ),
  events: list(
    'clashes|attacks|raids|airstrikes|blasts|explosions|protests|battles|strikes|bombings|killings|skirmishes',
  ),
  day: list('Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'),
  month: list('January|February|March|April|May|June|July|August|September|October|November|December'),
  part: list('morning|evening|night|afternoon'),
  side: list('northern|southern|eastern|western|central|northeastern'),
  sideNoun: list('north|south|east|west|northeast|southwest'),
  region: list('province|district|region|department|state|governorate'),
  number: list(
    'two|three|four|five|six|seven|eight|nine|ten|12|15|17|20|24|35|40|50|100|120|200|1,500|2,000|dozen'.replace(
      '|dozen',
      '',
    ),
  ),
  adjective: list(
    'military|armed|masked|heavy|local|wounded|unarmed|old|small|large|young|senior|retired|suspected|unidentified|Islamist|Kurdish|Arab|Russian|Turkish|leftist',
  ),
  said: list('said|reported|announced|confirmed|claimed|stated|added'),
  saidThat: list('said|reported|announced|confirmed|claimed|stated|added|denied|alleged|warned'),
  title: list('Gen.|Col.|Maj.|President|General|Colonel|Lt.|Sheikh|Minister|Captain'),
  unit: list('km|miles|kilometers|kilometres'),
  week: list('week|month|year|night'),
  fell: list('fell|landed|exploded|rained|crashed'),
  fled: list('fled|escaped|died|arrived|retreated|advanced|surrendered|clashed|withdrew'),
};

const phrases: Readonly<Record<string, readonly string[]>> = {
  NAME: [
    '#name/NNP/*/_',
    '#name/NNP/2/compound #name/NNP/*/_',
    'al/NNP/*/_ -/HYPH/1/punct #name/NNP/1/flat',
    '#name/NNP/*/_',
  ],
  PERSONNAME: [
    '#name/NNP/*/_ #name/NNP/1/flat',
    '#name/NNP/*/_',
    '{title}/NNP/2/nmod:desc #name/NNP/*/_',
    '{title}/NNP/2/nmod:desc #name/NNP/*/_ #name/NNP/2/flat',
    '#name/NNP/*/_ al/NNP/1/flat -/HYPH/2/punct #name/NNP/2/flat',
  ],
  DOER: [
    '{fighters}/NNS/*/_',
    '{adjective}/JJ/2/amod {fighters}/NNS/*/_',
    'government/NN/2/compound {fighters}/NNS/*/_',
    'the/DT/2/det {force}/NN/*/_',
    'unidentified/JJ/2/amod {fighters}/NNS/*/_',
    '{number}/CD/3/nummod {adjective}/JJ/3/amod {fighters}/NNS/*/_',
    '#name/NNP/2/compound {fighters}/NNS/*/_',
    '{fighters}/NNS/*/_ of/IN/4/case the/DT/4/det {force}/NN/1/nmod',
    'the/DT/2/det #name/NNP/*/_',
    'pro-#name/JJ/2/amod {fighters}/NNS/*/_',
    'members/NNS/*/_ of/IN/4/case the/DT/4/det #name/NNP/1/nmod',
    '{fighters}/NNS/*/_ and/CC/3/cc {fighters}/NNS/1/conj',
  ],
  VICTIM: [
    '{number}/CD/2/nummod {people}/NNS/*/_',
    'a/DT/2/det {person}/NN/*/_',
    '{people}/NNS/*/_',
    'at/IN/2/case least/JJS/3/nmod {number}/CD/4/nummod {people}/NNS/*/_',
    'more/JJR/3/advmod than/IN/1/fixed {number}/CD/4/nummod {people}/NNS/*/_',
    'about/RB/2/advmod {number}/CD/3/nummod {people}/NNS/*/_',
    '{number}/CD/2/nummod {people}/NNS/*/_ and/CC/5/cc {number}/CD/5/nummod {people}/NNS/2/conj',
    'dozens/NNS/*/_ of/IN/3/case {people}/NNS/1/nmod',
    '{number}/CD/*/_',
    '{number}/CD/2/nummod {people}/NNS/*/_ ,/,/6/punct including/VBG/6/case {number}/CD/6/nummod {people}/NNS/2/nmod',
    'several/JJ/2/amod {people}/NNS/*/_',
    'a/DT/8/det {number}/CD/4/nummod -/HYPH/2/punct year/NN/6/obl:unmarked -/HYPH/4/punct old/JJ/8/amod local/JJ/8/amod {person}/NN/*/_',
    '{PERSONNAME}/*/_',
    '{number}/CD/2/nummod members/NNS/*/_ of/IN/5/case the/DT/5/det {force}/NN/2/nmod',
    'the/DT/2/det {person}/NN/*/_',
    '{number}/CD/2/nummod others/NNS/*/_',
    '{number}/CD/3/nummod {adjective}/JJ/3/amod {people}/NNS/*/_',
    'the/DT/2/det {person}/NN/*/_ ,/,/4/punct {PERSONNAME}/2/appos',
  ],
  TARGET: [
    'the/DT/2/det {thing}/NN/*/_',
    'a/DT/2/det {thing}/NN/*/_',
    'a/DT/3/det {adjective}/JJ/3/amod {thing}/NN/*/_',
    'the/DT/2/det {thing}/NN/*/_ of/IN/4/case {NAME}/2/nmod',
    '{number}/CD/2/nummod {things}/NNS/*/_',
    '{things}/NNS/*/_',
    '{things}/NNS/*/_ and/CC/3/cc {things}/NNS/1/conj',
    'a/DT/3/det police/NN/3/compound {thing}/NN/*/_',
    'the/DT/2/det {thing}/NN/*/_ of/IN/5/case the/DT/5/det {force}/NN/2/nmod',
    '{NAME}/*/_',
    'an/DT/3/det army/NN/3/compound {thing}/NN/*/_',
    '{people}/NNS/*/_',
  ],
  PLACE: [
    'in/IN/2/case {NAME}/*/_',
    'near/IN/3/case the/DT/3/det {thing}/NN/*/_',
    'in/IN/3/case the/DT/3/det {thing}/NN/*/_ of/IN/5/case {NAME}/3/nmod',
    'in/IN/4/case the/DT/4/det {side}/JJ/4/amod {region}/NN/*/_ of/IN/6/case {NAME}/4/nmod',
    'in/IN/3/case {side}/JJ/3/amod #name/NNP/*/_',
    'in/IN/4/case the/DT/4/det #name/NNP/4/compound {region}/NN/*/_',
    'outside/IN/3/case a/DT/3/det {thing}/NN/*/_',
    'in/IN/2/case {NAME}/*/_ ,/,/4/punct {NAME}/2/appos',
    'at/IN/3/case a/DT/3/det {thing}/NN/*/_',
  ],
  // Who acts in politics: states, parties, bodies, forces under a name.
  PARTY: [
    '#name/NNP/*/_',
    '#name/NNP/*/_',
    'the/DT/3/det #name/JJ/3/amod {force}/NN/*/_',
    'the/DT/2/det #name/NNP/*/_',
    'the/DT/3/det #name/NNP/3/compound Front/NNP/*/_',
    'the/DT/3/det United/NNP/3/compound Nations/NNP/*/_',
    'the/DT/2/det {force}/NN/*/_',
    'the/DT/2/det agency/NN/*/_',
    "#name/NNP/4/nmod:poss 's/POS/1/case {side}/JJ/4/amod {force}/NN/*/_",
    '{PERSONNAME}/*/_',
    '{sayers}/NNS/*/_',
    'the/DT/2/det {person}/NN/*/_ of/IN/4/case {NAME}/2/nmod',
    'aid/NN/2/compound groups/NNS/*/_',
    'the/DT/2/det {fighters}/NNS/*/_',
    'security/NN/2/compound forces/NNS/*/_',
    '#name/NNP/*/_ and/CC/4/cc allied/JJ/4/amod {fighters}/NNS/1/conj',
  ],
  AFFAIR: [
    '{matter}/NNS/*/_',
    'the/DT/2/det {matters}/NN/*/_',
    'a/DT/2/det {matters}/NN/*/_',
    '{number}/CD/2/nummod {matter}/NNS/*/_',
    'more/JJR/2/amod {matter}/NNS/*/_',
    'its/PRP$/2/nmod:poss {matters}/NN/*/_',
    'all/DT/2/det {matter}/NNS/*/_',
    '{NAME}/*/_',
    'the/DT/2/det {thing}/NN/*/_',
    'the/DT/2/det {matters}/NN/*/_ of/IN/4/case {NAME}/2/nmod',
    '{people}/NNS/*/_',
    "the/DT/4/det {thing}/NN/4/nmod:poss 's/POS/2/case {people}/NNS/*/_",
  ],
  TIME: [
    'on/IN/2/case {day}/NNP/*/_',
    'on/IN/3/case {day}/NNP/3/compound {part}/NN/*/_',
    'on/IN/3/case 12/CD/3/nummod {month}/NNP/*/_',
    'in/IN/2/case {month}/NNP/*/_',
    'on/IN/2/case {month}/NNP/*/_ 3/CD/2/nummod',
  ],
  SAYER: [
    'the/DT/2/det {sayer}/NN/*/_',
    'a/DT/3/det police/NN/3/compound spokesman/NN/*/_',
    '{sayers}/NNS/*/_',
    'local/JJ/2/amod {sayers}/NNS/*/_',
    '{PERSONNAME}/*/_',
    'a/DT/3/det senior/JJ/3/amod official/NN/*/_',
    'the/DT/3/det {force}/NN/3/compound spokesman/NN/*/_',
  ],
};

const patterns: readonly string[] = [
  '{DOER}/2/nsubj {VBD}/VBD/0/root {TARGET}/2/obj {PLACE}/2/obl {TIME}/2/obl ././2/punct',
  '{DOER}/2/nsubj {VBD}/VBD/0/root {VICTIM}/2/obj {PLACE}/2/obl ././2/punct',
  '{DOER}/2/nsubj {VBD}/VBD/0/root and/CC/4/cc {VBD}/VBD/2/conj {VICTIM}/2/obj {PLACE}/2/obl ././2/punct',
  '{DOER}/2/nsubj shot/VBD/0/root dead/JJ/2/xcomp {VICTIM}/2/obj {PLACE}/2/obl {TIME}/2/obl ././2/punct',
  '{DOER}/2/nsubj shot/VBD/0/root and/CC/4/cc killed/VBD/2/conj {VICTIM}/2/obj {TIME}/2/obl ././2/punct',
  '{DOER}/3/nsubj have/xVBP/3/aux {VBN}/VBN/0/root {TARGET}/3/obj ,/,/6/punct {VBG}/VBG/3/advcl {VICTIM}/6/obj ././3/punct',
  '{DOER}/2/nsubj {VBD}/VBD/0/root {TARGET}/2/obj {PLACE}/2/obl ,/,/6/punct {VBG}/VBG/2/advcl {VICTIM}/6/obj and/CC/9/cc {VBG}/VBG/6/conj {VICTIM}/9/obj ././2/punct',
  '{VICTIM}/3/nsubj:pass were/xVBD/3/aux:pass {VBN}/VBN/0/root {PLACE}/3/obl {TIME}/3/obl ././3/punct',
  '{VICTIM}/3/nsubj:pass were/xVBD/3/aux:pass {VBN}/VBN/0/root by/IN/5/case {DOER}/3/obl:agent {PLACE}/3/obl ././3/punct',
  '{TARGET}/3/nsubj:pass was/xVBD/3/aux:pass {VBN}/VBN/0/root by/IN/5/case {DOER}/3/obl:agent {TIME}/3/obl ././3/punct',
  '{TARGET}/4/nsubj:pass has/xVBZ/4/aux been/xVBN/4/aux:pass {VBN}/VBN/0/root by/IN/6/case {DOER}/4/obl:agent ././4/punct',
  '{VICTIM}/3/nsubj:pass were/xVBD/3/aux:pass {VBN}/VBN/0/root and/CC/6/cc {number}/CD/6/nsubj:pass wounded/VBN/3/conj when/WRB/9/advmod {DOER}/9/nsubj {VBD}/VBD/3/advcl {TARGET}/9/obj ././3/punct',
  '{VICTIM}/3/nsubj:pass were/xVBD/3/aux:pass killed/VBN/0/root and/CC/7/cc {VICTIM}/7/nsubj:pass were/xVBD/7/aux:pass wounded/VBN/3/conj in/IN/10/case the/DT/10/det {event}/NN/7/obl ././3/punct',
  '{VICTIM}/3/nsubj:pass were/xVBD/3/aux:pass shot/VBN/0/root and/CC/5/cc killed/VBN/3/conj by/IN/7/case {DOER}/3/obl:agent ././3/punct',
  '{VICTIM}/2/nsubj died/VBD/0/root when/WRB/7/advmod a/DT/5/det {weapon}/NN/7/nsubj suddenly/RB/7/advmod exploded/VBD/2/advcl {PLACE}/7/obl ././2/punct',
  '{DOER}/2/nsubj killed/VBD/0/root {number}/CD/4/nummod {people}/NNS/2/obj and/CC/6/cc {VBD}/VBD/2/conj {number}/CD/8/nummod others/NNS/6/obj {PLACE}/2/obl ././2/punct',
  'A/DT/3/det suicide/NN/3/compound bomber/NN/4/nsubj killed/VBD/0/root {VICTIM}/4/obj and/CC/7/cc wounded/VBD/4/conj {number}/CD/9/nummod others/NNS/7/obj {PLACE}/4/obl {TIME}/4/obl ././4/punct',
  'Earlier/RBR/6/advmod in/IN/4/case the/DT/4/det day/NN/1/obl {DOER}/6/nsubj {VBD}/VBD/0/root {TARGET}/6/obj ././6/punct',
  'Later/RB/3/advmod {DOER}/3/nsubj {VBD}/VBD/0/root {TARGET}/3/obj {PLACE}/3/obl ././3/punct',
  '{PLACE}/4/obl ,/,/1/punct {DOER}/4/nsubj {VBD}/VBD/0/root {TARGET}/4/obj ././4/punct',
  'A/DT/2/det {weapon}/NN/3/nsubj exploded/VBD/0/root {PLACE}/3/obl {TIME}/3/obl ,/,/7/punct killing/VBG/3/advcl {VICTIM}/7/obj ././3/punct',
  'A/DT/3/det car/NN/3/compound {weapon}/NN/4/nsubj killed/VBD/0/root {VICTIM}/4/obj {PLACE}/4/obl ,/,/9/punct {SAYER}/9/nsubj {said}/VBD/0/root ././9/punct'
    .replace('4/obj', '4/obj')
    .replace('killed/VBD/0/root', 'killed/VBD/9/ccomp'),
  '{VICTIM}/3/nsubj:pass were/xVBD/3/aux:pass {VBN}/VBN/7/ccomp {PLACE}/3/obl ,/,/3/punct {SAYER}/7/nsubj {said}/VBD/0/root ././7/punct',
  '{DOER}/2/nsubj {VBD}/VBD/6/ccomp {TARGET}/2/obj ,/,/2/punct {SAYER}/6/nsubj {said}/VBD/0/root {TIME}/6/obl ././6/punct',
  '{SAYER}/2/nsubj {saidThat}/VBD/0/root that/sIN/5/mark {DOER}/5/nsubj {VBD}/VBD/2/ccomp {TARGET}/5/obj {PLACE}/5/obl ././2/punct',
  '{SAYER}/2/nsubj {saidThat}/VBD/0/root {DOER}/5/nsubj had/xVBD/5/aux {VBN}/VBN/2/ccomp {VICTIM}/5/obj {TIME}/5/obl ././2/punct',
  '{SAYER}/2/nsubj {said}/VBD/0/root that/sIN/6/mark {VICTIM}/6/nsubj:pass were/xVBD/6/aux:pass {VBN}/VBN/2/ccomp by/IN/8/case {DOER}/6/obl:agent ././2/punct',
  'According/VBG/3/case to/IN/1/fixed {SAYER}/6/obl ,/,/3/punct {DOER}/6/nsubj {VBD}/VBD/0/root {TARGET}/6/obj {TIME}/6/obl ././6/punct',
  '{DOER}/2/nsubj {VBD}/VBD/0/root {TARGET}/2/obj {TIME}/2/obl ,/,/8/punct according/VBG/8/case to/IN/6/fixed {SAYER}/2/obl ././2/punct',
  '"/``/3/punct They/PRP/3/nsubj {VBD}/VBD/9/ccomp {TARGET}/3/obj ,/,/3/punct "/\'\'/3/punct a/DT/8/det resident/NN/9/nsubj told/VBD/0/root reporters/NNS/9/iobj ././9/punct',
  '"/``/4/punct We/PRP/4/nsubj will/MD/4/aux {VB}/VB/9/ccomp {TARGET}/4/obj ,/,/4/punct "/\'\'/4/punct {PERSONNAME}/9/nsubj said/VBD/0/root ././9/punct',
  '{SAYER}/2/nsubj denied/VBD/0/root {VBG}/VBG/2/xcomp {TARGET}/3/obj ././2/punct',
  'The/DT/2/det {force}/NN/8/nsubj ,/,/6/punct which/WDT/6/nsubj had/xVBD/6/aux {VBN}/VBN/2/acl:relcl {TARGET}/6/obj {VBD}/VBD/0/root {TARGET}/8/obj ././8/punct'.replace(
    '{TARGET}/6/obj {VBD}/VBD/0/root {TARGET}/8/obj ././8/punct',
    '{TARGET}/6/obj {fled}/VBD/0/root {TIME}/8/obl ././8/punct',
  ),
  '{DOER}/4/nsubj who/WP/3/nsubj {VBD}/VBD/1/acl:relcl {fled}/VBD/0/root {PLACE}/4/obl ././4/punct'.replace(
    '{VBD}/VBD/1/acl:relcl',
    'attacked/VBD/1/acl:relcl',
  ),
  '{DOER}/5/nsubj who/WP/3/nsubj {VBD}/VBD/1/acl:relcl {TARGET}/3/obj {fled}/VBD/0/root {TIME}/5/obl ././5/punct',
  '{people}/NNS/6/nsubj:pass {VBN}/VBN/1/acl in/IN/4/case {NAME}/2/obl were/xVBD/6/aux:pass buried/VBN/0/root {TIME}/6/obl ././6/punct',
  'The/DT/2/det {people}/NNS/6/nsubj {VBN}/VBN/2/acl by/IN/5/case {DOER}/3/obl:agent {fled}/VBD/0/root {TIME}/6/obl ././6/punct',
  'The/DT/2/det {event}/NN/5/nsubj in/IN/4/case {NAME}/2/nmod left/VBD/0/root {VICTIM}/5/obj dead/JJ/5/xcomp ././5/punct',
  'The/DT/2/det {event}/NN/3/nsubj killed/VBD/0/root {VICTIM}/3/obj and/CC/6/cc {VBD}/VBD/3/conj {TARGET}/6/obj ././3/punct',
  'The/DT/2/det {event}/NN/5/nsubj of/IN/4/case {TARGET}/2/nmod killed/VBD/0/root {VICTIM}/5/obj {TIME}/5/obl ././5/punct',
  'The/DT/2/det {force}/NN/3/nsubj claimed/VBD/0/root responsibility/NN/3/obj for/IN/7/case the/DT/7/det {event}/NN/4/nmod ././3/punct',
  'No/DT/2/det group/NN/4/nsubj has/xVBZ/4/aux claimed/VBN/0/root responsibility/NN/4/obj for/IN/8/case the/DT/8/det {event}/NN/5/nmod ././4/punct',
  '{DOER}/4/nsubj did/xVBD/4/aux not/nRB/4/advmod {VB}/VB/0/root {TARGET}/4/obj ,/,/8/punct {SAYER}/8/nsubj {said}/VBD/0/root ././8/punct'.replace(
    '{VB}/VB/0/root',
    '{VB}/VB/8/ccomp',
  ),
  '{DOER}/3/nsubj then/RB/3/advmod opened/VBD/0/root fire/NN/3/obj on/IN/6/case {TARGET}/3/obl ,/,/8/punct killing/VBG/3/advcl {VICTIM}/8/obj ././3/punct',
  '{DOER}/2/nsubj fired/VBD/0/root {weapons}/NNS/2/obj at/IN/5/case {TARGET}/2/obl {TIME}/2/obl ././2/punct',
  '{DOER}/2/nsubj {VBD}/VBD/0/root {TARGET}/2/obj with/IN/5/case {weapons}/NNS/2/obl {PLACE}/2/obl ././2/punct',
  '{number}/CD/2/nummod {weapons}/NNS/3/nsubj {fell}/VBD/0/root on/IN/5/case {TARGET}/3/obl {TIME}/3/obl ././3/punct',
  '{events}/NNS/5/nsubj between/IN/3/case {DOER}/1/nmod and/CC/3/cc erupted/VBD/0/root {PLACE}/5/obl ././5/punct'
    .replace(' and/CC/3/cc', '')
    .replaceAll('5/', '4/')
    .replace('between/IN/3/case {DOER}/1/nmod', 'between/IN/3/case {DOER}/1/nmod'),
  '{fighters}/NNS/4/nsubj and/CC/3/cc {fighters}/NNS/1/conj clashed/VBD/0/root {PLACE}/4/obl ,/,/7/punct leaving/VBG/4/advcl {VICTIM}/7/obj dead/JJ/7/xcomp ././4/punct',
  'There/EX/2/expl were/VBD/0/root {events}/NNS/2/nsubj {PLACE}/2/obl {TIME}/2/obl ././2/punct',
  '{DOER}/2/nsubj forced/VBD/0/root {people}/NNS/2/obj to/TO/5/mark leave/VB/2/xcomp {TARGET}/5/obj ././2/punct',
  'The/DT/2/det {people}/NNS/4/nsubj:pass were/xVBD/4/aux:pass forced/VBN/0/root to/TO/6/mark leave/VB/4/xcomp the/DT/8/det {thing}/NN/6/obj after/sIN/13/mark their/PRP$/11/nmod:poss {things}/NNS/13/nsubj:pass were/xVBD/13/aux:pass {VBN}/VBN/4/advcl ././4/punct'.replace(
    'their/PRP$/11',
    'their/PRP$/11',
  ),
  '{DOER}/2/nsubj threatened/VBD/0/root to/TO/4/mark {VB}/VB/2/xcomp {TARGET}/4/obj ././2/punct',
  '{DOER}/2/nsubj agreed/VBD/0/root to/TO/4/mark withdraw/VB/2/xcomp from/IN/6/case {TARGET}/4/obl {TIME}/4/obl ././2/punct',
  '{PERSONNAME}/9/nsubj:pass ,/,/5/punct a/DT/5/det local/JJ/5/amod {person}/NN/1/appos ,/,/5/punct was/xVBD/9/aux:pass later/RB/9/advmod {VBN}/VBN/0/root by/IN/11/case {DOER}/9/obl:agent ././9/punct',
  'The/DT/2/det {person}/NN/8/nsubj:pass ,/,/4/punct {PERSONNAME}/2/appos ,/,/4/punct was/xVBD/8/aux:pass reportedly/RB/8/advmod {VBN}/VBN/0/root {TIME}/8/obl ././8/punct',
  '{VICTIM}/6/nsubj:pass are/xVBP/3/aux:pass reported/VBN/0/root to/TO/6/mark have/xVB/6/aux died/VBN/3/xcomp {PLACE}/6/obl ././3/punct'.replace(
    '/6/nsubj:pass',
    '/3/nsubj:pass',
  ),
  'At/IN/2/case least/JJS/3/nmod {number}/CD/4/nummod {people}/NNS/6/nsubj:pass were/xVBD/6/aux:pass killed/VBN/0/root and/CC/9/cc {number}/CD/9/nummod others/NNS/10/nsubj:pass wounded/VBN/6/conj in/IN/13/case an/DT/13/det {event}/NN/6/obl {PLACE}/6/obl ././6/punct',
  // Simple pasts and participles of one shape.
  '{PARTY}/2/nsubj {did}/VBD/0/root {AFFAIR}/2/obj {TIME}/2/obl ././2/punct',
  '{PARTY}/2/nsubj {did}/VBD/0/root {AFFAIR}/2/obj ././2/punct',
  '{PARTY}/2/nsubj {did}/VBD/0/root {AFFAIR}/2/obj to/IN/5/case {NAME}/2/obl ././2/punct',
  '{PARTY}/2/nsubj called/VBD/0/root on/IN/4/case {PARTY}/2/obl to/TO/6/mark {todo}/VB/2/xcomp {AFFAIR}/6/obj ././2/punct',
  '{PARTY}/2/nsubj called/VBD/0/root for/IN/4/case {AFFAIR}/2/obl {TIME}/2/obl ././2/punct',
  '{PARTY}/2/nsubj {asked}/VBD/0/root {PARTY}/2/obj to/TO/5/mark {todo}/VB/2/xcomp {AFFAIR}/5/obj ././2/punct',
  '{PARTY}/2/nsubj accused/VBD/0/root {PARTY}/2/obj of/sIN/5/mark {VBG}/VBG/2/advcl {TARGET}/5/obj ././2/punct',
  '{PARTY}/2/nsubj {did}/VBD/0/root {AFFAIR}/2/obj after/sIN/7/mark a/DT/6/det {event}/NN/7/nsubj {VBD}/VBD/2/advcl {VICTIM}/7/obj ././2/punct',
  '{PARTY}/2/nsubj {did}/VBD/0/root {AFFAIR}/2/obj and/CC/5/cc {did}/VBD/2/conj {AFFAIR}/5/obj ././2/punct',
  '{PARTY}/2/nsubj said/VBD/0/root {PARTY}/4/nsubj {did}/VBD/2/ccomp {AFFAIR}/4/obj {TIME}/4/obl ././2/punct',
  '{PARTY}/2/nsubj {did}/VBD/0/root {AFFAIR}/2/obj ,/,/6/punct which/WDT/6/nsubj {VBD}/VBD/3/acl:relcl {VICTIM}/6/obj ././2/punct',
  '{PARTY}/2/nsubj pledged/VBD/0/root to/TO/4/mark {todo}/VB/2/xcomp {AFFAIR}/4/obj ././2/punct',
  '{PARTY}/2/nsubj promised/VBD/0/root to/TO/4/mark {todo}/VB/2/xcomp {AFFAIR}/4/obj {TIME}/4/obl ././2/punct',
  '{PARTY}/2/nsubj demanded/VBD/0/root that/sIN/5/mark {PARTY}/5/nsubj {todo}/VB/2/ccomp {AFFAIR}/5/obj ././2/punct',
  '{AFFAIR}/3/nsubj:pass were/xVBD/3/aux:pass {did}/VBN/0/root by/IN/5/case {PARTY}/3/obl:agent {TIME}/3/obl ././3/punct',
  '{AFFAIR}/3/nsubj:pass was/xVBD/3/aux:pass {did}/VBN/0/root after/IN/6/case the/DT/6/det {event}/NN/3/obl ././3/punct',
  'The/DT/2/det {matters}/NN/6/nsubj {did}/VBN/2/acl by/IN/5/case {PARTY}/3/obl:agent collapsed/VBD/0/root {TIME}/6/obl ././6/punct',
  'The/DT/2/det {thing}/NN/6/nsubj {VBN}/VBN/2/acl on/IN/5/case {day}/NNP/3/obl carried/VBD/0/root {matter}/NNS/6/obj ././6/punct',
  'A/DT/2/det {thing}/NN/6/nsubj {VBN}/VBN/2/acl in/IN/5/case {NAME}/3/obl burned/VBD/0/root for/IN/8/case hours/NNS/6/obl ././6/punct',
  'A/DT/2/det {weapon}/NN/7/nsubj fired/VBN/2/acl from/IN/6/case the/DT/6/det hills/NNS/3/obl {fell}/VBD/0/root near/IN/10/case the/DT/10/det {thing}/NN/7/obl ././7/punct',
  'A/DT/2/det {weapon}/NN/7/nsubj planted/VBN/2/acl under/IN/6/case a/DT/6/det {thing}/NN/3/obl exploded/VBD/0/root {PLACE}/7/obl ././7/punct',
  'The/DT/2/det {person}/NN/7/nsubj {VBN}/VBN/2/acl in/IN/6/case the/DT/6/det {event}/NN/3/obl {did}/VBD/0/root the/DT/9/det {thing}/NN/7/obj for/IN/11/case years/NNS/7/obl ././7/punct',
  'The/DT/2/det {person}/NN/7/nsubj ,/,/4/punct {VBN}/VBN/2/acl {TIME}/4/obl ,/,/4/punct {did}/VBD/0/root {AFFAIR}/7/obj ././7/punct',
  'The/DT/2/det {thing}/NN/8/nsubj ,/,/4/punct captured/VBN/2/acl last/JJ/6/amod {week}/NN/4/obl:unmarked ,/,/4/punct fell/VBD/0/root again/RB/8/advmod ././8/punct',
  '{fighters}/NNS/5/nsubj backed/VBN/1/acl by/IN/4/case {things}/NNS/2/obl:agent {VBD}/VBD/0/root {TARGET}/5/obj {TIME}/5/obl ././5/punct',
  '{fighters}/NNS/6/nsubj stationed/VBN/1/acl near/IN/5/case the/DT/5/det {thing}/NN/2/obl {VBD}/VBD/0/root {TARGET}/6/obj ././6/punct',
  '{fighters}/NNS/5/nsubj loyal/JJ/1/amod to/IN/4/case {PERSONNAME}/2/obl {VBD}/VBD/0/root {TARGET}/5/obj {TIME}/5/obl ././5/punct',
  '{VICTIM}/7/nsubj:pass who/WP/5/nsubj:pass had/xVBD/5/aux been/xVBN/5/aux:pass {VBN}/VBN/1/acl:relcl were/xVBD/7/aux:pass found/VBN/0/root dead/JJ/7/xcomp {PLACE}/7/obl ././7/punct',
  '{PARTY}/2/nsubj told/VBD/0/root reporters/NNS/2/iobj that/sIN/6/mark {PARTY}/6/nsubj {did}/VBD/2/ccomp {AFFAIR}/6/obj ././2/punct',
  'Fighting/NN/4/nsubj between/IN/3/case {DOER}/1/nmod continued/VBD/0/root {PLACE}/4/obl {TIME}/4/obl ././4/punct',
  'Shelling/NN/3/nsubj {PLACE}/1/nmod killed/VBD/0/root {VICTIM}/3/obj ././3/punct',
  '{NAME}/2/nsubj {does}/VBZ/0/root {matter}/NNS/2/obj to/IN/5/case {NAME}/2/obl',
  '{NAME}/2/nsubj {does}/VBZ/0/root {matter}/NNS/2/obj after/IN/5/case {event}/NN/2/obl',
  '{matter}/NNS/2/nsubj:pass {did}/VBN/0/root after/IN/5/case {NAME}/5/compound {event}/NN/2/obl',
  // Headlines: no articles, no auxiliaries, the present for what has happened.
  '{number}/CD/2/nsubj:pass killed/VBN/0/root in/IN/5/case {NAME}/5/compound {event}/NN/2/obl',
  '{fighters}/NNS/2/nsubj kill/VBP/0/root {number}/CD/2/obj {PLACE}/2/obl',
  '{fighters}/NNS/2/nsubj {VBP}/VBP/0/root {thing}/NN/2/obj {PLACE}/2/obl',
  '{number}/CD/2/nummod {people}/NNS/3/nsubj:pass killed/VBN/0/root as/sIN/6/mark {weapons}/NNS/6/nsubj hit/VBP/3/advcl {thing}/NN/6/obj',
  '{number}/CD/2/nsubj:pass killed/VBN/0/root ,/,/5/punct {number}/CD/5/nsubj:pass wounded/VBN/2/conj in/IN/8/case {NAME}/8/compound {event}/NN/2/obl',
  '{NAME}/2/compound {event}/NN/3/nsubj kills/VBZ/0/root {number}/CD/3/obj',
  '{number}/CD/2/nummod {people}/NNS/3/nsubj:pass {VBN}/VBN/0/root by/IN/5/case {fighters}/NNS/3/obl:agent {PLACE}/3/obl',
  '{force}/NN/2/nsubj denies/VBZ/0/root {VBG}/VBG/2/xcomp {thing}/NN/3/obj',
  'The/DT/2/det {event}/NN/6/nsubj:pass was/xVBD/6/aux:pass not/nRB/6/advmod immediately/RB/6/advmod confirmed/VBN/0/root by/IN/8/case {SAYER}/6/obl:agent ././6/punct',
  'The/DT/2/det wounded/NNS/4/nsubj:pass were/xVBD/4/aux:pass taken/VBN/0/root to/IN/7/case a/DT/7/det hospital/NN/4/obl {PLACE}/4/obl ././4/punct',
  'The/DT/2/det dead/NNS/3/nsubj included/VBD/0/root {VICTIM}/3/obj ././3/punct',
  'The/DT/2/det {thing}/NN/5/nsubj:pass was/xVBD/5/aux:pass badly/RB/5/advmod {VBN}/VBN/0/root during/IN/8/case the/DT/8/det {event}/NN/5/obl ././5/punct',
  '{TIME}/4/obl ,/,/1/punct {DOER}/4/nsubj {VBD}/VBD/0/root {TARGET}/4/obj {number}/CD/7/nummod {unit}/NNS/8/obl:unmarked {sideNoun}/RB/4/advmod of/IN/10/case {NAME}/8/obl ././4/punct',
  'In/IN/4/case the/DT/4/det latest/JJS/4/amod {event}/NN/7/obl ,/,/4/punct {DOER}/7/nsubj {VBD}/VBD/0/root {TARGET}/7/obj ././7/punct',
  'Last/JJ/2/amod {week}/NN/5/obl:unmarked ,/,/2/punct {DOER}/5/nsubj {VBD}/VBD/0/root {TARGET}/5/obj {PLACE}/5/obl ././5/punct',
  '{DOER}/2/nsubj {VBD}/VBD/0/root {TARGET}/2/obj after/sIN/6/mark {DOER}/6/nsubj {VBD}/VBD/2/advcl {TARGET}/6/obj ././2/punct',
  'Both/DT/2/det sides/NNS/3/nsubj accused/VBD/0/root each/DT/3/obj other/JJ/4/fixed of/sIN/7/mark {VBG}/VBG/3/advcl the/DT/9/det truce/NN/7/obj ././3/punct',
  '{DOER}/4/nsubj and/CC/3/cc {fighters}/NNS/1/conj exchanged/VBD/0/root fire/NN/4/obj {PLACE}/4/obl {TIME}/4/obl ././4/punct',
];

const openings = list('ba|der|ka|lu|mo|na|ol|qa|ru|sha|ta|ur|vel|za|gor|hin|jal|kri|mer|sul|tar|wes|al|dor|ham');
const endings = list(
  'ra|bad|dia|grad|lan|min|nor|pur|rish|san|tek|van|zik|ville|ton|dar|lia|mak|yah|rin|stan|qa|bur|din|sk',
);

/** `count` sentences, the same for the same seed. */
export function ownSentences(count: number, seed: number): TreebankSentence[] {
  const random = randomNumbers(seed);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const name = (): string => {
    const made = pick(openings) + (random() < 0.4 ? pick(openings) : '') + pick(endings);
    return made.charAt(0).toUpperCase() + made.slice(1);
  };
  return Array.from({ length: count }, () => capitalised(expand(pick(patterns), pick, name)));
}

interface Draft {
  readonly words: TreebankWord[];
  /** Index of the phrase's root in `words`. */
  readonly root: number;
}

function expand(pattern: string, pick: (from: readonly string[]) => string, name: () => string): TreebankWord[] {
  return build(pattern, pick, name).words;
}

function build(pattern: string, pick: (from: readonly string[]) => string, name: () => string): Draft {
  const parts = pattern.split(' ').map((item) => {
    const slot = /^\{([A-Z]+)\}\/([^/]+)\/([^/]+)$/.exec(item);
    const phraseName = slot?.[1] ?? '';
    if (slot !== null && phrases[phraseName] !== undefined) {
      return {
        head: slot[2] ?? '',
        relation: slot[3] ?? '',
        draft: build(pick(phrases[phraseName] ?? []), pick, name),
      };
    }
    const [, form = '', tag = '', head = '', relation = ''] = /^(.+)\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(item) ?? [];
    const written = form.replace('#name', name).replace(/^\{(\w+)\}$/, (_, group: string) => pick(words[group] ?? []));
    return { head, relation, draft: { words: [wordOf(written, tag)], root: 0 } };
  });
  const starts: number[] = [];
  let at = 0;
  for (const part of parts) {
    starts.push(at);
    at += part.draft.words.length;
  }
  let root = 0;
  const made = parts.flatMap((part, i) => {
    const start = starts[i] ?? 0;
    if (part.head === '*' || part.head === '0') root = start + part.draft.root;
    return part.draft.words.map((word, k) => {
      if (k !== part.draft.root) return { ...word, head: word.head + start };
      const head = Number(part.head);
      const target =
        Number.isNaN(head) || head === 0 ? 0 : (starts[head - 1] ?? 0) + (parts[head - 1]?.draft.root ?? 0) + 1;
      return { ...word, head: target, relation: part.head === '*' ? '_' : part.relation };
    });
  });
  return { words: made, root };
}

const positions: Readonly<Record<string, string>> = {
  NN: 'NOUN',
  NNS: 'NOUN',
  NNP: 'PROPN',
  IN: 'ADP',
  DT: 'DET',
  PRP: 'PRON',
  PRP$: 'PRON',
  CC: 'CCONJ',
  CD: 'NUM',
  JJ: 'ADJ',
  JJR: 'ADJ',
  JJS: 'ADJ',
  RB: 'ADV',
  RBR: 'ADV',
  TO: 'PART',
  MD: 'AUX',
  WDT: 'PRON',
  WP: 'PRON',
  WRB: 'ADV',
  EX: 'PRON',
  POS: 'PART',
  HYPH: 'PUNCT',
  '.': 'PUNCT',
  ',': 'PUNCT',
  '``': 'PUNCT',
  "''": 'PUNCT',
};
const prefixes: Readonly<Record<string, string>> = { x: 'AUX', s: 'SCONJ', n: 'PART', p: 'PRON' };

function wordOf(form: string, written: string): TreebankWord {
  const prefix = prefixes[written.charAt(0)];
  const tag = prefix === undefined ? written : written.slice(1);
  const pos = prefix ?? (tag.startsWith('VB') ? 'VERB' : (positions[tag] ?? 'X'));
  return { form, lemma: form.toLowerCase(), pos, tag, head: 0, relation: '_' };
}

const capitalised = (sentence: readonly TreebankWord[]): TreebankSentence =>
  sentence.map((word, i) =>
    i === 0 ? { ...word, form: word.form.charAt(0).toUpperCase() + word.form.slice(1) } : word,
  );
