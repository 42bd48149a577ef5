/**
 * What must be known before it can be said what became of a statement, point by point like the limbs of a finding: who speaks, who was
 * to act, with what act, by when, on which condition, where, and whether anybody reported afterwards. What is missing says what would settle it.
 */
import type { StatementLimb, StatementLimbName } from '../../../model/statement-record.ts';
import { type PlainCode, plain, type Said, say } from '../reason.ts';
import type { Draft } from './draft.ts';
import { DAY_MS, millisecondsOf } from './spoken.ts';

interface Watched {
  readonly asOf: string;
  /** When the last report that was known by then was published. */
  readonly lastReport: string | null;
  /** Days after the due time from which a report counts as one of later days. */
  readonly aroundDueDays: number;
}

const TOPICS = [
  'topic/ceasefire',
  'topic/humanitarian_access',
  'topic/political_transition',
  'topic/attacks_on_civilians',
  'topic/withdrawal',
  'topic/prisoners',
  'topic/weapons',
  'topic/territory',
  'topic/military_action',
  'topic/monitoring',
] as const satisfies readonly PlainCode[];

/** In the order in which they are asked; the order of a page too. */
export function limbsOf(draft: Draft, watched: Watched): StatementLimb[] {
  return [
    speaker(draft),
    doer(draft),
    act(draft),
    due(draft),
    condition(draft),
    place(draft),
    laterReports(draft, watched),
  ].filter((limb) => limb !== null);
}

function limb(
  name: StatementLimbName,
  value: StatementLimb['value'],
  because: Said,
  settles: Said | null,
): StatementLimb {
  return {
    limb: name,
    value,
    because: because.text,
    reason: because.reason,
    wouldSettle: settles?.text ?? null,
    settles: settles?.reason ?? null,
  };
}
const known = (name: StatementLimbName, because: Said): StatementLimb => limb(name, 'known', because, null);
const unknown = (name: StatementLimbName, because: Said, settles: Said): StatementLimb =>
  limb(name, 'unknown', because, settles);

function speaker({ record: { speaker: who } }: Draft): StatementLimb {
  if (who === null) return unknown('speaker', plain('said/nobody-named'), plain('settle/who-speaks'));
  if (who.actor === null)
    return unknown('speaker', say('said/of-no-party', { name: `"${who.name}"` }), plain('settle/who-speaks'));
  return known('speaker', say('said/named', { names: who.name }));
}

function isAboutDeeds({ record: { form } }: Draft): boolean {
  return form === 'denial' || form === 'justification';
}

/** The speaker of a promise or threat; those whom a demand is put to. */
function doer(draft: Draft): StatementLimb | null {
  const { record, doers, duty } = draft;
  if (isAboutDeeds(draft)) return null;
  if (duty?.doer === 'anyone' || record.form === 'expectation') return known('doer', plain('doer/anyone'));
  const isOwn = record.form === 'promise' || record.form === 'restraint' || record.form === 'threat';
  const meant = isOwn ? [record.speaker].filter((who) => who !== null) : record.addressees;
  const nameless = meant.filter(({ actor }) => actor === null);
  if (doers.length > 0)
    return known(
      'doer',
      say('said/named', {
        names: meant
          .filter(({ actor }) => actor !== null)
          .map(nameOf)
          .join(', '),
      }),
    );
  if (nameless.length === 0) return unknown('doer', plain('doer/nobody'), plain('settle/who-was-to-act'));
  const names = nameless.map(({ name }) => `"${name}"`).join(', ');
  return unknown('doer', say('doer/of-no-party', { names }), say('settle/which-party', { names }));
}

const nameOf = ({ name }: { readonly name: string }): string => name;

function act(draft: Draft): StatementLimb | null {
  const { duty, record } = draft;
  if (isAboutDeeds(draft)) return null;
  if (duty === null) return unknown('act', plain('asked/not-coded'), plain('settle/person-who-knows'));
  const topics = say('asked/topics', { topics: record.topics.map(topicSaid) });
  return draft.isRestraint
    ? unknown('act', say('asked/restraint', { topics }), plain('settle/kept-throughout'))
    : known('act', topics);
}

/** A topic of the codebook that has no words yet is said by its id. */
function topicSaid(topic: string): Said {
  const known = TOPICS.find((one) => one === `topic/${topic}`);
  return known === undefined ? say('said/named', { names: topic.replaceAll('_', ' ') }) : plain(known);
}

function due({ record }: Draft): StatementLimb {
  return record.due === null
    ? limb('due', 'not-applicable', plain('due/none'), null)
    : known('due', say('due/before', { end: record.due.end ?? record.due.start ?? '' }));
}

function condition({ record }: Draft): StatementLimb | null {
  if (!record.isConditional) return null;
  const isWarning = record.form === 'ultimatum' && (record.kind === 'warning' || record.kind === 'threat');
  return isWarning
    ? known('condition', plain('condition/is-the-demand'))
    : unknown('condition', plain('condition/open'), plain('settle/condition'));
}

function place({ places }: Draft): StatementLimb {
  return places.length === 0
    ? limb('place', 'not-applicable', plain('place/none-named'), null)
    : known('place', say('said/named', { names: places.map(({ name }) => name).join(', ') }));
}

/** Silence is no answer: until a later day was reported, nothing that was due is missed. */
function laterReports({ record }: Draft, { asOf, lastReport, aroundDueDays }: Watched): StatementLimb | null {
  const end = millisecondsOf(record.due?.end);
  if (end === null) return null;
  const now = millisecondsOf(asOf);
  if (now === null || now < end) return limb('later-reports', 'not-applicable', plain('later/not-due'), null);
  const last = millisecondsOf(lastReport);
  return last !== null && last >= end + aroundDueDays * DAY_MS
    ? known('later-reports', say('later/last', { day: (lastReport ?? '').slice(0, 10) }))
    : unknown('later-reports', plain('status/silence'), plain('settle/later-report'));
}
