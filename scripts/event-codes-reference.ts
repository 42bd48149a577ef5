/** Writes docs/reference/event-codes.md from codebook and lexicon. `node scripts/event-codes-reference.ts [--check]`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IncidentWords, TriggerEntry } from '../src/knowledge/incident-words.ts';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import type { SpeechWords } from '../src/knowledge/speech-words.ts';

const HEAD = `# Event codes

What the codes of incidents and statements mean and where they come from. Written by \`npm run docs:codes\` from
\`knowledge/codebook\` and \`knowledge/lexicon/en\`; the tables are the ones in force.

Each incident carries the codes of four schemes, each statement those of two. The type of an incident and the kind of a
statement are closed lists of the contract; the codes say more exactly what was done. An act that has no type of its own
stands where it fits most honestly: what is done by being declared (a lifted ban, sanctions, a resignation) is a statement of
kind \`announcement\` with the code of the act; what is done in kind stands under the nearest type (arms given to a party are
\`weapons_placement\` with CAMEO 072, a visit is \`talks\` with 042).

## How a code is chosen

- **CAMEO.** The word's own code, else the type's. A planned or threatened act has the code of the promise or the threat;
  if a statement tells of it, only the statement has a code, and so has what one word makes both ("agreed to a ceasefire").
  Denied acts have none: the denial is the statement. An act between parties of which none is named has none. A killing is 190
  between fighters, 186 if an official is the victim, else 1823. 196 ("violate ceasefire") is never given: a breach is a test result.
- **PLOVER** follows from CAMEO.
- **ACLED.** The type's sub-event, made exact by who met whom: force between armed sides is a clash, against others an attack; by
  police or soldiers against protesters it is an intervention, or excessive force when somebody is killed or shot at; by a crowd
  it is a violent demonstration at a protest, else mob violence. A protest is violent if a riot, a clash or violence by its people is told
  with it. Weapons found, seized or made harmless are a disrupted use. Ground goes to the side that is said to have taken it.
- **UCDP** type of violence: 1 if a state is one of two armed sides or takes ground, 2 if none is, 3 if an organised side hits
  civilians; unknown if the sides are.
- **Statements.** The cue's code if it has one of its own, else that of the kind, made exact by what is asked, promised, refused or
  threatened. A promise that a spokesman tells is his side's (\`speaker\`); whom an act is directed at stands in \`addressees\`.

Exchanging the parties of a sentence never changes a code; \`npm run neutrality\` proves it.

## Limits

- An act of which nobody is named, neither by whom nor upon whom, has no CAMEO code; within a declared act ("broke off the talks") the
  act alone has one.
- CAMEO's third and fourth digits are given where the words tell them; "full code" is measured on 39 records only.
- Natural and man-made disasters, organised crime and claims of responsibility have no ACLED label in the contract; deaths by flood,
  quake or crash are no incidents at all.
- Who wins ground is read from the sides' roles; "regains" is not checked against who held it before.
- A protest that is told violent only in another sentence, without an act of its people that is coded, counts as peaceful.
`;

export function eventCodesReference(knowledge: string): string {
  const { incidentWords, speechWords } = loadKnowledge(knowledge);
  const parts = [
    HEAD,
    types(incidentWords),
    ownWords(incidentWords),
    kinds(speechWords),
    acts(speechWords),
    codes(incidentWords),
  ];
  return `${parts.join('\n').trimEnd()}\n`;
}

const table = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `## ${title}`,
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');

function types({ types, cameo }: IncidentWords): string {
  const rows = [...types].map(([type, entry]) => [
    type,
    entry.acled ?? 'by side',
    entry.cameo,
    cameo.get(entry.cameo)?.plover ?? '',
    entry.planned,
    entry.ucdp ?? (entry.violent ? 'by sides' : 'none'),
  ]);
  return table('Incident types', ['type', 'ACLED', 'CAMEO', 'PLOVER', 'planned or threatened', 'UCDP'], rows);
}

/** Words whose code is not their type's, one row a type and code. */
function ownWords({ verbs, nouns }: IncidentWords): string {
  const groups = new Map<string, Set<string>>();
  const entries: TriggerEntry[] = [verbs, nouns].flatMap((list) =>
    [...list.values()].flat().flatMap((phrase) => phrase.entry),
  );
  for (const { type, codes: own, phrase, needs } of entries) {
    if (own === null) continue;
    const key = [type, own.cameo ?? '', own.acled ?? '', needs ?? ''].join(' | ');
    groups.set(key, (groups.get(key) ?? new Set()).add(phrase));
  }
  const rows = [...groups].map(([key, words]) => [...key.split(' | '), [...words].sort().join(', ')]).sort(byText);
  return table('Words with codes of their own', ['type', 'CAMEO', 'ACLED', 'beside it', 'words'], rows);
}

function kinds({ kinds: list }: SpeechWords): string {
  const rows = [...list].map(([kind, { cameo, bySubject }]) => [
    kind,
    cameo,
    [...bySubject].map(([subject, code]) => `${subject} ${code}`).join(', '),
  ]);
  return table('Kinds of statement', ['kind', 'CAMEO', 'by what it is about'], rows);
}

/** Verbs that do something by declaring it. */
function acts({ verbs, cameo }: SpeechWords): string {
  const groups = new Map<string, Set<string>>();
  for (const [verb, cues] of verbs) {
    for (const cue of cues) {
      if (!cue.frames.has('act') || cue.cameo === null) continue;
      groups.set(cue.cameo, (groups.get(cue.cameo) ?? new Set()).add(verb));
    }
  }
  const rows = [...groups]
    .map(([code, words]) => [code, cameo.get(code)?.meaning ?? '', [...words].sort().join(', ')])
    .sort(byText);
  return table('Acts done by being declared', ['CAMEO', 'what it is', 'verbs'], rows);
}

const codes = ({ cameo }: IncidentWords): string =>
  table(
    'CAMEO codes in use',
    ['code', 'meaning', 'PLOVER'],
    [...cameo.values()].map(({ code, meaning, plover }) => [code, meaning, plover ?? 'none']),
  );

const byText = (a: readonly string[], b: readonly string[]): number => {
  const [first, second] = [a.join(), b.join()];
  return first < second ? -1 : first > second ? 1 : 0;
};

const root = join(import.meta.dirname, '..');
const path = join(root, 'docs', 'reference', 'event-codes.md');
if (import.meta.main) {
  const page = eventCodesReference(join(root, 'knowledge'));
  if (process.argv.includes('--check')) process.exitCode = readFileSync(path, 'utf8') === page ? 0 : 1;
  else writeFileSync(path, page);
}
