/** Speakers that stand away from their verb, where trees go wrong: across an aside, or with words of time between. */
import type { ActorName } from '../../../model/actor-name.ts';
import type { Sentence } from '../../../model/sentence.ts';
import type { StatementParty } from '../../../model/worded-statement.ts';
import type { Cue } from './cue.ts';
import { isQuoted, partyAt, partyOf, type StatementPage } from './page.ts';
import { isTold, verbGroupStart } from './verb-form.ts';

/** "The envoy, who had left Ankara, said": the one named before the commas that close right at the verb. */
export function acrossAside(page: StatementPage, cue: Cue): StatementParty | null {
  const { sentence, token } = cue;
  const { tokens } = sentence;
  const close = verbGroupStart(sentence, token) - 1;
  if (tokens[close]?.text !== ',' || !isTold(sentence, token)) return null;
  const named = (page.mentions.get(sentence.index) ?? []).find(
    (mention) =>
      tokens[mention.lastToken + 1]?.text === ',' &&
      mention.lastToken + 2 < close &&
      opensClause(sentence, mention) &&
      opensAside(sentence, mention.lastToken + 2) &&
      !isQuoted(page, mention.start),
  );
  return named === undefined ? null : partyOf(named);
}

/** The mention begins the sentence, or stands behind a comma, a mark or a word that joins clauses. */
function opensClause({ tokens }: Sentence, { firstToken, form }: ActorName): boolean {
  const before = tokens[firstToken - 1];
  const isOpen =
    before === undefined ||
    before.pos === 'PUNCT' ||
    before.pos === 'CCONJ' ||
    before.pos === 'SCONJ' ||
    form === 'name';
  return isOpen && before?.pos !== 'ADP' && form !== 'pronoun';
}

/** "who …", "speaking …", "a friend of …", "of Madrid": no clause of its own. */
function opensAside({ tokens }: Sentence, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && token.tag !== 'PRP' && token.pos !== 'CCONJ';
}

const NEAR_TOKENS = 12;

/** Where the tree gives no subject to a verb: the last one named before it with no other verb between, else the word before it. */
export function speakerBefore(page: StatementPage, cue: Cue): StatementParty | null {
  const { sentence } = cue;
  const { tokens } = sentence;
  const verb = tokens[cue.token]?.tag === 'VBG' ? (sentence.tree?.relations.indexOf('root') ?? -1) : cue.token;
  if (verb < 0 || verb > cue.token || !isTold(sentence, verb)) return null;
  const group = verbGroupStart(sentence, verb);
  const named = (page.mentions.get(sentence.index) ?? []).findLast(
    (mention) => mention.lastToken < verb && !isQuoted(page, mention.start),
  );
  const isNear =
    named !== undefined &&
    verb - named.lastToken <= NEAR_TOKENS &&
    !tokens.slice(named.lastToken + 1, group).some((token) => token.pos === 'VERB' || token.pos === 'SCONJ');
  if (isNear) return partyOf(named);
  const beside = tokens[group - 1];
  if (beside === undefined) return null;
  if (COUNTED.has(beside.lower)) return partyAt(page, sentence, beside.index);
  return beside.pos === 'CCONJ' ? openingSubject(page, sentence, verb) : null;
}

/** "The envoy did not name Ankara, but told the council …": the one whom the sentence begins with. */
function openingSubject(page: StatementPage, sentence: Sentence, verb: number): StatementParty | null {
  const first = (page.mentions.get(sentence.index) ?? [])[0];
  const isSubject =
    first !== undefined && first.firstToken <= 1 && first.lastToken < verb && !isQuoted(page, first.start);
  return isSubject ? partyOf(first) : null;
}

/** "Several said", "Both say": people who are only counted. */
const COUNTED = new Set([
  'several',
  'many',
  'some',
  'others',
  'most',
  'both',
  'all',
  'few',
  'none',
  'two',
  'three',
  'one',
  'half',
]);
