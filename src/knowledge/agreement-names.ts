/** Names of a pack in other languages (`names.<language>.yaml`, optional): by the ids of what stands in its other files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Agreement,
  type AgreementNames,
  NAME_LANGUAGES,
  NAMED_KINDS,
  type NamedKind,
  type NameLanguage,
} from '../model/agreement.ts';
import type { AgreementComplaint } from './agreement-pack.ts';
import { namesFile } from './agreement-schema.ts';
import { parseSource } from './yaml-source.ts';

type Unnamed = Omit<Agreement, 'names'>;

/** Complaints go to `complaints`: a file that cannot be read, or a name for something that the pack does not hold. */
export function readNames(
  directory: string,
  agreement: Unnamed,
  knownActors: ReadonlySet<string>,
  complaints: AgreementComplaint[],
): AgreementNames[] {
  return NAME_LANGUAGES.flatMap((language) => {
    const file = `names.${language}.yaml`;
    const path = join(directory, file);
    if (!existsSync(path)) return [];
    const parsed = parseSource(file, readFileSync(path, 'utf8'), namesFile(language));
    if ('complaints' in parsed) {
      complaints.push(...parsed.complaints);
      return [];
    }
    const { value, at } = parsed.source;
    for (const kind of NAMED_KINDS) {
      const known = kind === 'parties' ? knownActors : idsOf(agreement, kind);
      for (const id of Object.keys(value[kind]))
        if (!known.has(id))
          complaints.push({
            kind: 'refused',
            code: 'agreement/name-of-nothing',
            where: at([kind, id]),
            message: `nothing among ${kind} of this pack is "${id}"; correct the id or take the line out`,
          });
    }
    return [namesOf(language, value)];
  });
}

function namesOf(language: NameLanguage, value: Omit<AgreementNames, 'language'>): AgreementNames {
  const { agreement, sides, registrars, instruments, intervals, replaced, zones, clauses, parties } = value;
  return { language, agreement, sides, registrars, instruments, intervals, replaced, zones, clauses, parties };
}

/** What a translator still has to name, as "clause G2"; parties are named by the register and may stay as they are. */
export function unnamedIn(agreement: Unnamed, names: AgreementNames): string[] {
  return NAMED_KINDS.filter((kind) => kind !== 'parties').flatMap((kind) =>
    [...idsOf(agreement, kind)].filter((id) => names[kind][id] === undefined).map((id) => `${kind} ${id}`),
  );
}

function idsOf(agreement: Unnamed, kind: Exclude<NamedKind, 'parties'>): ReadonlySet<string> {
  switch (kind) {
    case 'replaced':
      return new Set(agreement.calendar.replaced.map(({ at }) => at));
    case 'intervals':
      return new Set(agreement.calendar.intervals.map(({ id }) => id));
    case 'sides':
    case 'registrars':
    case 'instruments':
    case 'zones':
    case 'clauses':
      return new Set(agreement[kind].map(({ id }) => id));
    default:
      return kind satisfies never;
  }
}
