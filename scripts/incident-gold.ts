/** MUC-4 answer keys as the fitting of the incident models needs them: which wording of a report fills which slot of which template. */
import { readFileSync } from 'node:fs';
import { join, resolve as resolvePath } from 'node:path';
import type { Page } from '../src/journey/2-read/incidents/page.ts';
import type { IncidentType } from '../src/model/coded-report.ts';
import type { WordedParticipant } from '../src/model/worded-incident.ts';

interface Filler {
  alts?: string[];
  names?: string[];
  descriptions?: string[];
}

export interface GoldTemplate {
  incident_type: string[];
  optional: boolean;
  perp_individual: Filler[];
  perp_org: Filler[];
  phys_target: Filler[];
  human_target: Filler[];
  instrument: Filler[];
}

export interface GoldRow {
  id: string;
  date: string | null;
  text: string;
  templates: GoldTemplate[];
}

export type GoldSlot = 'doer' | 'hit' | 'means';

/** Head word and plain form of a wording, as the scorer of the data folder compares them. */
export interface Wording {
  head(text: string): string;
  norm(text: string): string;
}

export async function wordingOf(data: string): Promise<Wording> {
  const { head, norm }: Wording = await import(resolvePath(data, 'score/lib.mjs'));
  return { head, norm };
}

export function goldRows(data: string, limit: number): GoldRow[] {
  return readFileSync(join(data, 'muc4/dev.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .slice(0, limit);
}

/** The task's own seven types; everything else has no counterpart there. */
const MUC_TYPE: Partial<Record<IncidentType, string>> = {
  air_strike: 'BOMBING',
  drone_strike: 'BOMBING',
  missile_strike: 'BOMBING',
  bombing: 'BOMBING',
  suicide_bombing: 'BOMBING',
  mine_or_uxo: 'BOMBING',
  shelling: 'ATTACK',
  ground_attack: 'ATTACK',
  shooting: 'ATTACK',
  sniper_fire: 'ATTACK',
  killing: 'ATTACK',
  execution: 'ATTACK',
  armed_clash: 'ATTACK',
  torture: 'ATTACK',
  chemical_attack: 'ATTACK',
  property_destruction: 'ATTACK',
  abduction: 'KIDNAPPING',
  hijacking: 'HIJACKING',
  arson: 'ARSON',
  robbery: 'ROBBERY',
  looting: 'ROBBERY',
  forced_stoppage: 'FORCED WORK STOPPAGE',
};

export const isCounted = (type: IncidentType): boolean => MUC_TYPE[type] !== undefined;

export const fits = (type: IncidentType, template: GoldTemplate): boolean =>
  template.incident_type.includes(MUC_TYPE[type] ?? '');

/** Heads and plain forms of all wordings of a slot's fillers. */
export function keyWords(words: Wording, template: GoldTemplate, slot: GoldSlot): ReadonlySet<string> {
  const fillers =
    slot === 'doer'
      ? [...template.perp_individual, ...template.perp_org]
      : slot === 'hit'
        ? [...template.phys_target, ...template.human_target]
        : template.instrument;
  const all = fillers.flatMap((filler) => [
    ...(filler.alts ?? []),
    ...(filler.names ?? []),
    ...(filler.descriptions ?? []),
  ]);
  return new Set(all.flatMap((text) => [words.head(text), words.norm(text)]).filter((text) => text !== ''));
}

/** Every wording of a participant, its chain's included. */
function wordings(page: Page, participant: WordedParticipant): string[] {
  const members = participant.mention === null ? [] : (page.chains.members[participant.mention] ?? []);
  const others = members
    .map((member) => page.actors[member])
    .flatMap((actor) =>
      actor === undefined || actor.form === 'pronoun' ? [] : [actor.name ?? actor.text, actor.text],
    );
  return [participant.name, ...others];
}

export const isKey = (words: Wording, page: Page, participant: WordedParticipant, key: ReadonlySet<string>): boolean =>
  wordings(page, participant).some((text) => isKeyText(words, text, key));

export const isKeyText = (words: Wording, text: string, key: ReadonlySet<string>): boolean =>
  key.has(words.head(text)) || key.has(words.norm(text));
