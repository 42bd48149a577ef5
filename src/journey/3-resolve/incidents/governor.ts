/** The word that an expression hangs on in its sentence's tree. */
import type { Reading } from '../../../model/reading.ts';
import type { Located, Token } from '../../../model/sentence.ts';

/** The first word above an expression that is no part of it; null at the root and without a tree. */
export function governorOf({ parsed }: Reading, { sentence, firstToken, lastToken }: Located): Token | null {
  const { tree, tokens } = parsed.sentences[sentence] ?? { tree: null, tokens: [] };
  if (tree === null) return null;
  let at = lastToken;
  for (let step = 0; step <= lastToken - firstToken + 1; step += 1) {
    at = tree.heads[at] ?? -1;
    if (at < firstToken || at > lastToken) break;
  }
  return tokens[at] ?? null;
}
