/** `trucewatch agreements`: what agreements there are, and whether a folder holds one that can be used. */
import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { whyUntestable } from '../../journey/5-assess/clause-tests.ts';
import { failedCases } from '../../journey/5-assess/worked-case.ts';
import { unnamedIn } from '../../knowledge/agreement-names.ts';
import { agreementIds, loadAgreement, PACK_FILES } from '../../knowledge/agreements.ts';
import { type Knowledge, loadKnowledge } from '../../knowledge/knowledge.ts';
import { loadWorkedCases, unknownClausesIn } from '../../knowledge/worked-cases.ts';
import type { Agreement } from '../../model/agreement.ts';
import { PROJECT_ROOT } from '../config.ts';
import { type Command, CommandError, type CommandIo, EXIT } from './command.ts';

export const agreementsCommand: Command = {
  name: 'agreements',
  summary: 'list the agreements, or check folders that hold some',
  help: `usage: trucewatch agreements list
       trucewatch agreements check DIR…

list   prints each agreement's id, name, when it was in force, and how many clauses events can be tested against
check  reads the pack in DIR (clauses.yaml, parties.yaml, calendar.yaml, areas.geojson, cases.yaml, names.ar.yaml), names every fault by
       file and line with what to do, runs its worked cases, and tells which clauses no event could ever test and which
       entries are not checked against a source; a folder that holds packs is gone through pack by pack

Exit status: 0 done, 2 usage, 65 a pack was refused or a worked case failed, 70 defect of the program.`,
  run,
};

async function run(args: string[], io: CommandIo): Promise<number> {
  const [verb, ...rest] = args;
  const knowledge = loadKnowledge(join(PROJECT_ROOT, 'knowledge'));
  if (verb === 'list' && rest.length === 0) return list(knowledge, io);
  if (verb === 'check' && rest.length > 0) {
    const statuses = rest.flatMap(packsIn).map((directory) => check(directory, knowledge, io));
    return statuses.every((status) => status === EXIT.done) ? EXIT.done : EXIT.inputRefused;
  }
  throw new CommandError(EXIT.usage, 'cli/usage', 'expected "list" or "check DIR…"; see trucewatch agreements --help');
}

function list({ agreements }: Knowledge, io: CommandIo): number {
  for (const agreement of agreements.values()) {
    const { intervals, inForce } = agreement.calendar;
    const interval = intervals.find((one) => one.id === inForce);
    const tested = agreement.clauses.filter((clause) => whyUntestable(clause) === null).length;
    const when = `${interval?.start ?? 'always'} to ${interval?.end ?? 'no set end'}`;
    io.stdout.write(
      `${agreement.id.padEnd(20)}${agreement.name}; ${when}; ${tested} of ${agreement.clauses.length} clauses tested by events\n`,
    );
  }
  return EXIT.done;
}

/** The folder itself when it holds a file of a pack, or nothing that does; otherwise every folder in it that holds one. */
function packsIn(directory: string): string[] {
  if (!existsSync(directory) || !statSync(directory).isDirectory())
    throw new CommandError(EXIT.usage, 'cli/no-such-folder', `there is no folder ${directory}`);
  const within = agreementIds(directory).map((name) => join(directory, name));
  return holdsPack(directory) || !within.some(holdsPack) ? [directory] : within.filter(holdsPack);
}

const holdsPack = (directory: string): boolean => PACK_FILES.some((file) => existsSync(join(directory, file)));

function check(directory: string, knowledge: Knowledge, io: CommandIo): number {
  const name = basename(resolve(directory));
  const say = (line: string): void => void io.stdout.write(`${name}: ${line}\n`);
  const pack = loadAgreement(directory, new Set(knowledge.actors.actors.keys()), knowledge.assessment);
  if (pack.kind === 'refused') {
    for (const fault of pack.complaints)
      io.stderr.write(`${join(directory, fault.where)}: ${fault.message} [${fault.code}]\n`);
    return EXIT.inputRefused;
  }
  tellDoubts(pack.agreement, say);
  return runCases(directory, pack.agreement, knowledge, say, io);
}

function tellDoubts(agreement: Agreement, say: (line: string) => void): void {
  for (const clause of agreement.clauses) {
    const reason = whyUntestable(clause);
    if (reason !== null) say(`${clause.id} (${clause.type}): ${reason.text}`);
  }
  const unchecked = [
    ...agreement.clauses.filter((one) => !one.checked).map((one) => `clause ${one.id}`),
    ...agreement.calendar.intervals.filter((one) => !one.checked).map((one) => `interval ${one.id}`),
    ...agreement.zones.filter((one) => !one.checked).map((one) => `zone ${one.id}`),
    ...agreement.adherence
      .filter((one) => !one.checked)
      .map((one) => `adherence of ${one.actor} according to ${one.registrar}`),
  ];
  if (unchecked.length > 0) say(`not checked against a source: ${unchecked.join(', ')}`);
  for (const names of agreement.names) {
    const missing = unnamedIn(agreement, names);
    if (missing.length > 0) say(`without a name in "${names.language}", shown in English: ${missing.join(', ')}`);
  }
  for (const asymmetry of agreement.asymmetries) say(`asymmetry: ${asymmetry}`);
}

function runCases(
  directory: string,
  agreement: Agreement,
  knowledge: Knowledge,
  say: (line: string) => void,
  io: CommandIo,
): number {
  const loaded = loadWorkedCases(directory);
  const faults = 'complaints' in loaded ? loaded.complaints : unknownClausesIn(loaded, agreement);
  if ('complaints' in loaded || faults.length > 0) {
    for (const fault of faults) io.stderr.write(`${join(directory, fault.where)}: ${fault.message} [${fault.code}]\n`);
    return EXIT.inputRefused;
  }
  const failures = failedCases(loaded.cases, agreement, knowledge.actors, knowledge.assessment);
  for (const failure of failures)
    io.stderr.write(
      `${join(directory, loaded.at(failure.index))}: case ${failure.id}: ${failure.message.trim()} Correct the clause, or what the case expects. [agreement/case-failed]\n`,
    );
  say(`${agreement.clauses.length} clauses, ${loaded.cases.length} worked cases, ${failures.length} failed`);
  return failures.length === 0 ? EXIT.done : EXIT.inputRefused;
}
