/** A record of the ledger before anything is known of its fate: what kind of word it is, who is to act, and by when. */
import type { StatementDuties, StatementDuty } from '../../../knowledge/statement-duties.ts';
import type { CodedStatement, IncidentType } from '../../../model/coded-report.ts';
import type { StatementForm, StatementRecord } from '../../../model/statement-record.ts';
import type { SpokenPlace } from './deed-place.ts';
import { type Spoken, saidAt, toldIn } from './spoken.ts';

export interface Draft {
  readonly record: Omit<StatementRecord, 'status' | 'programStatus' | 'limbs' | 'deeds'>;
  readonly words: string;
  /** The words with what introduces them in their sentence, where a speaker may say that it takes something back. */
  readonly told: string;
  /** Who is to act is to leave something undone: nothing that is coded shows that it did. */
  readonly isRestraint: boolean;
  /** Ids of the coded incidents that it is about, as `report#coded`. */
  readonly about: readonly string[];
  /** Null where nothing that this program codes would answer it. */
  readonly duty: StatementDuty | null;
  /** Actor ids of who is to act: the speaker of a promise, those whom a demand is put to. */
  readonly doers: readonly string[];
  readonly places: readonly SpokenPlace[];
}

/** Precondition: `group` is not empty; its first telling speaks for all. Null for a kind that is not kept in the ledger. */
export function draftOf(group: readonly Spoken[], duties: StatementDuties): Draft | null {
  const [first] = group;
  if (first === undefined) return null;
  const form = formOf(first, duties);
  if (form === null) return null;
  const { statement } = first;
  const due = group.find((one) => one.statement.deadline !== null)?.statement.deadline ?? null;
  const topics = [...new Set(group.flatMap((one) => one.statement.about.filter((name) => duties.topics.has(name))))];
  const addressees = statement.addressees;
  const restraint = form === 'restraint' || (asksOthers(form) && isRestraint(statement, toldIn(first), duties));
  return {
    record: {
      id: `${first.report}#${statement.id}`,
      form,
      kind: statement.kind,
      speaker: statement.speaker,
      addressees,
      tellings: group.map((one) => ({ report: one.report, statement: one.statement.id, span: one.statement.span })),
      said: saidAt(first),
      due: due === null ? null : { start: due.start, end: due.end },
      isConditional: group.some((one) => one.statement.condition !== null),
      topics: topics.sort(),
    },
    words: first.words,
    told: toldIn(first),
    isRestraint: restraint,
    about: group.flatMap((one) =>
      one.statement.about.filter((name) => isCodedId(name)).map((id) => `${one.report}#${id}`),
    ),
    duty: dutyOf(form, topics, restraint, duties),
    doers: doersOf(form, statement),
    places: group.find(({ places }) => places.length > 0)?.places ?? [],
  };
}

/** Ids of coded incidents are a letter and a number; topics and agreements are words. */
const isCodedId = (name: string): boolean => /^i\d{1,6}$/.test(name);

function formOf({ statement, words }: Spoken, duties: StatementDuties): StatementForm | null {
  switch (statement.kind) {
    case 'demand':
    case 'appeal':
      return statement.deadline === null ? 'demand' : 'ultimatum';
    case 'warning':
    case 'threat':
      return statement.deadline === null ? 'threat' : 'ultimatum';
    case 'commitment':
      return isRestraint(statement, words, duties) ? 'restraint' : 'promise';
    case 'announcement':
      return statement.deadline === null ? null : 'promise';
    case 'expectation':
      return statement.deadline === null ? null : 'expectation';
    case 'denial':
      return 'denial';
    case 'justification':
      return 'justification';
    case 'accusation':
    case 'condemnation':
    case 'acknowledgement':
    case 'assessment':
      return null;
    default:
      return statement.kind satisfies never;
  }
}

function isRestraint({ about }: CodedStatement, words: string, duties: StatementDuties): boolean {
  if (!about.some((topic) => duties.restraintTopics.has(topic))) return false;
  const padded = ` ${words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return duties.restraintWords.some((word) => padded.includes(` ${word} `));
}

/** Forms that put something to others; what a threat announces is no restraint asked for. */
const asksOthers = (form: StatementForm): boolean => form === 'demand' || form === 'ultimatum';

/**
 * Several topics: whatever answers any of them answers it. For restraint, what breaks it, and nothing carries it out. What is expected is no
 * duty of anybody: whoever brings it about answers it.
 */
function dutyOf(
  form: StatementForm,
  topics: readonly string[],
  isRestraint: boolean,
  duties: StatementDuties,
): StatementDuty | null {
  if (form === 'denial' || form === 'justification') return null;
  const found = topics.flatMap((topic) => duties.topics.get(topic) ?? []);
  if (found.length === 0) return null;
  if (isRestraint) return { carriesOut: new Set(), against: new Set(found.flatMap(breaks)), doer: 'party' };
  const carriesOut = new Set(found.flatMap((duty) => [...duty.carriesOut]));
  const against = new Set(found.flatMap((duty) => [...duty.against]));
  // An act that would both carry out one topic and go against another settles nothing.
  const both = [...carriesOut].filter((type) => against.has(type));
  for (const type of both) for (const set of [carriesOut, against]) set.delete(type);
  // What is expected comes about or does not: nothing goes against it.
  if (form === 'expectation') return { carriesOut, against: new Set(), doer: 'anyone' };
  const isAnyones = found.some((duty) => duty.doer === 'anyone');
  return { carriesOut, against, doer: isAnyones ? 'anyone' : 'party' };
}

/** What goes against a topic; for one that nothing goes against (military action), what it is about. */
const breaks = ({ carriesOut, against }: StatementDuty): IncidentType[] => [
  ...(against.size > 0 ? against : carriesOut),
];

function doersOf(form: StatementForm, { speaker, addressees }: CodedStatement): string[] {
  const isOwn =
    form === 'promise' || form === 'restraint' || form === 'threat' || form === 'denial' || form === 'justification';
  const who = isOwn ? [speaker] : addressees;
  return [...new Set(who.flatMap((one) => one?.actor ?? []))];
}
