/**
 * Which actor of the register a name stands for when several bear it, and whom a description means: one of the report's countries before others, one that
 * existed when the report was published before one that did not, otherwise the likeliest of the register.
 */

import { type Actor, type ActorRegister, foldName } from '../../knowledge/actors.ts';
import type { ActorName } from '../../model/actor-name.ts';
import { ARMED_GROUPS } from '../../model/armed-roles.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { NamedGroup } from './places/context.ts';

export interface ActorContext {
  /** ISO 3166-1 alpha-2 of the places in the report, the most often named first. */
  readonly countries: readonly string[];
  /** ISO 8601; null when unknown. */
  readonly published: string | null;
}

export interface ResolvedActors {
  /** The same mentions in the same order, each with the chosen actor. */
  readonly actors: ActorName[];
  /** Where a bare word ("the army") was taken for a body of the report's country: once for each. */
  readonly notes: CodedReport['notes'];
}

export function resolveActors(
  actors: readonly ActorName[],
  register: ActorRegister,
  context: ActorContext,
): ResolvedActors {
  const country = onlyCountry(actors, register, context);
  const noted = new Map<string, CodedReport['notes'][number]>();
  const resolved = actors.map((mention) => {
    const chosen = choose(mention, register, context) ?? described(mention, register, context);
    const bare = chosen === null && country !== null ? bareBranch(mention, country, register, context) : null;
    const actor = chosen ?? bare;
    if (actor === null || actor.id === mention.actor) return mention;
    if (bare !== null && !noted.has(bare.id)) noted.set(bare.id, noteOn(mention, bare, register));
    return { ...mention, actor: actor.id, affiliation: actor.id, country: actor.country, role: actor.role };
  });
  return { actors: resolved, notes: [...noted.values()] };
}

/** The one country that a report speaks of, by its places and its actors; null where several are, or where it has several armies. */
function onlyCountry(actors: readonly ActorName[], register: ActorRegister, context: ActorContext): string | null {
  const [country, ...others] = context.countries;
  if (country === undefined || others.length > 0 || register.severalArmies.has(country)) return null;
  const isForeign = (mention: ActorName): boolean =>
    [mention.country, ...mention.others.map((owner) => owner.country)].some((of) => of !== null && of !== country);
  return actors.some(isForeign) ? null : country;
}

/** "The army" in a report on one country, if that country has such a body then. */
function bareBranch(mention: ActorName, country: string, register: ActorRegister, context: ActorContext): Actor | null {
  if (mention.form !== 'description' || mention.actor !== null || mention.kind === 'person' || mention.owner !== null)
    return null;
  const branch = register.bareBranches.get(foldName(withoutArticle(mention.text)));
  const actor = branch === undefined ? undefined : register.actors.get(`${country.toLowerCase()}.${branch}`);
  return actor !== undefined && existed(actor, context.published) ? actor : null;
}

function noteOn(
  { text, start, end }: ActorName,
  { name, country }: Actor,
  { countries }: ActorRegister,
): CodedReport['notes'][number] {
  const where = countries.get(country ?? '')?.name ?? country;
  return {
    code: 'actor/by-country',
    message: `"${text}" is taken for ${name}: the report speaks of ${where} alone, and no other body there is called so`,
    span: { start, end },
  };
}

/** A description without its article or quantifier. */
const withoutArticle = (text: string): string => text.replace(/^(?:the|a|an|some|several|many|all)\s+/i, '');

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
  const wording = withoutArticle(mention.text);
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

/** The armed groups that a text names and that the register knows in one country, each once. */
export function groupsOf(actors: readonly ActorName[], register: ActorRegister): NamedGroup[] {
  const found = new Map<string, NamedGroup>();
  for (const { actor, affiliation } of actors) {
    const group = register.actors.get(actor ?? affiliation ?? '');
    if (group?.country != null && ARMED_GROUPS.has(group.role))
      found.set(group.id, { name: group.id, country: group.country });
  }
  return [...found.values()];
}
