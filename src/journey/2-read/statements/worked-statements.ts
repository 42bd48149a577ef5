/** Reads sentences for the tests of statements: what was told, by whom, to whom, as worded. */
import { loadActorWords } from '../../../knowledge/actor-words.ts';
import { loadActors } from '../../../knowledge/actors.ts';
import { loadGrammar } from '../../../knowledge/grammar-weights.ts';
import { loadHarmWords } from '../../../knowledge/harm-words.ts';
import { loadSpeechWords } from '../../../knowledge/speech-words.ts';
import type { ActorName } from '../../../model/actor-name.ts';
import type { WordedStatement } from '../../../model/worded-statement.ts';
import { findActors } from '../actors/actors.ts';
import { linkMentions } from '../actors/link-mentions.ts';
import { parseText } from '../grammar/parse-text.ts';
import { findStatements } from './statements.ts';

export const register = loadActors('knowledge/actors');
export const actorWords = loadActorWords('knowledge/lexicon/en');
export const words = loadSpeechWords('knowledge/lexicon/en', 'knowledge/codebook');
export const harmVerbs = loadHarmWords('knowledge', 'en').byVerb;
export const grammar = loadGrammar('knowledge/weights');

export function read(text: string): {
  statements: readonly WordedStatement[];
  actors: readonly ActorName[];
  chains: ReturnType<typeof linkMentions>;
} {
  const parsed = parseText(text, grammar);
  const actors = findActors(parsed, register, actorWords);
  const chains = linkMentions(parsed, actors, harmVerbs);
  const statements = findStatements(parsed, actors, chains, [], words);
  return { statements, actors, chains };
}

export type Told = [speaker: string | undefined, content: string, addressees: string[]];

/** Speaker, content and those spoken to, as worded. */
export const told = (text: string): Told[] =>
  read(text).statements.map((statement) => [
    statement.speaker?.text,
    text.slice(statement.span.start, statement.span.end),
    statement.addressees.map((party) => party.text),
  ]);
