/** What the other names of a text say of a name: its container, a list it stands in, the same name elsewhere, the country of the text. */
import { areaOf, linkIn, ownsPart } from './containers.ts';
import { addEvidence, type TextEvidence, type Weighed } from './evidence.ts';
import { isTag } from './tagged-names.ts';

const gapBetween = (a: Weighed, b: Weighed): readonly string[] =>
  a.candidate.sentence.tokens.slice(a.candidate.last + 1, b.candidate.first).map((token) => token.lower);

/** A name before its container is a place: "X, Y", and less surely "X in Y". */
export function weighContainers(weighed: readonly Weighed[], { gazetteer, words }: TextEvidence): void {
  for (let at = 0; at + 1 < weighed.length; at++) {
    const [a, b] = [weighed[at], weighed[at + 1]];
    if (a === undefined || b === undefined || a.candidate.sentence !== b.candidate.sentence || b.isDemonym) continue;
    if (ownsPart(a, b, words)) addEvidence(b, 'beside/container-in', words);
    if (isBracketed(a, b) && a.score >= (words.evidence.get('threshold') ?? 2))
      addEvidence(b, 'beside/bracketed-container', words);
    const link = linkIn(a.candidate.sentence.tokens.slice(a.candidate.last + 1, b.candidate.first), words);
    if (
      link === null ||
      (a.candidate.via !== 'worded' && areaOf(a.candidate.matches, b.candidate.matches, gazetteer) === null)
    )
      continue;
    addEvidence(a, link === 'comma' ? 'beside/container' : 'beside/container-in', words);
  }
}

/** "X village (Y": right behind a place, what the bracket opens with says where it is. */
function isBracketed(a: Weighed, b: Weighed): boolean {
  const gap = gapBetween(a, b);
  return gap.length <= 2 && gap.at(-1) === '(';
}

/** A country that this share of a text's certain places lie in is where the text plays. */
const HOME_SHARE = 0.3;
const fewPlaces = 2;

/** A doubtful name of a place in the country that the text is about is likelier to be that place. */
export function weighCountries(weighed: readonly Weighed[], { gazetteer, words }: TextEvidence): void {
  const sure = (words.evidence.get('threshold') ?? 2) + 0.5;
  const counts = new Map<string, number>();
  let total = 0;
  for (const { candidate, score } of weighed) {
    const [first] = candidate.matches;
    if (score < sure || first === undefined) continue;
    const countries = new Set(candidate.matches.slice(0, fewMatches).map((match) => gazetteer.country(match.place)));
    total++;
    for (const country of countries)
      if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1 / countries.size);
  }
  const homes = new Set(
    [...counts].filter(([, count]) => count >= fewPlaces && count >= total * HOME_SHARE).map(([country]) => country),
  );
  if (homes.size === 0) return;
  for (const each of weighed) {
    if (each.score >= sure || each.isDemonym) continue;
    if (each.candidate.matches.some((match) => homes.has(gazetteer.country(match.place) ?? '')))
      addEvidence(each, 'text/country-fits', words);
  }
}

/** Names with more namesakes than this tell nothing of a country. */
const fewMatches = 8;

/** Names in a list with a certain place are places, and make their own neighbours certain: once forward, once back. */
export function weighLists(weighed: readonly Weighed[], { words }: TextEvidence): void {
  const sure = words.evidence.get('threshold') ?? 2;
  const spread = (
    from: Weighed | undefined,
    to: Weighed | undefined,
    a: Weighed | undefined,
    b: Weighed | undefined,
  ): void => {
    if (from === undefined || to === undefined || a === undefined || b === undefined) return;
    if (from.candidate.sentence !== to.candidate.sentence || from.score < sure || from.isDemonym || from.isEmbedded)
      return;
    if (b.candidate.first - a.candidate.last > 3 || to.because.includes('beside/list-of-places')) return;
    const gap = gapBetween(a, b);
    const areTags = gap.length === 0 && opensWithTag(a) && opensWithTag(b);
    if ((gap.length > 0 || areTags) && gap.every((lower) => lower === ',' || lower === 'and' || lower === 'or'))
      addEvidence(to, 'beside/list-of-places', words);
  };
  for (let at = 0; at + 1 < weighed.length; at++) spread(weighed[at], weighed[at + 1], weighed[at], weighed[at + 1]);
  for (let at = weighed.length - 1; at > 0; at--) spread(weighed[at], weighed[at - 1], weighed[at - 1], weighed[at]);
}

/** "#Syria #Hammouriyeh": tags stand beside each other as places of a list do. */
const opensWithTag = ({ candidate: { sentence, first } }: Weighed): boolean => {
  const token = sentence.tokens[first];
  return token !== undefined && isTag(token);
};

/** One sense per text: where a name is clearly a place once, it is likelier one elsewhere. */
export function weighElsewhere(weighed: readonly Weighed[], { words }: TextEvidence): void {
  const sure = (words.evidence.get('threshold') ?? 2) + 1;
  const places = new Set(
    weighed.filter((each) => each.score >= sure && !each.isEmbedded).map((each) => each.candidate.key),
  );
  for (const each of weighed)
    if (each.score < sure && places.has(each.candidate.key)) addEvidence(each, 'text/place-elsewhere', words);
}
