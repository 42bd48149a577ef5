/** `trucewatch decide`: a person's act from the command line, signed when a key is given. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { ReviewCommand } from '../../journey/6-review/review.ts';
import type { Decision } from '../../model/decision.ts';
import { DECISION_KINDS } from '../http/request-schemas.ts';
import type { Signer } from '../keys/signer.ts';
import { type Command, CommandError, type CommandIo, EXIT } from './command.ts';
import { DESK_HELP, DESK_OPTIONS, type Desk, type DeskPlace, withDesk } from './desk.ts';
import { KEY_HELP, signerIn } from './own-key.ts';
import { STORE_HELP, STORE_OPTIONS } from './with-store.ts';

export const decideCommand: Command = {
  name: 'decide',
  summary: 'record what a person decides, signed with their key',
  help: `usage: trucewatch decide KIND --about SUBJECT … [--finds ANSWER] --reason TEXT (--key FILE | --by NAME)

Records one decision of a person, as the pages do. With --key it is signed: whoever has the fingerprint can check that the
holder of the key made just this decision. With --by alone anybody can have typed the name, and it says so.

  KIND            ${DECISION_KINDS.join(', ')}
  --about SUBJECT what it is about; may be repeated:
                    statement:REPORT#STATEMENT for a status; findings:INCIDENT and clause:AGREEMENT/CLAUSE for a
                    determination; clause:AGREEMENT/CLAUSE alone for a score; REPORT#CODED for link and separate;
                    report:ID for stories; decision:ID for undo
  --finds ANSWER  open, met, missed, overtaken, withdrawn, unclear · breach, no-breach, cannot-be-determined · 0 to 3
  --reason TEXT   why; printed beside it
${KEY_HELP}
  --by NAME       who decides, without a signature
${DESK_HELP}
${STORE_HELP}

Exit status: 0 recorded, 2 usage, 65 refused, 70 defect of the program, 74 store or disk.`,
  run,
};

const OPTIONS = {
  ...STORE_OPTIONS,
  ...DESK_OPTIONS,
  about: { type: 'string', multiple: true },
  finds: { type: 'string' },
  reason: { type: 'string', default: '' },
  key: { type: 'string' },
  by: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

interface Asked {
  place: DeskPlace;
  act: Omit<ReviewCommand, 'by'>;
  who: { key: string } | { by: string };
}

async function run(args: string[], io: CommandIo): Promise<number> {
  const { place, act, who } = parsed(args);
  const signer = 'key' in who ? signerIn(who.key) : null;
  const { decision, changed } = await withDesk(place, async (desk) => {
    const by = 'by' in who ? who.by : await nameOf(desk, signer);
    return desk.decide({ ...act, by }, signer);
  });
  io.stdout.write(`${lineOf(decision)}${changed.length === 0 ? '' : `; changed ${changed.join(', ')}`}\n`);
  return EXIT.done;
}

async function nameOf(desk: Desk, signer: Signer | null): Promise<string> {
  const key = (await desk.keys()).find(({ fingerprint }) => fingerprint === signer?.fingerprint);
  if (key !== undefined) return key.name;
  throw new CommandError(
    EXIT.inputRefused,
    'review/unknown-key',
    `the key ${signer?.fingerprint ?? ''} is not registered in this store; trucewatch key list prints those that are`,
  );
}

const lineOf = ({ id, by, signedBy }: Decision): string =>
  `${id} by ${by}, ${signedBy === undefined ? 'not signed' : `signed with ${signedBy}`}`;

function parsed(args: string[]): Asked {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const { about = [], finds, reason, key, by, ...place } = values;
    const kind = DECISION_KINDS.find((one) => one === positionals[0]);
    if (kind === undefined || positionals.length > 1)
      throw new Error(`expected one of ${DECISION_KINDS.join(', ')}, found "${positionals.join(' ')}"`);
    if ((key === undefined) === (by === undefined)) throw new Error('expected either --key FILE or --by NAME');
    const act = { kind, about, reason, ...(finds === undefined ? {} : { finds }) };
    return { place, act, who: key === undefined ? { by: by ?? '' } : { key } };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CommandError(EXIT.usage, 'cli/usage', `${message}; see trucewatch decide --help`);
  }
}
