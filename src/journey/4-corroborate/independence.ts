/**
 * How many independent origins stand behind an incident: reports fall into one line when they share a text, an outlet, an
 * owner, copy, a credited agency or the one person they quote. Each such tie is kept as an edge with its evidence.
 */

import type { Outlet } from '../../knowledge/source-register.ts';
import type { DependenceEdge, Independence } from '../../model/incident.ts';
import { reliedOnDate } from '../../model/publication-date.ts';
import type { Member } from './member.ts';
import { compareText } from './order.ts';
import { quotationEdges } from './quotations.ts';
import { ownersOf, type SourceContext } from './source-context.ts';

/** One report, or several, that tie themselves to what the key names. */
interface Tie {
  readonly key: string;
  readonly kind: DependenceEdge['kind'];
  readonly because: string;
}

/** `members` stand earliest first; several of one report count as one. */
export function independenceOf(members: readonly Member[], sources: SourceContext): Independence {
  const byReport = new Map<string, Member[]>();
  for (const member of members) byReport.set(member.report.id, [...(byReport.get(member.report.id) ?? []), member]);
  const reports = [...byReport.keys()];
  const lines = new Lines(reports);
  const edges: DependenceEdge[] = [];
  const holders = new Map<string, string>();
  for (const [report, own] of byReport) {
    for (const { key, kind, because } of tiesOf(own, sources)) {
      const other = holders.get(key);
      if (other === undefined) holders.set(key, report);
      else if (lines.join(other, report)) edges.push({ reports: [other, report], kind, because });
    }
  }
  edges.push(...statementEdges(byReport, lines));
  const tied = new Set(edges.map(({ reports: pair }) => pair.join('\n')));
  const reportsOf = [...byReport.values()].flatMap(([member]) => member?.report ?? []);
  edges.push(...quotationEdges(reportsOf).filter(({ reports: pair }) => !tied.has(pair.join('\n'))));
  return { lines: lines.all(), edges };
}

function tiesOf(members: readonly Member[], sources: SourceContext): Tie[] {
  const first = members[0];
  if (first === undefined) return [];
  const { report, link } = first;
  const outlet = sources.outletOf.get(report.id);
  const ties: Tie[] = [{ key: `text ${link.origin}`, kind: 'same-text', because: 'they share most of their wording' }];
  if (outlet !== undefined) ties.push(...outletTies(outlet, reliedOnDate(report), sources));
  for (const credited of creditsOf(report.text, outlet, sources))
    ties.push({ key: `outlet ${credited.id}`, kind: 'credits', because: `credits ${credited.name}` });
  return ties;
}

function outletTies(outlet: Outlet, published: string | null, { outlets }: SourceContext): Tie[] {
  const day = published?.slice(0, 10) ?? null;
  return [
    { key: `outlet ${outlet.id}`, kind: 'same-outlet', because: `${outlet.name} published both` },
    ...ownersOf(outlet, day, outlets).map(
      (owner): Tie => ({ key: `outlet ${owner.id}`, kind: 'same-owner', because: `${owner.name} owns ${outlet.name}` }),
    ),
    ...outlet.takesCopyFrom.map(
      (id): Tie => ({
        key: `outlet ${id}`,
        kind: 'takes-copy',
        because: `${outlet.name} takes copy from ${outlets.get(id)?.name ?? id}`,
      }),
    ),
  ];
}

/** Credits stand at the beginning ("(Agency) --") or at the end ("Copyright Agency"). */
const CREDIT_HEAD = 300;
const CREDIT_TAIL = 300;

function creditsOf(text: string, own: Outlet | undefined, { outlets }: SourceContext): Outlet[] {
  if (outlets.size === 0) return [];
  const places =
    text.length <= CREDIT_HEAD + CREDIT_TAIL ? text : `${text.slice(0, CREDIT_HEAD)}\n${text.slice(-CREDIT_TAIL)}`;
  return [...outlets.values()].filter(
    (outlet) => outlet !== own && [outlet.name, ...outlet.alsoKnownAs].some((name) => standsAlone(places, name)),
  );
}

/** A name in brackets, after a copyright sign or word, or as the one who says or reports it. */
function standsAlone(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const before = text.slice(Math.max(0, at - 20), at);
    const after = text.slice(at + name.length, at + name.length + 12);
    if (/[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after)) continue;
    if (/[([/]\s*$/.test(before) && /^\s*[)\]/]/.test(after)) return true;
    if (/(?:copyright|©|\(c\)|source:|via|according to)[\s\d,]*(?:the )?$/i.test(before)) return true;
    if (/^ (?:said|reported|reports|writes|wrote)\b/.test(after)) return true;
  }
  return false;
}

/** Reports that rest on one named voice alone lean on each other and on the first fuller report that quotes it too. */
function statementEdges(byReport: ReadonlyMap<string, readonly Member[]>, lines: Lines): DependenceEdge[] {
  const edges: DependenceEdge[] = [];
  const sole = new Map<string, string>();
  const voices = new Map([...byReport].map(([report, members]) => [report, voicesOf(members)]));
  const fuller = new Map<string, string>();
  for (const [report, heard] of voices)
    if (heard.size > 1) for (const voice of heard) if (voice !== '' && !fuller.has(voice)) fuller.set(voice, report);
  for (const [report, own] of voices) {
    const [only] = own;
    if (own.size !== 1 || only === undefined || only === '') continue;
    const other = sole.get(only) ?? fuller.get(only);
    if (!sole.has(only)) sole.set(only, report);
    if (other !== undefined && lines.join(other, report))
      edges.push({ reports: [other, report], kind: 'same-statement', because: `both rest on ${only}` });
  }
  return edges;
}

/** Who is quoted for it: named voices by name; one unnamed voice ("residents") could be anybody and is told as "". */
function voicesOf(members: readonly Member[]): ReadonlySet<string> {
  return new Set(
    members.flatMap(({ coded }) =>
      coded.attributedTo.map(
        ({ actor, name }) =>
          actor ??
          (/\p{Lu}/u.test(name.slice(1)) || /^\p{Lu}\S+ \p{Lu}/u.test(name)
            ? name.toLowerCase().replace(/^the /, '')
            : ''),
      ),
    ),
  );
}

class Lines {
  private readonly parent: Map<string, string>;

  constructor(reports: readonly string[]) {
    this.parent = new Map(reports.map((report) => [report, report]));
  }

  /** False when they were of one line before. */
  join(a: string, b: string): boolean {
    const [one, other] = [this.root(a), this.root(b)];
    if (one === other) return false;
    this.parent.set(other, one);
    return true;
  }

  all(): { reports: string[] }[] {
    const lines = new Map<string, string[]>();
    for (const report of this.parent.keys()) {
      const root = this.root(report);
      const line = lines.get(root);
      if (line === undefined) lines.set(root, [report]);
      else line.push(report);
    }
    return [...lines.values()]
      .map((reports) => ({ reports: reports.sort(compareText) }))
      .sort((a, b) => compareText(a.reports[0] ?? '', b.reports[0] ?? ''));
  }

  private root(report: string): string {
    let at = report;
    for (let up = this.parent.get(at) ?? at; up !== at; up = this.parent.get(at) ?? at) {
      this.parent.set(at, this.parent.get(up) ?? up);
      at = up;
    }
    return at;
  }
}
