/**
 * Which actor of the register a name stands for when several bear it, and whom a description means: one of the report's countries before others, one that
 * existed when the report was published before one that did not, otherwise the likeliest of the register.
 */
import { type Actor, type ActorRegister, foldName } from '../../knowledge/actors.ts';
import type { ActorName } from '../../model/actor-name.ts';

export interface ActorContext {
  /** ISO 3166-1 alpha-2 of the places in the report, the most often named first. */
  readonly countries: readonly string[];
  /** ISO 8601; null when unknown. */
  readonly published: string | null;
}

/** The same mentions in the same order, each with the chosen actor. */
export function resolveActors(
  actors: readonly ActorName[],
  register: ActorRegister,
  context: ActorContext,
): ActorName[] {
  return actors.map((mention) => {
    const chosen = choose(mention, register, context) ?? described(mention, register, context);
    if (chosen === null || chosen.id === mention.actor) return mention;
    return { ...mention, actor: chosen.id, affiliation: chosen.id, country: chosen.country, role: chosen.role };
  });
}

function choose(mention: ActorName, register: ActorRegister, context: ActorContext): Actor | null {
  if (mention.actor === null || mention.candidates.length < 2) return null;
  const ranked = mention.candidates
    .flatMap((id) => register.actors.get(id) ?? [])
    .map((actor, order) => ({ actor, score: scoreOf(actor, context) - order * 0.1 }))
    .sort((a, b) => b.score - a.score);
  return ranked[0]?.actor ?? null;
}

/** How many of the report's countries, the most often named first, a description may be about. */
const MAIN_COUNTRIES = 2;

/** "the opposition" in a report about one country means the actor that the register describes so there. */
function described(mention: ActorName, register: ActorRegister, context: ActorContext): Actor | null {
  if (mention.form !== 'description' || mention.actor !== null || mention.kind === 'person') return null;
  const wording = mention.text.replace(/^(?:the|a|an|some|several|many|all)\s+/i, '');
  const entries = register.names.get(foldName(wording))?.filter((entry) => entry.as === 'description') ?? [];
  const fitting = entries
    .flatMap((entry) => register.actors.get(entry.id) ?? [])
    .filter(
      (actor) =>
        actor.country !== null &&
        context.countries.slice(0, MAIN_COUNTRIES).includes(actor.country) &&
        existed(actor, context.published),
    );
  return fitting[0] ?? null;
}

function scoreOf(actor: Actor, context: ActorContext): number {
  const rank = actor.country === null ? -1 : context.countries.indexOf(actor.country);
  const nearness = rank === -1 ? 0 : 2 - Math.min(rank, 5) * 0.2;
  return nearness + (existed(actor, context.published) ? 0 : -1);
}

function existed(actor: Actor, published: string | null): boolean {
  if (published === null) return true;
  const isBefore = actor.from !== null && published.slice(0, actor.from.length) < actor.from;
  const isAfter = actor.to !== null && published.slice(0, actor.to.length) > actor.to;
  return !isBefore && !isAfter;
}
