/** What would carry out, or go against, what a statement says, by topic; and the words and days that the statements ledger goes by. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { IncidentType } from '../model/coded-report.ts';
import { incidentTypeSchema } from './agreement-schema.ts';
import type { AssessmentCodebook } from './assessment-codebook.ts';
import { parseSource } from './yaml-source.ts';

const dutySchema = z.strictObject({
  'carries-out': z.array(z.string()),
  against: z.array(z.string()),
  doer: z.enum(['party', 'anyone']),
});
const days = z.number().int().positive();
const schema = z.strictObject({
  topics: z.record(z.string(), dutySchema),
  'restraint-topics': z.array(z.string()),
  'restraint-words': z.array(z.string()),
  'withdrawal-words': z.strictObject({
    demands: z.array(z.string()),
    promises: z.array(z.string()),
    any: z.array(z.string()),
  }),
  days: z.strictObject({
    'around-due': days,
    'without-due': days,
    'denied-before': days,
    'same-statement': days,
    'overtaken-within': days,
  }),
  'same-words': z.number().min(0).max(1),
});

export interface StatementDuty {
  readonly carriesOut: ReadonlySet<IncidentType>;
  readonly against: ReadonlySet<IncidentType>;
  /** `anyone`: whoever does it answers the statement, but whether it is what was said is for a person. */
  readonly doer: 'party' | 'anyone';
}

export interface StatementDuties {
  readonly topics: ReadonlyMap<string, StatementDuty>;
  readonly restraintTopics: ReadonlySet<string>;
  readonly restraintWords: readonly string[];
  /** By what they take back. */
  readonly withdrawalWords: z.infer<typeof schema>['withdrawal-words'];
  readonly days: z.infer<typeof schema>['days'];
  readonly sameWords: number;
}

/** Reads `knowledge/codebook/statement-duties.yaml`; throws when it breaks its schema or names an unknown act. */
export function loadStatementDuties(path: string, { acts }: AssessmentCodebook): StatementDuties {
  const parsed = parseSource('statement-duties.yaml', readFileSync(path, 'utf8'), schema);
  if ('complaints' in parsed)
    throw new Error(parsed.complaints.map((one) => `${one.where}: ${one.message}`).join('\n'));
  const file = parsed.source.value;
  const typesOf = (names: readonly string[]): Set<IncidentType> =>
    new Set(names.flatMap((name) => acts.get(name) ?? [incidentTypeSchema.parse(name)]));
  return Object.freeze({
    topics: new Map(
      Object.entries(file.topics).map(([topic, duty]) => [
        topic,
        { carriesOut: typesOf(duty['carries-out']), against: typesOf(duty.against), doer: duty.doer },
      ]),
    ),
    restraintTopics: new Set(file['restraint-topics']),
    restraintWords: file['restraint-words'],
    withdrawalWords: file['withdrawal-words'],
    days: file.days,
    sameWords: file['same-words'],
  });
}
