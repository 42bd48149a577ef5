/** The words that incidents are read by: triggers, weapons, objects; parsed from the lexicon of one language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { IncidentType } from '../model/coded-report.ts';
import { type CameoCodes, loadCameoCodes } from './event-codes.ts';
import { type PhraseTable, phraseTable } from './phrase-table.ts';

const FRAMES = [
  'act',
  'fire-at',
  'place',
  'happen',
  'harm',
  'suffer',
  'seen',
  'mutual',
  'move',
  'contact',
  'visit',
  'give',
  'receive',
] as const;
const NEEDS = [
  'weapon',
  'event',
  'people',
  'object',
  'hostile',
  'territory',
  'armed',
  'enemy',
  'truce',
  'aid',
  'movement',
  'airspace',
  'monitor',
  'political',
  'civilians',
  'crowd',
  'meeting',
  'effect',
  'accord',
  'relations',
  'arms',
  'money',
  'crops',
  'official',
  'visitor',
  'captives',
  'patrols',
  'conveyance',
  'belongings',
  'guest',
  'embassy',
  'asylum',
  'displaced',
  'wounded',
  'base',
  'peacekeepers',
  'shield',
  'curfew',
  'unofficial',
  'riotcontrol',
  'chemical',
  'armoury',
  'violent',
  'mishap',
  'withheld',
  'hindered',
  'moved',
  'envoy',
  'mission',
  'device',
  'gunpoint',
  'slain',
  'emplaced',
  'sighted',
] as const;

/** How the participants of a trigger stand around it; the meanings are in `knowledge/lexicon/en/triggers.yaml`. */
export type Frame = (typeof FRAMES)[number];
/** What must stand with a trigger before it counts. */
export type Need = (typeof NEEDS)[number];

export interface TriggerEntry {
  readonly type: IncidentType;
  readonly frame: Frame;
  readonly needs: Need | null;
  /** True for words that name the outcome and not the act ("death"). */
  readonly result: boolean;
  /** True for words that say that the act was prevented ("defused"). */
  readonly foiled: boolean;
  /** Codes more exact than those of the type; null where the type's own hold. */
  readonly codes: ExactCodes | null;
  /** The phrase of the lexicon. */
  readonly phrase: string;
}

/** Codes that a word names itself: "visited" is CAMEO 042, a meeting is 040, both are talks. */
export interface ExactCodes {
  readonly cameo?: string;
  readonly acled?: string;
}

export interface WeaponEntry {
  readonly id: string;
  readonly implies: IncidentType;
  /** True for things that carry weapons and act like a force. */
  readonly carrier: boolean;
}

export interface ObjectEntry {
  readonly id: string;
  readonly protected: boolean;
}

export interface TypeEntry {
  readonly acled: string | null;
  /** CAMEO of the act as done; its PLOVER category follows from it. */
  readonly cameo: string;
  /** CAMEO of the act as planned or threatened. */
  readonly planned: string;
  readonly ucdp: string | null;
  /** Types of one family may name the same act. */
  readonly family: string;
  readonly violent: boolean;
  /** People of a country commit it as well as its forces. */
  readonly people: boolean;
}

export interface IncidentWords {
  /** Several readings of one phrase stand in the order of the lexicon. */
  readonly verbs: PhraseTable<readonly TriggerEntry[]>;
  readonly nouns: PhraseTable<readonly TriggerEntry[]>;
  readonly light: ReadonlySet<string>;
  readonly outcome: ReadonlySet<string>;
  /** Wordings that nobody knows who did it. */
  readonly unclaimed: PhraseTable<true>;
  readonly weapons: PhraseTable<WeaponEntry>;
  readonly objects: PhraseTable<ObjectEntry>;
  readonly needs: ReadonlyMap<Need, PhraseTable<true>>;
  readonly types: ReadonlyMap<IncidentType, TypeEntry>;
  readonly cameo: CameoCodes;
  /** First words of the topics that triggers may need, by lemma: whether a sentence can meet a need at all. */
  readonly topics: ReadonlyMap<string, ReadonlySet<Need>>;
}

const triggerRow = z.strictObject({
  type: z.string(),
  frame: z.enum(FRAMES),
  needs: z.enum(NEEDS).optional(),
  result: z.boolean().optional(),
  foiled: z.boolean().optional(),
  cameo: z.string().optional(),
  acled: z.string().optional(),
  words: z.array(z.string()),
});
const triggerFile = z.strictObject({
  verbs: z.array(triggerRow),
  nouns: z.array(triggerRow),
  light: z.array(z.string()),
  outcome: z.array(z.string()),
  unclaimed: z.array(z.string()),
});
const weaponFile = z.strictObject({
  weapons: z.array(
    z.strictObject({
      id: z.string(),
      implies: z.string(),
      carrier: z.boolean().optional(),
      words: z.array(z.string()),
    }),
  ),
});
const targetFile = z.strictObject({
  objects: z.array(z.strictObject({ id: z.string(), protected: z.boolean().optional(), words: z.array(z.string()) })),
  needs: z.partialRecord(z.enum(NEEDS), z.array(z.string())),
});
const typeFile = z.strictObject({
  types: z.record(
    z.string(),
    z.strictObject({
      acled: z.string().nullable(),
      cameo: z.string(),
      planned: z.string(),
      ucdp: z.string().nullable(),
      family: z.string(),
      violent: z.boolean(),
      people: z.boolean().default(false),
    }),
  ),
});

/** Reads `lexicon/<language>` and the types of the codebook below `directory`; throws where a file does not fit its schema. */
export function loadIncidentWords(directory: string, language: string): IncidentWords {
  const read = (...path: string[]): unknown => parse(readFileSync(join(directory, ...path), 'utf8'));
  const types = typeTable(typeFile.parse(read('codebook', 'incident-types.yaml')));
  const typeOf = (name: string): IncidentType => {
    for (const type of types.keys()) if (type === name) return type;
    throw new Error(`lexicon/${language}: no incident type "${name}" in codebook/incident-types.yaml`);
  };
  const triggers = triggerFile.parse(read('lexicon', language, 'triggers.yaml'));
  const weapons = weaponFile.parse(read('lexicon', language, 'weapons.yaml'));
  const targets = targetFile.parse(read('lexicon', language, 'targets.yaml'));
  return {
    verbs: triggerTable(triggers.verbs, typeOf),
    nouns: triggerTable(triggers.nouns, typeOf),
    light: new Set(triggers.light),
    outcome: new Set(triggers.outcome),
    unclaimed: phraseTable(triggers.unclaimed.map((words) => [words, true as const] as const)),
    weapons: phraseTable(
      weapons.weapons.flatMap((row) =>
        row.words.map(
          (word) => [word, { id: row.id, implies: typeOf(row.implies), carrier: row.carrier === true }] as const,
        ),
      ),
    ),
    objects: phraseTable(
      targets.objects.flatMap((row) =>
        row.words.map((word) => [word, { id: row.id, protected: row.protected === true }] as const),
      ),
    ),
    needs: new Map(
      NEEDS.map((need) => [
        need,
        phraseTable((targets.needs[need] ?? []).map((word) => [word, true as const] as const)),
      ]),
    ),
    types,
    cameo: loadCameoCodes(join(directory, 'codebook', 'cameo.yaml')),
    topics: topicsOf(
      targets.needs,
      weapons.weapons.flatMap((row) => row.words),
    ),
  };
}

function topicsOf(
  needs: Partial<Record<Need, string[]>>,
  weapons: readonly string[],
): ReadonlyMap<string, ReadonlySet<Need>> {
  const topics = new Map<string, Set<Need>>();
  const add = (word: string, need: Need): void => {
    const first = word.split(/[ -]/)[0] ?? word;
    for (const form of [word, first]) topics.set(form, (topics.get(form) ?? new Set<Need>()).add(need));
  };
  for (const need of NEEDS) for (const word of needs[need] ?? []) add(word, need);
  for (const word of needs.armed ?? []) add(word, 'moved');
  // What is withheld is help; those hindered are monitors.
  for (const word of needs.aid ?? []) add(word, 'withheld');
  for (const word of needs.monitor ?? []) add(word, 'hindered');
  for (const word of weapons) {
    add(word, 'weapon');
    add(word, 'emplaced');
    add(word, 'sighted');
    add(word, 'hostile');
    add(word, 'riotcontrol');
    add(word, 'chemical');
  }
  return topics;
}

function typeTable(file: z.infer<typeof typeFile>): ReadonlyMap<IncidentType, TypeEntry> {
  // The keys of the codebook are the incident types of the contract; a test compares the two lists.
  return new Map(Object.entries(file.types) as [IncidentType, TypeEntry][]);
}

function exactCodes({ cameo, acled }: z.infer<typeof triggerRow>): ExactCodes | null {
  if (cameo === undefined && acled === undefined) return null;
  return { ...(cameo === undefined ? {} : { cameo }), ...(acled === undefined ? {} : { acled }) };
}

function triggerTable(
  rows: z.infer<typeof triggerFile>['verbs'],
  typeOf: (name: string) => IncidentType,
): PhraseTable<readonly TriggerEntry[]> {
  const byPhrase = new Map<string, TriggerEntry[]>();
  for (const row of rows) {
    for (const phrase of row.words) {
      const list = byPhrase.get(phrase) ?? [];
      list.push({
        type: typeOf(row.type),
        frame: row.frame,
        needs: row.needs ?? null,
        result: row.result === true,
        foiled: row.foiled === true,
        codes: exactCodes(row),
        phrase,
      });
      byPhrase.set(phrase, list);
    }
  }
  return phraseTable(byPhrase);
}
