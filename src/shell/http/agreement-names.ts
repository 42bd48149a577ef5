/** Names that packs carry in another language, by the English name that answers hold: one table for every page. */
import { type Agreement, NAMED_KINDS, type NamedKind, type NameLanguage } from '../../model/agreement.ts';
import type { NameTable } from './contract.ts';

type ActorName = (id: string) => string;

/** Sorted by the English name; where packs differ on one, the first pack's stands. */
export function nameTableOf(agreements: readonly Agreement[], actorName: ActorName, language: NameLanguage): NameTable {
  const table = new Map<string, string>();
  const put = (name: string | undefined, said: string | null): void => {
    if (name !== undefined && said !== null && !table.has(name)) table.set(name, said);
  };
  for (const agreement of agreements) {
    const names = agreement.names.find((one) => one.language === language);
    if (names === undefined) continue;
    put(agreement.name, names.agreement);
    for (const kind of NAMED_KINDS)
      for (const [id, said] of Object.entries(names[kind])) put(englishOf(agreement, kind, id, actorName), said);
  }
  const items = [...table].map(([name, said]) => ({ name, said }));
  return { language, items: items.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

function englishOf(agreement: Agreement, kind: NamedKind, id: string, actorName: ActorName): string | undefined {
  const isIt = (one: { readonly id: string }): boolean => one.id === id;
  switch (kind) {
    case 'clauses':
      return agreement.clauses.find(isIt)?.title;
    case 'intervals':
      return agreement.calendar.intervals.find(isIt)?.names[0];
    case 'replaced':
      return agreement.calendar.replaced.find(({ at }) => at === id)?.by;
    case 'parties':
      return actorName(id);
    case 'sides':
    case 'registrars':
    case 'instruments':
    case 'zones':
      return agreement[kind].find(isIt)?.name;
    default:
      return kind satisfies never;
  }
}
