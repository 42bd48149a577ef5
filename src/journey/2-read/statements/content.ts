/** What a cue reports, read off its sentence: the first shape that fits, in this order. */
import { asClause, fronted, medial } from './comment-clause.ts';
import type { Content, Contents, Cue } from './cue.ts';
import { clauseContent, restContent, saidThat, thatContent } from './reported-clause.ts';
import { infinitiveContent } from './reported-infinitive.ts';
import { namingContent } from './reported-naming.ts';
import { gerundContent, insistedOn, objectContent, prepositionContent } from './reported-noun.ts';

/** Null when the cue has no content of its own in its sentence. */
export function contentOf(page: { readonly contents: Contents }, cue: Cue): Content | null {
  const known = page.contents.get(cue);
  if (known !== undefined) return known;
  const content = readContent(cue);
  page.contents.set(cue, content);
  return content;
}

/** "dismissed a proposal for a truce": a reading that the words beside the verb ask for takes its object, whatever stands behind it. */
function besideContent(cue: Cue): Content | null {
  const asked = cue.readings.filter(({ beside, frames }) => beside.length > 0 && frames.has('object'));
  return asked.length === 0 ? null : objectContent({ ...cue, readings: asked });
}

function readContent(cue: Cue): Content | null {
  return (
    asClause(cue) ??
    medial(cue) ??
    insistedOn(cue) ??
    saidThat(cue) ??
    clauseContent(cue) ??
    besideContent(cue) ??
    namingContent(cue) ??
    infinitiveContent(cue) ??
    fronted(cue) ??
    thatContent(cue) ??
    prepositionContent(cue) ??
    objectContent(cue) ??
    gerundContent(cue) ??
    restContent(cue)
  );
}
