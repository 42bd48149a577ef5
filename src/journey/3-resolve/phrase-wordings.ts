/**
 * Further wordings that one phrase holds of its actor: the whole of it ("opposition parties in Norway"), and the body or ruler that
 * those in office act for ("the Norwegian government" of its officials, "the Northern Council" of its ministers).
 */
import type { ActorName } from '../../model/actor-name.ts';
import type { Reading } from '../../model/reading.ts';
import type { Sentence } from '../../model/sentence.ts';

export function phraseWordings(reading: Reading, mention: ActorName): string[] {
  const sentence = reading.parsed.sentences[mention.sentence];
  if (mention.form !== 'description' || sentence?.tree == null) return [];
  return [...bodies(reading, sentence, mention), ...whole(reading, sentence, mention)];
}

/** Whose words and acts are those of a body. */
const IN_OFFICE: ReadonlySet<ActorName['role']> = new Set(['state', 'international_organisation', 'political']);
/** Nouns for bodies before those who belong to them: "Norwegian government officials". */
const BODIES: ReadonlySet<string> = new Set([
  'government',
  'ministry',
  'army',
  'police',
  'parliament',
  'council',
  'party',
]);

function bodies({ parsed, actors }: Reading, sentence: Sentence, mention: ActorName): string[] {
  if (!IN_OFFICE.has(mention.role)) return [];
  const { tokens } = sentence;
  const before = tokens[mention.head - 1];
  const { owner } = mention;
  if (owner !== null && before !== undefined && owner.end < before.start && BODIES.has(before.lemma))
    return [parsed.text.slice(owner.start, before.end)];
  if (owner !== null && (isName(sentence, owner.start) || tokens[mention.head]?.lemma === 'government'))
    return [parsed.text.slice(owner.start, owner.end)];
  // "the government of President Mora": the one who rules stands for it.
  if (tokens[mention.head]?.lemma !== 'government') return [];
  return actors.flatMap((other) =>
    other.sentence === mention.sentence && other.kind === 'person' && isRuler(sentence, other.head, mention.head)
      ? [other.text]
      : [],
  );
}

/** A name and no adjective of a state. */
const isName = ({ tokens }: Sentence, start: number): boolean =>
  tokens.find((token) => token.start === start)?.pos === 'PROPN';

const isRuler = ({ tree }: Sentence, head: number, government: number): boolean =>
  tree?.heads[head] === government && (tree.relations[head] ?? '').startsWith('nmod');

/** Behind these words stands where those are, or whom they belong to. */
const WHERE: ReadonlySet<string> = new Set(['in', 'of', 'from', 'throughout', 'across', 'near', 'at']);
const MOST_WORDS = 12;

/** With where they are and what they do: "workers protesting over pay", "settlers in the city of Ostby". */
function whole({ parsed, times }: Reading, sentence: Sentence, mention: ActorName): string[] {
  const { tokens, tree } = sentence;
  let last = mention.lastToken;
  for (const child of tree?.children[mention.head] ?? []) {
    if (child <= mention.lastToken || tree === null) continue;
    const mark = (tree.children[child] ?? []).find((each) => tree.relations[each] === 'case');
    const isWhere = tree.relations[child] === 'nmod' && WHERE.has(tokens[mark ?? -1]?.lower ?? '');
    if (!isWhere && tree.relations[child] !== 'acl') break;
    const end = lastBelow(sentence, child);
    const isTime = times.some(
      ({ sentence: at, firstToken, lastToken }) => at === sentence.index && firstToken <= end && child <= lastToken,
    );
    if (isTime || tokens.slice(last + 1, end + 1).some(({ pos }) => pos === 'PUNCT')) break;
    last = end;
  }
  const from = tokens.findIndex(({ index, pos }) => index >= mention.firstToken && pos !== 'DET' && pos !== 'NUM');
  const [first, end] = [tokens[from], tokens[last]];
  return last === mention.lastToken || first === undefined || end === undefined || last - from >= MOST_WORDS
    ? []
    : [parsed.text.slice(first.start, end.end)];
}

function lastBelow({ tree }: Sentence, token: number): number {
  let last = token;
  const open = [token];
  for (const at of open) {
    last = Math.max(last, at);
    open.push(...(tree?.children[at] ?? []));
  }
  return last;
}
