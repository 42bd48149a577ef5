/** `trucewatch assess`: which clauses of an agreement the incidents of reports touch, limb by limb. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { corroborate } from '../../journey/4-corroborate/corroborate.ts';
import { sourcesOfCodings } from '../../journey/4-corroborate/source-context.ts';
import { assessor } from '../../journey/5-assess/assess.ts';
import { whatIf, whatIfElsewhere } from '../../journey/5-assess/what-if.ts';
import { type AskedPlace, askedPlaces } from '../../knowledge/asked-place.ts';
import { type Knowledge, loadKnowledge } from '../../knowledge/knowledge.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { Finding } from '../../model/finding.ts';
import type { Incident } from '../../model/incident.ts';
import { PROJECT_ROOT } from '../config.ts';
import { type Command, CommandError, type CommandIo, EXIT } from './command.ts';
import { codedReports } from './corroborate.ts';
import { elsewhereInWords, findingInBrief, findingInWords, suppositionsInWords } from './finding-words.ts';
import { readBytes } from './input-lines.ts';

export const assessCommand: Command = {
  name: 'assess',
  summary: 'test incidents against the clauses of an agreement',
  help: `usage: trucewatch assess [FILE…|-] --agreement ID [--jsonl] [--published DATE] [--brief] [--what-if] [--elsewhere PLACE]

Without --jsonl, reads reports (text, HTML or any other supported format), codes them, links what they tell of one event,
and prints the findings in words. With --jsonl, reads CodedReport lines (the output of "trucewatch code --jsonl") and
prints one Finding a line: one incident tested against one clause that could concern it, in the order of the incidents'
times and of the agreement's clauses.

  --agreement ID    the agreement to test against; "trucewatch agreements list" names them
  --jsonl           CodedReport lines in, Finding lines out
  --published DATE  when the reports were published (ISO 8601); only without --jsonl
  --brief           each finding as its outcome and one paragraph, without the limbs; only without --jsonl
  --what-if         adds which outcomes would change if an open limb came out one way, if it happened at the edge of the
                    area that it is known to, or if one registrar's list of who accepted counted alone; only without --jsonl
  --elsewhere PLACE adds what each clause would come to if it had happened there: a name of the gazetteer, or coordinates
                    as "33.46, 36.23" (latitude first); only without --jsonl

A finding is what a rule says of what reports say. "breach-indicated" is the strongest word the program has; whether an
agreement was broken is for a person to determine.

Exit status: 0 done, 2 usage, 65 input refused, 70 defect of the program.`,
  run,
};

const OPTIONS = {
  agreement: { type: 'string' },
  jsonl: { type: 'boolean', default: false },
  published: { type: 'string' },
  brief: { type: 'boolean', default: false },
  'what-if': { type: 'boolean', default: false },
  elsewhere: { type: 'string' },
} as const;

async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parsed(args);
  const paths = positionals.length === 0 ? ['-'] : positionals;
  const knowledge = loadKnowledge(join(PROJECT_ROOT, 'knowledge'));
  const agreement = agreementOf(values.agreement, knowledge);
  if (values.published !== undefined && Number.isNaN(Date.parse(values.published))) {
    const found = `found "${values.published}"`;
    throw new CommandError(
      EXIT.usage,
      'cli/bad-date',
      `--published: expected an ISO 8601 date such as 2016-06-15, ${found}`,
    );
  }
  const reports = values.jsonl
    ? await codedReports(paths, io)
    : await codeReports(paths, values.published, knowledge, io);
  const byId = new Map(reports.map((report) => [report.id, report]));
  const { incidents } = corroborate(reports, knowledge.corroboration, {
    sources: sourcesOfCodings(reports, knowledge.sources),
  });
  const assess = assessor(agreement, knowledge.actors, knowledge.assessment);
  let told = 0;
  for (const incident of incidents) {
    const findings = assess(incident, byId);
    told += findings.length;
    for (const finding of findings) io.stdout.write(`${printed(finding, values, byId)}\n`);
    if (values.jsonl || findings.length === 0) continue;
    if (values['what-if'])
      io.stdout.write(suppositionsInWords(whatIf(incident, byId, agreement, knowledge.actors, knowledge.assessment)));
    if (values.elsewhere !== undefined)
      io.stdout.write(elsewhereOf(values.elsewhere, incident, byId, agreement, knowledge));
  }
  if (!values.jsonl && told === 0)
    io.stdout.write(`No incident in the reports touches a clause of ${agreement.name}.\n`);
  return EXIT.done;
}

/** The likeliest place of the name is taken; how many others bear it is said, so that coordinates can be given instead. */
function elsewhereOf(
  text: string,
  incident: Incident,
  reports: ReadonlyMap<string, CodedReport>,
  agreement: Agreement,
  knowledge: Knowledge,
): string {
  const country = incident.place?.country ?? agreement.countries[0] ?? null;
  const [place, ...others] = askedPlaces(text, country, knowledge);
  if (place === undefined)
    throw new CommandError(
      EXIT.usage,
      'cli/unknown-place',
      `--elsewhere: no place is known by "${text}"; give another spelling, or coordinates such as "33.46, 36.23"`,
    );
  const turns = whatIfElsewhere(place, incident, reports, agreement, knowledge.actors, knowledge.assessment);
  return elsewhereInWords(placeInWords(place, others.length), turns);
}

function placeInWords({ name, admin1, country }: AskedPlace, others: number): string {
  const within = [admin1, country].filter((part) => part !== null).join(', ');
  return `${name}${within === '' ? '' : ` (${within})`}${others === 0 ? '' : `; ${others} more of that name are known`}`;
}

function printed(
  finding: Finding,
  { jsonl, brief }: { readonly jsonl: boolean; readonly brief: boolean },
  reports: ReadonlyMap<string, CodedReport>,
): string {
  if (jsonl) return JSON.stringify(finding);
  return brief ? findingInBrief(finding) : findingInWords(finding, reports);
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CommandError(EXIT.usage, 'cli/usage', `${message}; see trucewatch assess --help`);
  }
}

function agreementOf(id: string | undefined, { agreements }: Knowledge): Agreement {
  const agreement = id === undefined ? undefined : agreements.get(id);
  if (agreement !== undefined) return agreement;
  const known = [...agreements.keys()].join(', ');
  const found = id === undefined ? 'none was named' : `there is no "${id}"`;
  throw new CommandError(EXIT.usage, 'cli/unknown-agreement', `--agreement: ${found}; known are ${known}`);
}

async function codeReports(
  paths: readonly string[],
  published: string | undefined,
  knowledge: Knowledge,
  io: CommandIo,
): Promise<CodedReport[]> {
  // Loaded only here: findings from coded lines need neither the readers of formats nor the grammar.
  const [{ isRefusal }, { ingest }, { code }, { makeIngestTools }] = await Promise.all([
    import('../../journey/1-ingest/adapter.ts'),
    import('../../journey/1-ingest/ingest.ts'),
    import('../../journey/journey.ts'),
    import('../ingest-tools.ts'),
  ]);
  const tools = makeIngestTools();
  const coded: CodedReport[] = [];
  for (const path of paths) {
    const hints = published === undefined ? {} : { published };
    for (const result of await ingest(await readBytes(path, io), hints, tools)) {
      if (isRefusal(result)) throw new CommandError(EXIT.inputRefused, result.code, `${path}: ${result.message}`);
      coded.push(code(result, knowledge));
    }
  }
  return coded;
}
