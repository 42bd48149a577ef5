/** Compares a coding with what a golden expects and says in words what is missing or too much. See README.md in this folder. */
import type { CodedIncident, CodedReport, CodedStatement, Count, Participant } from '../../src/model/coded-report.ts';
import type { Span } from '../../src/model/span.ts';
import type { ExpectedClaim, ExpectedIncident, ExpectedStatement, Golden } from './expectation.ts';

const violent = new Set(
  'air_strike drone_strike shelling missile_strike bombing suicide_bombing mine_or_uxo chemical_attack armed_clash ground_attack shooting sniper_fire killing execution abduction arson looting'.split(
    ' ',
  ),
);

/** Differences in words, none when the coding holds all that is expected. */
export function differences(golden: Golden, coded: CodedReport): string[] {
  return [
    ...golden.incidents.flatMap((expected) => missingIncident(expected, coded)),
    ...golden.statements.flatMap((expected) => missingStatement(expected, coded)),
    ...unwantedIncidents(golden, coded),
    ...golden.notes.filter((code) => !coded.notes.some((note) => note.code === code)).map((code) => `no note ${code}`),
  ];
}

/** How many expectations a golden holds, so that a share can be counted. */
export const expectationCount = (golden: Golden): number =>
  golden.incidents.length +
  golden.statements.length +
  golden.nothingFrom.length +
  golden.notes.length +
  (golden.noIncidents || golden.noViolence ? 1 : 0);

/** The incident that misses least is the one whose faults are told. */
function missingIncident(expected: ExpectedIncident, coded: CodedReport): string[] {
  const name = `${expected.type?.join('/') ?? 'incident'} "${expected.trigger}" ${expected.place ?? ''}`.trim();
  const faults = coded.incidents.map((incident) => incidentFaults(expected, incident, coded.text));
  const least = faults.sort((a, b) => a.length - b.length)[0];
  if (least === undefined || least.includes('trigger')) return [`${name}: not coded`];
  return least.length === 0 ? [] : [`${name}: ${least.join(', ')}`];
}

function incidentFaults(expected: ExpectedIncident, incident: CodedIncident, text: string): string[] {
  const { harm, time } = incident;
  const faults: [string, boolean][] = [
    ['trigger', !incident.trigger.some((span) => overlapsWords(span, expected.trigger, text))],
    [`type ${incident.type}`, expected.type !== undefined && !expected.type.includes(incident.type)],
    [`modality ${incident.modality}`, incident.modality !== expected.modality],
    [`aggregate ${incident.aggregate}`, incident.aggregate !== expected.aggregate],
    [
      `perpetrators ${names(incident.perpetrators)}`,
      !expected.perpetrators.every((wanted) => isNamed(wanted, incident.perpetrators)),
    ],
    [
      `attributed to ${names(incident.attributedTo)}`,
      !expected.attributedTo.every((wanted) => isNamed(wanted, incident.attributedTo)),
    ],
    [`place ${incident.place?.name}`, expected.place !== undefined && !isPlace(expected.place, incident, text)],
    [`time ${time?.start}..${time?.end}`, expected.time !== undefined && !isWithin(expected.time, time)],
    [`killed ${claimText(harm.killed)}`, !isClaim(expected.killed, harm.killed)],
    [`injured ${claimText(harm.injured)}`, !isClaim(expected.injured, harm.injured)],
    [`abducted ${claimText(harm.abducted)}`, !isClaim(expected.abducted, harm.abducted)],
    [
      `targets ${incident.targets.map((target) => target.object)}`,
      !expected.targets.every((object) => incident.targets.some((target) => target.object === object)),
    ],
  ];
  return faults.filter(([, isFault]) => isFault).map(([fault]) => fault);
}

function missingStatement(expected: ExpectedStatement, coded: CodedReport): string[] {
  const name = `${expected.kind.join('/')} "${expected.quote.slice(0, 50)}"`;
  const near = coded.statements.filter(({ span }) =>
    overlapsWords(sentenceAround(span, coded.text), expected.quote, coded.text),
  );
  const least = near
    .map((statement) => statementFaults(expected, statement, coded.text))
    .sort((a, b) => a.length - b.length)[0];
  if (least === undefined) return [`${name}: not coded`];
  return least.length === 0 ? [] : [`${name}: ${least.join(', ')}`];
}

function statementFaults(expected: ExpectedStatement, statement: CodedStatement, text: string): string[] {
  const { kind, speaker, deadline, condition } = statement;
  const wrongCondition =
    expected.condition !== undefined && !(condition && overlapsWords(condition, expected.condition, text));
  const faults: [string, boolean][] = [
    [`kind ${kind}`, !expected.kind.includes(kind)],
    [
      `speaker ${speaker?.name}`,
      expected.speaker !== undefined && !isNamed(expected.speaker, speaker ? [speaker] : []),
    ],
    [
      `deadline ${deadline?.end}`,
      expected.deadline !== undefined && deadline?.end?.slice(0, 10) !== expected.deadline.end,
    ],
    ['condition', wrongCondition],
  ];
  return faults.filter(([, isFault]) => isFault).map(([fault]) => fault);
}

function unwantedIncidents(
  { noIncidents, noViolence, nothingFrom }: Golden,
  { incidents, text }: CodedReport,
): string[] {
  const words = (incident: CodedIncident) =>
    incident.trigger.map((span) => text.slice(span.start, span.end)).join(' … ');
  const unwanted = incidents.filter((incident) => {
    const isViolent =
      violent.has(incident.type) && incident.modality !== 'hypothetical' && incident.modality !== 'denied';
    const isFrom = nothingFrom.some((quote) => incident.trigger.some((span) => overlapsWords(span, quote, text)));
    return noIncidents === true || (noViolence === true && isViolent) || isFrom;
  });
  return unwanted.map((incident) => `unwanted ${incident.type} "${words(incident)}"`);
}

/** True when any occurrence of the words overlaps the span. */
function overlapsWords(span: Span, words: string, text: string): boolean {
  const lower = text.toLowerCase();
  const wanted = words.toLowerCase();
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1)) {
    if (at < span.end && span.start < at + wanted.length) return true;
  }
  return false;
}

/** From the stop before a span to the stop behind it. */
function sentenceAround(span: Span, text: string): Span {
  const before = Math.max(text.lastIndexOf('. ', span.start), text.lastIndexOf('\n', span.start));
  const after = text.slice(span.end).search(/\.\s|\n|$/);
  return { start: before + 1, end: span.end + Math.max(after, 0) };
}

const small = new Set(['the', 'a', 'an', 'of', 'in', 'and', 'for', 'to', 'at', 'its', 'his', 'their']);

const contentWords = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '' && !small.has(word));

type Named = Pick<Participant, 'name' | 'also'>;

function isNamed(wanted: string, participants: readonly Named[]): boolean {
  const words = new Set(contentWords(wanted));
  const all = participants.flatMap(({ name, also = [] }) => [name, ...also]);
  // A pronoun has no content word: any speaker then answers it.
  return words.size === 0 ? all.length > 0 : all.some((name) => contentWords(name).some((word) => words.has(word)));
}

const names = (participants: readonly Named[]): string => participants.map(({ name }) => name).join(' / ') || 'nobody';

function isPlace(wanted: string, { place }: CodedIncident, text: string): boolean {
  if (place === null) return false;
  const wordings = [place.name ?? '', ...place.spans.map((span) => text.slice(span.start, span.end))];
  const words = contentWords(wanted);
  return wordings.some((wording) => words.every((word) => contentWords(wording).includes(word)));
}

/** Overlaps the expected days and is longer than they are by three days at most, so that it still says something. */
function isWithin(
  expected: { start?: string | undefined; end?: string | undefined },
  time: CodedIncident['time'],
): boolean {
  if (!time?.start || !time.end) return false;
  const [start, end] = [time.start.slice(0, 10), time.end];
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000;
  const most =
    3 + (expected.start && expected.end ? Date.parse(expected.end) - Date.parse(expected.start) : 0) / 86_400_000;
  return days <= most && start < (expected.end ?? '9999') && end > (expected.start ?? '0000');
}

function isClaim(expected: ExpectedClaim | undefined, count: Count | undefined): boolean {
  if (expected === undefined) return true;
  const { op, n, word } = expected;
  return (
    count !== undefined &&
    count.claim.op === op &&
    (n === undefined || count.claim.n === n) &&
    (word === undefined || count.claim.word === word)
  );
}

const claimText = (count: Count | undefined): string =>
  count ? `${count.claim.op} ${count.claim.n ?? count.claim.word ?? ''}`.trim() : 'none';
