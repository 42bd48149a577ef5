/**
 * Where a person acts from the command line: on a store that this command opens, or through a program that serves one already. With
 * a key, the act is signed here in both cases: the private half does not leave this command.
 */
import type { ReviewCommand, ReviewRefusal } from '../../journey/6-review/review.ts';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import { actText } from '../../ledger/signed-act.ts';
import type { Decision } from '../../model/decision.ts';
import type { PersonKey } from '../../model/person-key.ts';
import { systemClock } from '../clock.ts';
import { knowledgeDirectory } from '../config.ts';
import { decided, decisionDraft, keyAnswer, keyList } from '../http/contract.ts';
import { type KeyRefusal, registerKey, retireKey } from '../jobs/keys.ts';
import { review } from '../jobs/review.ts';
import { stagesOf } from '../jobs/stages.ts';
import type { KeyRequest, Signer } from '../keys/signer.ts';
import type { Store } from '../store/store.ts';
import { askerOf } from './ask-server.ts';
import { CommandError, EXIT } from './command.ts';
import { withStore } from './with-store.ts';

export interface Desk {
  keys(): Promise<PersonKey[]>;
  register(request: KeyRequest): Promise<PersonKey>;
  retire(fingerprint: string, reason: string): Promise<PersonKey>;
  /** Ids of the incidents that it changed, beside the decision. */
  decide(command: ReviewCommand, signer: Signer | null): Promise<{ decision: Decision; changed: string[] }>;
}

export interface DeskPlace {
  data?: string | undefined;
  database?: string | undefined;
  /** `http://127.0.0.1:4710`. */
  server?: string | undefined;
}

export const DESK_OPTIONS = { server: { type: 'string' } } as const;
export const DESK_HELP = `  --server URL    act through the program that serves the store on this computer (http://127.0.0.1:4710)`;

export async function withDesk<T>({ server, ...where }: DeskPlace, work: (desk: Desk) => Promise<T>): Promise<T> {
  if (server !== undefined) return work(deskOfServer(server));
  return withStore(where, (store) => work(deskOfStore(store)));
}

export function deskOfStore(store: Store): Desk {
  return {
    keys: async () => (await store.keys()).map(({ key }) => key),
    register: async (request) => taken(await registerKey(store, request, systemClock.now())),
    retire: async (fingerprint, reason) => taken(await retireKey(store, { fingerprint, reason }, systemClock.now())),
    decide: async (command, signer) => {
      const stages = stagesOf(loadKnowledge(knowledgeDirectory()));
      const at = systemClock.now();
      return taken(await review(store, stages, command, signer === null ? { at } : { at, signer }));
    },
  };
}

type Refused = KeyRefusal | ReviewRefusal;
const isRefused = (answer: object): answer is Refused => 'kind' in answer && answer.kind === 'refused';

function taken<T extends object>(answer: T | Refused): T {
  if (isRefused(answer)) throw new CommandError(EXIT.inputRefused, answer.code, answer.message);
  return answer;
}

export function deskOfServer(server: string): Desk {
  const ask = askerOf(server);
  return {
    keys: async () => (await ask('/api/v1/keys', keyList)).items.map(({ key }) => key),
    register: async (request) => (await ask('/api/v1/keys', keyAnswer, request)).key,
    retire: async (fingerprint, reason) =>
      (await ask(`/api/v1/keys/${encodeURIComponent(fingerprint)}/retirement`, keyAnswer, { reason })).key,
    decide: async (command, signer) => {
      if (signer === null) return ask('/api/v1/decisions', decided, command);
      const named = { ...command, signedBy: signer.fingerprint };
      const { decision } = await ask('/api/v1/decisions/draft', decisionDraft, named);
      const signature = signer.sign(textMeant(decision, named));
      return ask('/api/v1/decisions', decided, { ...named, signed: { at: decision.at, signature } });
    },
  };
}

/** The text of a draft that says what was meant: nothing else is signed, whatever the server answers. */
function textMeant(draft: Decision, meant: ReviewCommand): string {
  const { kind, about, reason, by, finds, signedBy } = draft;
  const said = JSON.stringify([kind, about, reason, by, finds, signedBy]);
  const wanted = JSON.stringify([
    meant.kind,
    [...new Set(meant.about)],
    meant.reason.trim(),
    meant.by.trim(),
    meant.finds,
    meant.signedBy,
  ]);
  const text = actText({ ...draft });
  if (said === wanted && typeof text === 'string') return text;
  throw new CommandError(EXIT.inputRefused, 'cli/draft-differs', `expected a draft of ${wanted}, found ${said}`);
}
