/**
 * Statements in the public shape: speakers and addressees with their actor ids, codes of the field's schemes, the time of
 * saying, the deadline on the calendar. A heading or a lead that paraphrases a quotation is one statement with it.
 */
import { codesOfAct } from '../../knowledge/event-codes.ts';
import type { SpeechWords } from '../../knowledge/speech-words.ts';
import type { ActorName } from '../../model/actor-name.ts';
import type { CodedIncident, CodedStatement, Participant } from '../../model/coded-report.ts';
import type { TimeInterval } from '../../model/interval.ts';
import type { Reading } from '../../model/reading.ts';
import { covers, type Span } from '../../model/span.ts';
import type { ResolvedTime } from '../../model/time-expression.ts';
import type { StatementParty, WordedStatement } from '../../model/worded-statement.ts';
import { isVouchedFor } from './incidents/told-beside.ts';
import { withoutParaphrases } from './statements/paraphrase.ts';
import { type ToldIncidents, toldIncidents } from './statements/told-incidents.ts';
import { statementsAt } from './statements-at.ts';
import { chainOf } from './wordings.ts';

/** Statements in order of text; `times` stand beside `reading.times`. */
export function resolveStatements(
  reading: Reading,
  times: readonly ResolvedTime[],
  incidents: readonly CodedIncident[],
  words: SpeechWords,
): CodedStatement[] {
  const page: Page = {
    reading,
    times,
    told: toldIncidents(reading, incidents),
    doers: new Set(incidents.filter(({ perpetrators }) => perpetrators.length > 0).map(({ id }) => id)),
    timesBySentence: bySentence(reading.times),
  };
  const protests = incidents.filter(isProtest);
  const kept = withoutParaphrases(reading).filter(
    (statement) => !isMereAttribution(page, statement) && !isAimOfProtest(page, statement, protests),
  );
  return kept.map((statement, index) => codedStatement(page, statement, index, words));
}

function codedStatement(page: Page, statement: WordedStatement, index: number, words: SpeechWords): CodedStatement {
  const { reading } = page;
  const speaker = statement.speaker === null ? null : participantOf(reading, statement.speaker);
  return {
    id: `s${index + 1}`,
    kind: statement.kind,
    codes: codesOf(statement, words),
    speaker,
    addressees: statement.addressees.map((party) => participantOf(reading, party)),
    span: { start: statement.span.start, end: statement.span.end },
    quoted: statement.style !== 'indirect',
    about: [...page.told.about(statement, speaker?.actor ?? null), ...statement.topics],
    said: saidAt(page, statement),
    deadline: deadlineOf(page, statement),
    condition: statement.condition,
    confidence: Math.round(statement.confidence * 100) / 100,
    because: [...statement.because],
  };
}

/** What the statements of one report are resolved against. */
interface Page {
  readonly reading: Reading;
  readonly times: readonly ResolvedTime[];
  readonly told: ToldIncidents;
  /** Ids of incidents of which somebody is named as doer. */
  readonly doers: ReadonlySet<string>;
  /** Indices into `reading.times`. */
  readonly timesBySentence: ReadonlyMap<number, readonly number[]>;
}

function bySentence(items: readonly { readonly sentence: number }[]): Map<number, number[]> {
  const index = new Map<number, number[]>();
  items.forEach((item, position) => {
    const list = index.get(item.sentence);
    if (list === undefined) index.set(item.sentence, [position]);
    else list.push(position);
  });
  return index;
}

/** Kinds that a verb of saying has when nothing in what is said tells more. */
const PLAIN_KINDS: ReadonlySet<WordedStatement['kind']> = new Set(['assessment', 'announcement', 'expectation']);

/**
 * "…, the police said", "the Post reported that Ankara had threatened …": who vouches for an event is told by the incident
 * (`attributedTo`), and what another has said or done is a statement of that other. A reported clause that makes no demand,
 * threat, promise or judgement of its own and touches no topic of an agreement is no statement.
 */
function isMereAttribution(page: Page, statement: WordedStatement): boolean {
  if (statement.style !== 'indirect' || statement.because.includes('statement/act')) return false;
  const byCue = statement.because.some((reason) => reason.startsWith('statement/cue-'));
  if (opensWithAnother(page, statement) && (!byCue || PLAIN_KINDS.has(statement.kind))) return true;
  if (tellsActItself(page, statement) || vouchesForAct(page, statement)) return true;
  if (!PLAIN_KINDS.has(statement.kind) || isJudgement(statement)) return false;
  // "hopes to sign it in the next three months": what can be due is worth keeping.
  if (statement.kind === 'expectation' && statement.deadline !== null) return false;
  const tellsIncident = page.told.within(statement).length > 0;
  if (byCue) return tellsIncident && statement.kind === 'announcement';
  return statement.topics.length === 0 || tellsIncident;
}

/** An act told with its doer needs no accusation beside it. */
const tellsActItself = ({ told, doers }: Page, statement: WordedStatement): boolean =>
  isVouchedFor(statement) && told.within(statement).some((id) => doers.has(id));

/** "Judge Mora opened an investigation, the court said": who vouches last for another's act of declaring. */
function vouchesForAct({ reading }: Page, statement: WordedStatement): boolean {
  if (!PLAIN_KINDS.has(statement.kind) || isJudgement(statement) || !statement.because.includes('statement/before'))
    return false;
  return reading.statements.some(
    (other) =>
      other !== statement &&
      other.sentence === statement.sentence &&
      other.cue !== null &&
      !isPlain(other) &&
      statement.parts.some((part) => covers(part, other.cue ?? part)),
  );
}

/** "marched to demand …", "protested the tax": what a protest is about is told by the protest. */
const isAimOfProtest = ({ reading }: Page, statement: WordedStatement, protests: readonly CodedIncident[]): boolean =>
  protests.some((protest) => isAimOf(reading, statement, protest));

const isProtest = ({ type }: CodedIncident): boolean => type === 'protest' || type === 'riot';

function isAimOf(
  reading: Reading,
  { cue, style, sentence }: WordedStatement,
  { trigger: [word] }: CodedIncident,
): boolean {
  if (cue === null || word === undefined || style !== 'indirect') return false;
  if (word.start === cue.start) return true;
  const { tokens = [], start = 0 } = reading.parsed.sentences[sentence] ?? {};
  const tag = tokens.find((token) => token.start === cue.start)?.tag;
  return (tag === 'VBG' || tag === 'VB') && word.start >= start && word.start < cue.start;
}

/** Whom a protest is directed at: those that its aim names, where the protest itself names nobody. */
export function withAims(reading: Reading, incidents: readonly CodedIncident[]): CodedIncident[] {
  return incidents.map((incident) => {
    if (!isProtest(incident) || incident.targets.length > 0) return incident;
    const aim = reading.statements.find(
      (statement) => statement.addressees.length > 0 && isAimOf(reading, statement, incident),
    );
    if (aim === undefined) return incident;
    const targets = aim.addressees.map((party) => ({ ...participantOf(reading, party), damage: null }));
    return { ...incident, targets, because: [...incident.because, 'target/aim-of-protest'] };
  });
}

/** Praise and the like: an assessment whose cue has a code of its own. */
const isJudgement = ({ cueCameo }: WordedStatement): boolean => cueCameo !== null && !cueCameo.startsWith('01');

/** The first verb of what is reported is the cue of another statement. */
function opensWithAnother({ reading }: Page, statement: WordedStatement): boolean {
  const [part] = statement.parts;
  if (part === undefined) return false;
  const tokens = reading.parsed.sentences[statement.sentence]?.tokens ?? [];
  const verb = tokens.find((token) => token.start >= part.start && token.end <= part.end && token.pos === 'VERB');
  return (
    verb !== undefined &&
    statementsAt(reading)
      .withCueAt(verb.start)
      .some((other) => other !== statement && !isPlain(other))
  );
}

const isPlain = (statement: WordedStatement): boolean =>
  PLAIN_KINDS.has(statement.kind) && !isJudgement(statement) && !statement.because.includes('statement/act');

/** The cue's own CAMEO code where it says more than the kind; else the kind's, made exact by what is asked or promised. */
function codesOf(statement: WordedStatement, words: SpeechWords): CodedStatement['codes'] {
  const ofKind = words.kinds.get(statement.kind);
  if (ofKind === undefined) return { plover: null, cameo: null };
  const own = statement.cueCameo ?? ofKind.cameo;
  if (own !== ofKind.cameo) return codesOfAct(words.cameo, own);
  const subject = statement.subjects.find((one) => ofKind.bySubject.has(one));
  return codesOfAct(words.cameo, ofKind.bySubject.get(subject ?? '') ?? own);
}

/** The one named beside the cue; `spans` has that place first, then where the report names the actor in full. */
function participantOf(reading: Reading, party: StatementParty): Participant {
  const mention = party.mention === null ? undefined : reading.actors[party.mention];
  if (mention === undefined) {
    const known =
      party.state === undefined
        ? ({ actor: null, role: 'unknown' } as const)
        : ({ actor: party.state, role: 'state' } as const);
    return { name: party.text, kind: 'organisation', ...known, spans: [{ ...party.span }] };
  }
  const chain = chainOf(reading, mention.id);
  const best = reading.actors[reading.chains.representative[mention.id] ?? mention.id] ?? mention;
  const worded = mention.form === 'pronoun' ? best : mention;
  const also = chain.wordings.filter((wording) => wording !== worded.text);
  const spans: Span[] = [{ start: party.span.start, end: party.span.end }];
  if (mention.form !== 'pronoun' && mention.start !== party.span.start)
    spans.push({ start: mention.start, end: mention.end });
  if (best.id !== mention.id && best.form !== 'pronoun') spans.push({ start: best.start, end: best.end });
  return {
    name: worded.text,
    kind: worded.kind,
    actor: actorOf([mention, best], chain.mentions),
    role: best.role === 'unknown' ? mention.role : best.role,
    ...(also.length === 0 ? {} : { also }),
    spans,
  };
}

/** Its own id, else that of the body it speaks for ("US Secretary of State John Kerry" speaks for the US government). */
function actorOf(near: readonly ActorName[], chain: readonly ActorName[]): string | null {
  const named = ({ actor }: ActorName): boolean => actor !== null;
  const affiliated = ({ affiliation }: ActorName): boolean => affiliation !== null;
  return (
    (near.find(named) ?? chain.find(named))?.actor ??
    (near.find(affiliated) ?? chain.find(affiliated))?.affiliation ??
    null
  );
}

/** How near a time must stand to the cue to be the time of saying, in UTF-16 units. */
const SAID_WINDOW = 60;

/** A time right beside the cue and outside the content ("said on Wednesday"); otherwise unknown. */
function saidAt({ reading, times, timesBySentence }: Page, statement: WordedStatement): TimeInterval | null {
  const { cue } = statement;
  if (cue === null) return null;
  const near = timesBySentence.get(statement.sentence)?.find((index) => {
    const time = reading.times[index];
    if (time === undefined || (time.type !== 'DATE' && time.type !== 'TIME')) return false;
    const isOutside = !statement.parts.some((part) => time.start < part.end && part.start < time.end);
    const distance = time.start >= cue.end ? time.start - cue.end : cue.start - time.end;
    return (
      isOutside &&
      distance <= SAID_WINDOW &&
      !hasVerbBetween(reading, statement, time) &&
      times[index]?.interval != null
    );
  });
  return near === undefined ? null : (times[near]?.interval ?? null);
}

/** Another verb between them has the better claim to the time. */
function hasVerbBetween(
  reading: Reading,
  statement: WordedStatement,
  time: { readonly start: number; readonly end: number },
): boolean {
  const { cue } = statement;
  const tokens = reading.parsed.sentences[statement.sentence]?.tokens ?? [];
  if (cue === null) return false;
  const [from, to] = time.start >= cue.end ? [cue.end, time.start] : [time.end, cue.start];
  return tokens.some((token) => token.pos === 'VERB' && token.start >= from && token.end <= to);
}

/** By when: from the day of the report when the words give only the end ("by Friday"). */
function deadlineOf({ reading, times }: Page, statement: WordedStatement): CodedStatement['deadline'] {
  if (statement.deadline === null) return null;
  const expression = reading.times[statement.deadline];
  const interval = times[statement.deadline]?.interval;
  if (expression === undefined || interval == null) return null;
  const published = reading.report.published;
  const isPast = interval.end !== null && published !== null && interval.end.slice(0, 10) <= published.slice(0, 10);
  return isPast ? null : { ...interval, spans: [{ start: expression.start, end: expression.end }] };
}
