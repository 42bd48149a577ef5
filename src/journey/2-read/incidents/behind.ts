/** The named body that the doers of an act belong to, where their wording names it. */
import { foldName } from '../../../knowledge/actors.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { caseOf, dependents } from '../grammar/tree.ts';
import { personGroup } from '../quantities/counted-noun.ts';
import type { Line, Page } from './page.ts';
import { participantsAt } from './participants.ts';
import { mayFight } from './parties.ts';

/** "FMLN guerrillas", "members of the front": the named body that the doers belong to did it with them. */
export function behind(page: Page, line: Line, doer: WordedParticipant): WordedParticipant[] {
  const span = doer.spans[0];
  if (doer.kind === 'object') return ownBody(page, line, doer) ?? holdersOf(page, line, doer);
  if (span === undefined || doer.kind === 'organisation' || doer.role === 'civilian' || isFormer(line, doer)) return [];
  const inside = [...line.actors.values()].filter(
    (actor) =>
      actor.head !== doer.token &&
      actor.start >= span.start &&
      actor.end <= span.end &&
      actor.kind === 'organisation' &&
      actor.form === 'name',
  );
  const states = statesOf(page, doer);
  if (states.length > 0) return states;
  const named = inside.flatMap((actor) => participantsAt(page, line, actor.head, 'doer').slice(0, 1));
  const before = named.length > 0 ? [] : (ownBody(page, line, doer) ?? namedBeside(page, line, doer));
  return [...named, ...before].map((one) => ({ ...one, attribution: doer.attribution }));
}

/** "former officers of the guard" act for it no longer. */
const isFormer = (line: Line, { name }: WordedParticipant): boolean =>
  name.split(/[\s-]/).some((word) => line.grammar.former.has(word.toLowerCase()));

/** "a drone of the army", "jets of Norway": whose the thing is acts with it. */
function holdersOf(page: Page, line: Line, { sentence, token, attribution }: WordedParticipant): WordedParticipant[] {
  if (sentence !== line.sentence.index) return [];
  return dependents(line.sentence, token, 'nmod')
    .filter((child) => caseOf(line.sentence, child) === 'of')
    .flatMap((child) => participantsAt(page, line, child, 'party').slice(0, 1))
    .map((one) => ({ ...one, attribution }));
}

/** "the presidents of Zambia and Malawi": each of the states that several people speak for, named behind them. */
function statesOf(page: Page, { mention, attribution, head, ...doer }: WordedParticipant): WordedParticipant[] {
  const actor = mention === null ? undefined : page.actors[mention];
  if (actor?.owner == null || actor.others.length === 0) return [];
  const owners = [actor.owner, ...actor.others].filter(({ start }) => start > (doer.spans[0]?.start ?? 0));
  const { tokens = [] } = page.parsed.sentences[actor.sentence] ?? {};
  return owners.flatMap(({ affiliation, start, end }) => {
    const token = tokens.findIndex((each) => each.end === end);
    const isBehind = token > actor.head;
    return affiliation === null || !isBehind
      ? []
      : [
          {
            ...doer,
            name: page.parsed.text.slice(start, end),
            kind: 'organisation' as const,
            role: 'state' as const,
            mention: null,
            actor: affiliation,
            attribution,
            head: tokens[token]?.lemma ?? head,
            token,
            spans: [{ start, end }],
          },
        ];
  });
}

/** "Red Dawn urban guerrillas": a body of the register by its name, whatever stands between it and the noun; an adjective of a state names none. */
function ownBody(page: Page, line: Line, doer: WordedParticipant): WordedParticipant[] | null {
  const owner = doer.mention === null ? null : (page.actors[doer.mention]?.owner ?? null);
  if (owner?.affiliation == null || doer.sentence !== line.sentence.index) return null;
  const name = page.parsed.text.slice(owner.start, owner.end);
  const isName = page.register.names.get(foldName(name))?.some(({ as }) => as === 'name') === true;
  const last = line.sentence.tokens.findIndex(({ end }) => end === owner.end);
  const first = line.sentence.tokens.findIndex(({ start }) => start === owner.start);
  if (!isName || first === -1 || last < first) return null;
  // Where the report also names the body by itself, it is told once.
  const mention = page.bodies.get(owner.affiliation) ?? null;
  return bodyOf(page, line, doer, [first, last]).map((body) => ({ ...body, mention }));
}

const isCapitalised = ({ sentence: { tokens }, adjectives }: Line, index: number): boolean =>
  tokens[index]?.tag === 'NNP' && !adjectives.has(index) && index > 0;

/** "RVLF guerrillas", "members of the Red Dawn": the name that stands right before the noun, or behind its "of". */
function namedBeside(page: Page, line: Line, doer: WordedParticipant): WordedParticipant[] {
  const { tokens } = line.sentence;
  // "Rebel troops" names nobody, however it is written.
  const isRole = (index: number): boolean => {
    const token = tokens[index];
    return token !== undefined && personGroup(token, page.people) !== null;
  };
  const isName = (index: number): boolean =>
    tokens[index]?.pos === 'PROPN' &&
    !isRole(index) &&
    !line.adjectives.has(index) &&
    !line.placeAt.has(index) &&
    !line.timeAt.has(index);
  // A lone man stands for a body only where he bears arms for it.
  const isBehind = doer.kind === 'group_of_people' || (doer.kind === 'person' && mayFight(doer));
  if (!isBehind || tokens[doer.token]?.pos !== 'NOUN') return [];
  const before = nameEnding(line, doer.token - 1, isName);
  return [before ?? nameAfter(line, doer.token, isName)].flatMap((run) =>
    run === null ? [] : bodyOf(page, line, doer, run),
  );
}

type Run = readonly [first: number, last: number];

/** The run of names that ends at `last`; "Islamic State fighters": an adjective with a capital belongs to the name. */
function nameEnding(line: Line, last: number, isName: (index: number) => boolean): Run | null {
  let first = last + 1;
  while (isName(first - 1)) first -= 1;
  if (first > last) return null;
  return [isCapitalised(line, first - 1) ? first - 1 : first, last];
}

/** "Two members of the Red Dawn": the name behind "of". */
function nameAfter(line: Line, head: number, isName: (index: number) => boolean): Run | null {
  const of = dependents(line.sentence, head, 'nmod').find(
    (child) => child > head && caseOf(line.sentence, child) === 'of' && isName(child) && !line.actors.has(child),
  );
  return of === undefined ? null : nameEnding(line, of, isName);
}

function bodyOf(page: Page, line: Line, doer: WordedParticipant, [first, last]: Run): WordedParticipant[] {
  const { tokens } = line.sentence;
  const [start, end] = [tokens[first], tokens[last]];
  if (start === undefined || end === undefined) return [];
  const spans = [{ start: start.start, end: end.end }];
  const name = tokens
    .slice(first, last + 1)
    .map((token) => token.text)
    .join(' ');
  const actor = doer.mention === null ? null : (page.actors[doer.mention]?.affiliation ?? null);
  return [{ ...doer, name, kind: 'organisation', mention: null, actor, head: end.lemma, token: last, spans }];
}
