/**
 * Reports of different languages that tell one story without an event in common: what a translation keeps is held together, namely
 * places (by the gazetteer), figures, and names by their consonants, within days. Each is tied to the one of another language that it
 * shares most with, when that one shares most with it.
 */
import type { TranslatedTitles } from '../../knowledge/corroboration-codebook.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import { reliedOnDate } from '../../model/publication-date.ts';
import { consonantKeys } from './consonants.ts';

export interface KeptReport {
  readonly report: CodedReport;
  /** Id of its main incident; null when it tells of none. */
  readonly incident: string | null;
}

/** What of a text a translation keeps, with the points that each brings. */
type Kept = ReadonlyMap<string, number>;

export interface Dated {
  readonly id: string;
  readonly language: string;
  readonly day: number;
  readonly incident: string | null;
  readonly kept: Kept;
}

const DAY_MS = 86_400_000;
/** What more of the latest reports share is no sign of a story. */
const HOLDERS_AT_MOST = 60;

/** Pairs of report ids; `told` stands earliest first. */
export function translatedPairs(told: readonly KeptReport[], book: TranslatedTitles): [string, string][] {
  const languages = new Set(told.map(({ report }) => languageOf(report)).filter((language) => language !== 'und'));
  // Most sets are of one language, and millions of reports need not be looked at for them.
  if (languages.size < 2) return [];
  const partners = new Partners();
  const holders = new Map<string, Dated[]>();
  for (const one of told) {
    const report = datedOf(one, book);
    if (report === null) continue;
    for (const [other, points] of sharing(report, holders, book)) partners.note(report, other, points);
    for (const key of report.kept.keys()) {
      const known = holders.get(key);
      if (known === undefined) holders.set(key, [report]);
      else known.push(report);
    }
  }
  return partners.mutual();
}

/** Earlier reports of other languages that share enough with it. */
function sharing(
  report: Dated,
  holders: ReadonlyMap<string, readonly Dated[]>,
  { least, against, days }: TranslatedTitles,
): [Dated, number][] {
  const shared = new Map<Dated, number>();
  for (const [key, points] of report.kept) {
    for (const other of (holders.get(key) ?? []).slice(-HOLDERS_AT_MOST)) {
      if (other.language === report.language || report.day - other.day > days) continue;
      shared.set(other, (shared.get(other) ?? 0) + points);
    }
  }
  const areApart = (other: Dated): boolean =>
    report.incident !== null && other.incident !== null && report.incident !== other.incident;
  return [...shared].filter(([other, points]) => points >= least + (areApart(other) ? against : 0));
}

/** For each report and language the one that it shares most with. */
class Partners {
  private readonly best = new Map<Dated, Map<string, { other: Dated; points: number }>>();

  note(a: Dated, b: Dated, points: number): void {
    this.prefer(a, b, points);
    this.prefer(b, a, points);
  }

  /** Of equals the earlier one stays. */
  private prefer(one: Dated, other: Dated, points: number): void {
    const own = this.best.get(one) ?? new Map<string, { other: Dated; points: number }>();
    if ((own.get(other.language)?.points ?? 0) < points) own.set(other.language, { other, points });
    this.best.set(one, own);
  }

  mutual(): [string, string][] {
    return [...this.best].flatMap(([one, own]) =>
      [...own.values()].flatMap(({ other }): [string, string][] =>
        one.id < other.id && this.best.get(other)?.get(one.language)?.other === one ? [[one.id, other.id]] : [],
      ),
    );
  }
}

const languageOf = ({ language }: Pick<CodedReport, 'language'>): string => language.split('-')[0] ?? language;

/** Null for what has no date or no known language. */
export function datedOf({ report, incident }: KeptReport, book: TranslatedTitles): Dated | null {
  const day = Date.parse(reliedOnDate(report) ?? '') / DAY_MS;
  const language = languageOf(report);
  if (Number.isNaN(day) || language === 'und') return null;
  return { id: report.id, language, day, incident, kept: keptOf(report, book) };
}

/** A story is told by its title and its beginning. */
const OPENING = 500;

function keptOf(report: CodedReport, { points, consonants }: TranslatedTitles): Kept {
  const kept = new Map<string, number>();
  const opening = report.text.slice(0, OPENING);
  const places = report.mentions.flatMap((one) => (one.kind === 'place' && one.span.start < OPENING ? [one] : []));
  for (const { place, country, precision } of places) {
    if (country !== null) kept.set(`area ${country}`, points.area);
    if (place !== null && (precision === 'exact' || precision === 'settlement' || precision === 'district'))
      kept.set(`place ${place}`, points.place);
  }
  const names = consonantKeys(
    opening,
    consonants,
    places.map(({ span }) => span),
  );
  for (const name of [...names, ...consonantKeys(report.title ?? '', consonants)])
    kept.set(`name ${name}`, name.length > SHORT_NAME ? points['long-name'] : points.name);
  for (const figure of figuresOf(`${report.title ?? ''}\n${opening}`))
    kept.set(`figure ${figure}`, isRound(figure) ? points['round-figure'] : points.figure);
  return kept;
}

const SHORT_NAME = 4;
const SMALLEST_FIGURE = 3;
const isRound = (figure: number): boolean => figure < 10 || (figure % 10 === 0 && figure <= 100);
const isYear = (figure: number): boolean => figure >= 1900 && figure <= 2100;

/** Numbers in digits of any script, thousands joined; no years, and none that may be the hour or part of a date. */
function figuresOf(text: string): Set<number> {
  const figures = new Set<number>();
  for (const match of text.matchAll(
    /(?<![\d٠-٩۰-۹.:/-])[\d٠-٩۰-۹]{1,3}(?:[,٬\u00a0\u202f][\d٠-٩۰-۹]{3}){0,3}(?:[\d٠-٩۰-۹]{0,6})(?![\d٠-٩۰-۹:/-])/g,
  )) {
    const digits = match[0].replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf)).replace(/\D/g, '');
    const figure = Number(digits);
    if (figure >= SMALLEST_FIGURE && !isYear(figure)) figures.add(figure);
  }
  return figures;
}
