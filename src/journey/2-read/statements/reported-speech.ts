/** The statement of a cue that no quotation stands beside: mixed and indirect speech, and what other words than verbs report. */
import type { SpeechCue } from '../../../knowledge/speech-words.ts';
import type { StatementParty, WordedStatement } from '../../../model/worded-statement.ts';
import { dependents, headOf, negationOf, relationOf, subjectOf } from '../grammar/tree.ts';
import { actOf, isOfficial } from './acts.ts';
import { contentOf } from './content.ts';
import type { Content, Cue } from './cue.ts';
import { partyAt, quotationsIn, type StatementPage } from './page.ts';
import type { Quotation } from './quotations.ts';
import { hasTo } from './reported-infinitive.ts';
import type { SourcedStatement } from './sources.ts';
import { isPassiveCue, partiesAt, speakerOf, speakerToken } from './speaker.ts';
import { worded } from './worded.ts';

const UNREAL = new Set(['must', 'should', 'may', 'might', 'could', 'can', 'ca']);

/** "might demand", "has not agreed": the cue itself is not told as said. */
function isUnreal(cue: Cue): boolean {
  const { sentence, token } = cue;
  return (
    negationOf(sentence, token) !== null ||
    dependents(sentence, token, 'aux').some((child) => UNREAL.has(sentence.tokens[child]?.lower ?? ''))
  );
}

/**
 * Where a clause with quotations ends. A comma inside the closing mark ends what is said: what follows it (", a swipe at
 * …", "though …") is the reporter's, unless it is joined by "and" or is quoted again.
 */
function endOfQuoted(page: StatementPage, touching: readonly Quotation[], end: number, start: number): number {
  for (const [index, quotation] of touching.entries()) {
    const isClosed = /,["”»’']*$/.test(
      page.parsed.text.slice(Math.max(quotation.start, quotation.end - 4), quotation.end),
    );
    const next = page.parsed.text.slice(quotation.end, quotation.end + 8);
    const goesOn =
      /^\s*(?:and|or|but)\b/.test(next) || (touching[index + 1]?.start ?? Number.POSITIVE_INFINITY) - quotation.end < 8;
    const isDescribed = /^\s*,\s*(?:which|who|whose|where)\b/.test(
      page.parsed.text.slice(quotation.end, quotation.end + 12),
    );
    if ((isDescribed || (isClosed && !goesOn)) && quotation.start > start) return quotation.end;
  }
  return Math.max(end, ...touching.map((quotation) => quotation.end));
}

/** An indirect statement; null where the cue has no content or no one who says it. */
export function fromCue(page: StatementPage, cue: Cue): WordedStatement | null {
  if (isOfNoun(page, cue)) return null;
  if (isUnreal(cue)) return fromRefusal(page, cue);
  // Words beside the verb make it that act and no other: "recognised the independence of", "declared a state of emergency".
  const act = cue.readings.some(({ frames, beside }) => frames.has('act') && beside.length > 0)
    ? fromAct(page, cue)
    : null;
  if (act !== null) return act;
  const content = contentOf(page, cue);
  if (content === null) return fromAct(page, cue);
  if (isVoteOnAct(page, cue, content)) return null;
  const speaker = speakerOf(page, cue);
  // "was accused of": the accuser need not be named.
  const accused =
    speaker === null &&
    content.shape === 'noun' &&
    content.reading.kind === 'accusation' &&
    content.reading.frames.has('accused')
      ? subjectOf(cue.sentence, cue.token)
      : null;
  if (speaker === null && accused === null) return null;
  if (content.reading.official && (speaker === null || !isOfficial(page, speaker))) return null;
  const { tokens } = cue.sentence;
  const start = tokens[content.first]?.start ?? cue.start;
  const end = tokens[content.last]?.end ?? cue.end;
  const touching = quotationsIn(page, start, end);
  // A quotation that begins in the content may run on over the sentence's end.
  const parts = [
    {
      start: Math.min(start, ...touching.filter((q) => q.start >= start - 2).map((q) => q.start)),
      end: endOfQuoted(page, touching, end, start),
    },
  ];
  const hearers = (accused === null ? content.hearers : [accused]).flatMap((token) =>
    partiesAt(page, cue.sentence, token),
  );
  const addressees = hearers.length > 0 ? hearers : partners(page, cue, content.reading);
  const hole = content.hole;
  if (hole !== undefined) {
    const [open, close] = [tokens[hole.first], tokens[hole.last]];
    const whole = parts[0];
    if (open !== undefined && close !== undefined && whole !== undefined)
      parts.splice(0, 1, { start: whole.start, end: open.start }, { start: close.end, end: whole.end });
  }
  return worded(page, {
    sentence: cue.sentence.index,
    cue,
    reading: announcedAct(page, cue, content) ?? content.reading,
    speaker,
    addressees,
    parts,
    style: touching.length > 0 ? 'mixed' : 'indirect',
    because: [`statement/${content.shape}`],
    shape: content.shape,
  });
}

/** "Ankara's refusal to accept the plan": the noun is the cue, and accepting is what is refused. */
function isOfNoun({ words }: StatementPage, { sentence, token }: Cue): boolean {
  if (relationOf(sentence, token) !== 'acl' || !hasTo(sentence, token)) return false;
  const noun = headOf(sentence, token);
  return words.nouns.has(sentence.tokens[noun ?? -1]?.lemma ?? '');
}

/** "voted to recognise the state": what is voted for is the act, and no promise of it. */
const isVoteOnAct = (page: StatementPage, { sentence, token, peers }: Cue, content: Content): boolean =>
  content.shape === 'infinitive' &&
  page.words.undertakes.has(sentence.tokens[token]?.lemma ?? '') &&
  peers.some((peer) => peer.token === content.first && actOf(page, peer) !== null);

/** "A and B agreed to meet": what one promises beside another it promises the other. */
function partners(page: StatementPage, cue: Cue, reading: SpeechCue): StatementParty[] {
  const token = reading.kind === 'commitment' && !isPassiveCue(cue.sentence, cue.token) ? speakerToken(cue) : null;
  return token === null ? [] : partiesAt(page, cue.sentence, token).slice(1);
}

/** "announced the suspension of …", "declared its readiness to …": the noun says which act the announcement is. */
function announcedAct(page: StatementPage, cue: Cue, { reading, shape }: Content): SpeechCue | null {
  if (reading.kind !== 'announcement' || shape !== 'noun') return null;
  const object = dependents(cue.sentence, cue.token, 'obj')[0];
  const noun = object === undefined ? undefined : page.words.nouns.get(cue.sentence.tokens[object]?.lemma ?? '');
  return noun?.cameo === null ? null : (noun ?? null);
}

/** "The court lifted the ban": done by being declared. What will be done is a promise, or a threat where it is a sanction. */
function fromAct(page: StatementPage, cue: Cue): WordedStatement | null {
  const act = actOf(page, cue);
  if (act === null) return null;
  const { content, speaker } = act;
  const { tokens } = cue.sentence;
  const start = tokens[content.first]?.start ?? cue.start;
  const end = tokens[content.last]?.end ?? cue.end;
  const isHard = content.reading.cameo?.startsWith('1') === true;
  const statement = worded(page, {
    sentence: cue.sentence.index,
    cue,
    reading: content.reading,
    speaker,
    addressees: act.others,
    parts: [{ start, end }],
    style: quotationsIn(page, start, end).length > 0 ? 'mixed' : 'indirect',
    because: ['statement/act'],
    shape: content.shape,
  });
  const told = statement.addressees.length > 0 ? statement : { ...statement, addressees: beside(page, cue) };
  return act.isAhead ? { ...told, kind: isHard ? 'threat' : 'commitment', cueCameo: null } : told;
}

/** "A and B began joint exercises": with nobody else named, what one does it does with the other. */
function beside(page: StatementPage, cue: Cue): StatementParty[] {
  const token = speakerToken(cue);
  if (token === null) return [];
  const own = partyAt(page, cue.sentence, token);
  return partiesAt(page, cue.sentence, token)
    .slice(1)
    .filter(({ span }) => span.start !== own.span.start);
}

/** "will not allow observers in": to withhold what would be a concession is to refuse. */
function fromRefusal(page: StatementPage, cue: Cue): WordedStatement | null {
  const grants = cue.readings.some(({ frames, cameo }) => frames.has('act') && cameo?.startsWith('08') === true);
  const statement = grants && negationOf(cue.sentence, cue.token) !== null ? fromAct(page, cue) : null;
  return statement === null ? null : { ...statement, kind: 'denial', cueCameo: null };
}

export function fromSource(page: StatementPage, sourced: SourcedStatement): WordedStatement {
  const touching = quotationsIn(page, sourced.span.start, sourced.span.end).length > 0;
  const statement = worded(page, {
    sentence: sourced.sentence.index,
    cue: null,
    reading: sourced.reading,
    speaker: sourced.speaker,
    addressees: sourced.addressees,
    parts: [sourced.span],
    style: touching ? 'mixed' : 'indirect',
    because: [sourced.because],
    cueEnd: sourced.cue.end,
  });
  return { ...statement, cue: sourced.cue, cueLemma: sourced.cueLemma };
}
