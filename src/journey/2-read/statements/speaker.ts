/** Who speaks at a cue: its subject, the agent of a passive, or the nearest mention where the tree gives none. */
import type { Sentence } from '../../../model/sentence.ts';
import type { StatementParty } from '../../../model/worded-statement.ts';
import {
  caseOf,
  conjuncts,
  dependents,
  headOf,
  isPassive,
  isRelation,
  obliques,
  relationOf,
  subjectOf,
  subtreeSpan,
} from '../grammar/tree.ts';
import type { Cue } from './cue.ts';
import { acrossAside, speakerBefore } from './distant-speaker.ts';
import { isQuoted, partyAt, partyOf, type StatementPage } from './page.ts';
import { isTold, verbGroupStart } from './verb-form.ts';

const NO_SPEAKER = new Set(['you', 'there', 'what', 'which', 'that', 'this']);
const WINDOW_TOKENS = 14;

/** Token of the speaker's head; null when none is named. */
export function speakerToken(cue: Cue): number | null {
  const { sentence, token } = cue;
  if (isSufferedCue(cue)) {
    const agent = obliques(sentence, token).find((oblique) => oblique.case === 'by')?.head;
    if (agent !== undefined) return agent;
    const behind = agentBehindAside(sentence, token);
    if (behind !== null) return behind;
    // "was quoted as saying": the one quoted is the subject.
    const saying = sentence.tokens[token]?.lemma === 'quote' || sentence.tokens[token]?.lemma === 'cite';
    return saying ? subjectOf(sentence, token) : null;
  }
  const subject =
    invertedSubject(sentence, token) ??
    besideVerb(sentence, token, mainSubject(sentence, token) ?? subjectOf(sentence, token));
  if (
    subject === null ||
    IMPLAUSIBLE.has(sentence.tokens[subject]?.lemma ?? '') ||
    NO_SPEAKER.has(sentence.tokens[subject]?.lower ?? '')
  )
    return null;
  const isIdle =
    sentence.tokens[subject]?.lower === 'it' &&
    sentence.tokens[token]?.tag === 'VBG' &&
    dependents(sentence, token, 'aux').length === 0;
  return isIdle || isExpletive(sentence, token) ? null : subject;
}

/** "was accused of misusing funds, much of it embezzled, by the council": behind an aside, whatever verb of it the parser ties it to. */
function agentBehindAside({ tokens, tree }: Sentence, verb: number): number | null {
  const by = tokens.findIndex(
    ({ index, lower }) => index > verb + 1 && lower === 'by' && tokens[index - 1]?.text === ',',
  );
  const agent = by === -1 ? undefined : tree?.heads[by];
  return agent === undefined || agent <= by || tokens[agent]?.pos === 'VERB' ? null : agent;
}

/** "…, said spokespeople for the council": a bare noun behind the verb, which the parser takes for a clause. */
function invertedSubject(sentence: Sentence, verb: number): number | null {
  const behind = sentence.tokens[verb + 1];
  const isOpen = sentence.tokens[verb - 1]?.text === ',' && sentence.tokens[verb]?.tag === 'VBD';
  if (!isOpen || behind === undefined || (behind.pos !== 'NOUN' && behind.pos !== 'PROPN')) return null;
  const relation = relationOf(sentence, behind.index);
  return headOf(sentence, behind.index) === verb && (relation === 'ccomp' || relation === 'xcomp')
    ? behind.index
    : null;
}

/** A passive whose subject is spoken of and speaks not; "is opposed to the plan" is formed like one. */
export function isSufferedCue({ sentence, token, readings }: Cue): boolean {
  const isStance = sentence.tokens[token + 1]?.lower === 'to' && readings.some(({ frames }) => frames.has('to'));
  return !isStance && isPassiveCue(sentence, token);
}

/** Times and occasions that parsers take for subjects. */
const IMPLAUSIBLE = new Set(
  'monday tuesday wednesday thursday friday saturday sunday week month year day morning afternoon evening night today yesterday'.split(
    ' ',
  ),
);

/** "The envoy left the talks, saying …": a participle after a comma has the subject of the main verb before it. */
function mainSubject(sentence: Sentence, verb: number): number | null {
  if (sentence.tokens[verb]?.tag !== 'VBG' || sentence.tokens[verb - 1]?.text !== ',') return null;
  const root = sentence.tree?.relations.indexOf('root') ?? -1;
  return root === -1 || root > verb || sentence.tokens[root]?.pos !== 'VERB' ? null : subjectOf(sentence, root);
}

/** A finite verb's subject stands beside it; what the tree takes from further off without covering that place is a misreading. */
function besideVerb(sentence: Sentence, verb: number, subject: number | null): number | null {
  if (!isTold(sentence, verb)) return throughVehicle(sentence, verb, subject);
  const at = verbGroupStart(sentence, verb) - 1;
  const beside = sentence.tokens[at];
  const isName =
    beside?.pos === 'PROPN' || (beside?.pos === 'PRON' && beside.tag === 'PRP') || isNounAfterComma(sentence, at);
  if (!isName || at < 0) return throughVehicle(sentence, verb, subject);
  if (subject !== null) {
    const span = subtreeSpan(sentence, subject);
    if (span.first <= at && at <= span.last) return throughVehicle(sentence, verb, subject);
  }
  return at;
}

/** "…, the president said": nothing but one noun phrase between the comma and the verb. */
function isNounAfterComma(sentence: Sentence, noun: number): boolean {
  if (sentence.tokens[noun]?.pos !== 'NOUN') return false;
  let at = noun - 1;
  while (at > noun - 6 && ['DET', 'ADJ', 'NOUN', 'PROPN'].includes(sentence.tokens[at]?.pos ?? '')) at--;
  return sentence.tokens[at]?.text === ',' && at < noun - 1;
}

const VEHICLES = new Set([
  'letter',
  'tweet',
  'statement',
  'email',
  'memo',
  'video',
  'post',
  'speech',
  'interview',
  'message',
  'note',
  'press',
  'release',
  'comment',
  'remark',
  'broadcast',
  'communique',
  'declaration',
  'series',
]);

const ISSUED_BY: ReadonlySet<string> = new Set(['from', 'by']);

/** "a statement issued by the council said", "a letter from the mayor said". */
function issuerOfVehicle(sentence: Sentence, vehicle: number): number | null {
  const clauses = dependents(sentence, vehicle, 'acl');
  return (
    [vehicle, ...clauses]
      .flatMap((head) => dependents(sentence, head))
      .find((child) => child > vehicle && ISSUED_BY.has(caseOf(sentence, child))) ?? null
  );
}

/** "issued a statement saying": not the statement speaks but who issued it. */
function throughVehicle(sentence: Sentence, verb: number, subject: number | null): number | null {
  if (subject === null || subject >= verb || !VEHICLES.has(sentence.tokens[subject]?.lemma ?? '')) return subject;
  const issuer = issuerOfVehicle(sentence, subject);
  if (issuer !== null) return issuer;
  const relation = relationOf(sentence, subject);
  const head = headOf(sentence, subject);
  if (head === null || !(isRelation(relation, 'obj') || isRelation(relation, 'obl'))) return subject;
  return subjectOf(sentence, head) ?? subject;
}

/** "has promised", "promised": the tag and the auxiliaries outweigh what the parser calls the subject. */
export function isPassiveCue(sentence: Sentence, verb: number): boolean {
  if (sentence.tokens[verb]?.tag === 'VBD') return false;
  const auxiliaries = dependents(sentence, verb)
    .filter((child) => sentence.tokens[child]?.pos === 'AUX')
    .map((child) => sentence.tokens[child]?.lemma);
  if (auxiliaries.length === 0 && isMainWithSubject(sentence, verb)) return false;
  return !(auxiliaries.includes('have') && !auxiliaries.includes('be')) && isPassive(sentence, verb);
}

/** In running text a main verb with a subject of its own is a past, whatever the tagger calls it; only headings leave "was" out. */
const isMainWithSubject = (sentence: Sentence, verb: number): boolean =>
  sentence.kind !== 'heading' &&
  sentence.tokens.at(-1)?.text === '.' &&
  relationOf(sentence, verb) === 'root' &&
  dependents(sentence, verb).some((child) => relationOf(sentence, child) === 'nsubj');

const isExpletive = (sentence: Sentence, verb: number): boolean => dependents(sentence, verb, 'expl').length > 0;

export function speakerOf(page: StatementPage, cue: Cue): StatementParty | null {
  const distant = acrossAside(page, cue) ?? ofEarlierCue(page, cue);
  if (distant !== null) return distant;
  const token = speakerToken(cue) ?? lentSpeaker(cue);
  return token === null ? speakerBefore(page, cue) : atRelative(cue, partyAt(page, cue.sentence, token));
}

/** ", adding that …", ", telling them …": the one who spoke at the verb before it. */
function ofEarlierCue(page: StatementPage, cue: Cue): StatementParty | null {
  const { sentence, token, peers } = cue;
  if (sentence.tokens[token]?.tag !== 'VBG') return null;
  if (!isJoined(sentence, token)) return ofIssuer(page, cue);
  const earlier = peers.findLast((peer) => peer.token < token && isTold(sentence, peer.token));
  return earlier === undefined ? null : speakerOf(page, earlier);
}

/** "Mora issued a statement on Monday saying …": the one who issued it. */
function ofIssuer(page: StatementPage, cue: Cue): StatementParty | null {
  const { sentence, token } = cue;
  const { tokens } = sentence;
  const vehicle = tokens.findLastIndex(
    (each) =>
      each.index < token && each.index >= token - VEHICLE_TOKENS && each.pos === 'NOUN' && VEHICLES.has(each.lemma),
  );
  const verb = tokens.findLastIndex((each) => each.index < vehicle && each.pos === 'VERB');
  if (verb === -1 || vehicle - verb > VEHICLE_TOKENS || !isTold(sentence, verb)) return null;
  return speakerOf(page, { ...cue, token: verb });
}

const VEHICLE_TOKENS = 6;

/** A comma, "and" or "while" stands before the participle, closing marks between them aside. */
function isJoined({ tokens }: Sentence, participle: number): boolean {
  let at = participle - 1;
  while (tokens[at]?.tag === "''") at--;
  return [',', 'and', 'while'].includes(tokens[at]?.lower ?? '');
}

/** "the envoy, who said": beside the cue the speaker is "who". */
function atRelative(cue: Cue, party: StatementParty): StatementParty {
  const beside = cue.sentence.tokens[verbGroupStart(cue.sentence, cue.token) - 1];
  const own = dependents(cue.sentence, cue.token, 'nsubj')[0];
  const pronoun = beside?.tag === 'WP' ? beside : own === undefined ? undefined : cue.sentence.tokens[own];
  const isRelative = pronoun !== undefined && (pronoun.tag === 'WP' || pronoun.tag === 'WDT');
  return isRelative ? { ...party, span: { start: pronoun.start, end: pronoun.end } } : party;
}

/** Where the tree gives no subject: the word before a cue that the tagger has taken for a noun, for a participle that of the verb before it. */
function lentSpeaker(cue: Cue): number | null {
  const { sentence, token } = cue;
  const isParticiple = sentence.tokens[token]?.lower.endsWith('ing') === true;
  if (!isParticiple) return sentence.tokens[token]?.pos === 'VERB' ? null : token - 1;
  const verb = sentence.tokens.findLast(
    (each) => each.index < token && each.pos === 'VERB' && dependents(sentence, each.index, 'nsubj').length > 0,
  );
  const subject = verb === undefined ? null : subjectOf(sentence, verb.index);
  return subject === null || sentence.tokens[subject]?.lower === 'it' ? null : subject;
}

/** The words around a cue in which its speaker is looked for. */
export interface Frame {
  readonly from: number;
  readonly to: number;
  /** The cue follows its quotation. */
  readonly isAfter: boolean;
}

/** For a cue beside a quotation: the tree's speaker, else the nearest mention before it, else after it, within the frame. */
export function speakerBeside(page: StatementPage, cue: Cue, { from, to, isAfter }: Frame): StatementParty | null {
  const first = isAfter ? firstBetween(page, cue, from) : (acrossAside(page, cue) ?? ofEarlierCue(page, cue));
  if (first !== null) return first;
  const token = speakerToken(cue);
  const start = token === null ? -1 : (cue.sentence.tokens[token]?.start ?? -1);
  if (token !== null && !isQuoted(page, start)) return atRelative(cue, partyAt(page, cue.sentence, token));
  const mentions = (page.mentions.get(cue.sentence.index) ?? []).filter(
    (mention) => mention.start >= from && mention.end <= to && !isQuoted(page, mention.start),
  );
  const before = mentions.findLast(
    (mention) => mention.end <= cue.start && cue.token - mention.lastToken <= WINDOW_TOKENS,
  );
  const after = mentions.find((mention) => mention.start >= cue.end && mention.firstToken - cue.token <= WINDOW_TOKENS);
  const nearest = before ?? after;
  if (nearest !== undefined) return partyOf(nearest);
  const lent = lentSpeaker(cue);
  if (lent !== null) return partyAt(page, cue.sentence, lent);
  const beside = cue.sentence.tokens[cue.token - 1];
  return beside?.pos === 'PROPN' || beside?.pos === 'NOUN' ? partyAt(page, cue.sentence, beside.index) : null;
}

/** "“…,” the minister, a friend of the mayor, said": the first one named after the quotation speaks. */
function firstBetween(page: StatementPage, cue: Cue, from: number): StatementParty | null {
  const opening = cue.sentence.tokens.find((token) => token.start >= from && token.pos !== 'PUNCT');
  if (opening === undefined || opening.start >= cue.start || opening.pos === 'ADP') return null;
  const mention = (page.mentions.get(cue.sentence.index) ?? []).find((each) => each.start >= from);
  return mention !== undefined && mention.end <= cue.start && mention.firstToken - opening.index <= 2
    ? partyOf(mention)
    : null;
}

/** Everyone named at a token: it, what the tree joins to it, and the mentions that "and" or a comma puts beside it. */
export function partiesAt(page: StatementPage, sentence: Sentence, token: number): StatementParty[] {
  const tokens = [token, ...conjuncts(sentence, token).filter((other) => sentence.tokens[other]?.pos !== 'VERB')];
  const parties = tokens.map((each) => partyAt(page, sentence, each));
  for (const beside of besideMentions(page, sentence, token))
    if (!parties.some((party) => party.mention === beside.mention)) parties.push(beside);
  return parties.sort((a, b) => a.span.start - b.span.start);
}

const JOINS = new Set(['and', 'or', ',']);

/** "told Ankara and the council": what stands before "and" although the parser has made it a modifier. */
function besideMentions(page: StatementPage, sentence: Sentence, token: number): StatementParty[] {
  const mentions = page.mentions.get(sentence.index) ?? [];
  let first = mentions.find((mention) => mention.head === token)?.firstToken;
  const found: StatementParty[] = [];
  for (let step = 0; first !== undefined && step < 6; step++) {
    const joint = sentence.tokens[first - 1];
    const end = first - 2;
    const beside =
      joint !== undefined && JOINS.has(joint.lower)
        ? mentions.find((mention) => mention.lastToken === end && mention.form !== 'pronoun')
        : undefined;
    if (beside !== undefined) found.push(partyOf(beside));
    first = beside?.firstToken;
  }
  return found;
}
