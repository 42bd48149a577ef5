/** Who is held, wanted, tried or sentenced for an act: "was arrested over the murder", "found guilty of killing two". */
import { caseOf, dependents, headOf, isPassive, objectOf, relationOf, subjectOf } from '../grammar/tree.ts';
import type { Line } from './page.ts';

/** Between the verb and what it is for there may stand "on charges of", "in connection with". */
const LEVELS = 4;

interface Held {
  /** What courts and police do. */
  readonly verb: number;
  readonly accused: number;
}

/** The nearest of them above an act; null where nobody is held for it. */
export function heldFor(line: Line, act: number): Held | null {
  const { sentence, grammar } = line;
  let below = act;
  for (let level = 0; level < LEVELS; level += 1) {
    const at = headOf(sentence, below);
    if (at === null || relationOf(sentence, below) === 'acl:relcl') return null;
    const lemma = sentence.tokens[at]?.lemma ?? '';
    const isVerb = grammar['held-for'].has(lemma) && sentence.tokens[at]?.pos === 'VERB';
    if ((isVerb && saysWhy(line, below)) || grammar['found-guilty'].has(lemma)) {
      const accused = isVerb && !isPassive(sentence, at) ? objectOf(sentence, at) : whoIs(line, at);
      return accused === null || accused === below ? null : { verb: at, accused };
    }
    below = at;
  }
  return null;
}

/** Who was held, is "guilty" or "on trial", or was found so. */
function whoIs({ sentence }: Line, at: number): number | null {
  const own = dependents(sentence, at).find((child) => child < at && WHO.has(relationOf(sentence, child)));
  if (own !== undefined) return own;
  const verb = headOf(sentence, at);
  if (verb === null || sentence.tokens[verb]?.pos !== 'VERB') return null;
  // "found the commander guilty", "was found guilty", "pleaded guilty".
  const found = isPassive(sentence, verb) ? null : objectOf(sentence, verb);
  return found === at ? null : (found ?? subjectOf(sentence, verb));
}
const WHO: ReadonlySet<string> = new Set(['nsubj', 'nsubj:pass', 'nmod:unmarked']);

/** "for killing", "over the murder", "on suspicion of", "in connection with"; "arrested in the raid" says when. */
function saysWhy({ sentence, grammar }: Line, below: number): boolean {
  const marks = [
    caseOf(sentence, below),
    ...dependents(sentence, below, 'mark').map((at) => sentence.tokens[at]?.lower),
  ];
  return (
    marks.some((mark) => mark === 'for' || mark === 'over') ||
    grammar['held-on'].has(sentence.tokens[below]?.lemma ?? '')
  );
}
