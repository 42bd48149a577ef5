/** The English words of the interface. Every other language is a table of the same shape. */
import { actWords } from './en-acts.ts';
import { analyticsWords } from './en-analytics.ts';
import { gradeWords } from './en-grades.ts';
import { ledgerWords } from './en-ledger.ts';
import { pageWords } from './en-pages.ts';
import { termWords } from './en-terms.ts';
import { whatIfWords } from './en-what-if.ts';
import { plural } from './plural.ts';

export const en = {
  ...termWords,
  ...whatIfWords,
  ...gradeWords,
  nav: {
    label: 'Pages',
    situation: 'Situation',
    review: 'Review',
    lists: 'Lists',
    reports: 'Reports',
    statements: 'Statements',
    agreements: 'Agreements',
    parties: 'Parties',
    analytics: 'State of the truce',
    try: 'Try',
  },
  skip: 'Skip to the content',
  theme: { label: 'Colours', system: 'As the system', light: 'Light', dark: 'Dark' },
  language: 'Language',
  illustrative: 'Illustrative: written for this project',
  illustrativeMore:
    'These reports and outlets are made up to show how the program works. They are not evidence about real events.',
  /** Sentences of reasons by their codes: none in English, in which the program itself gives them. */
  reasons: {} as Readonly<Record<string, string>>,
  reasonsBetween: '; ',
  namesBetween: ' or ',
  /** Of groups of people that clauses protect, by their ids. */
  groupNames: { 'aid-workers': 'aid workers' } as Readonly<Record<string, string>>,
  notStated: 'not stated',
  /** How a day is typed. */
  dayShape: 'YYYY-MM-DD',
  and: 'and',
  or: 'or',
  shortcuts: {
    title: 'Keyboard',
    open: 'Keyboard shortcuts',
    close: 'Close',
    next: 'next item',
    previous: 'previous item',
    enter: 'open the item',
    situation: 'Situation',
    link: 'the same incident',
    split: 'not the same incident',
    undo: 'undo the decision',
    queue: 'Review',
    lists: "Other monitors' lists",
    reports: 'Reports received',
    statements: 'Statements',
    agreements: 'Agreements',
    parties: 'Parties',
    analytics: 'State of the truce',
    try: 'Try',
    search: 'search',
    list: 'this list',
    escape: 'close what is open',
  },
  about: {
    title: 'This program',
    version: 'Version',
    knowledge: 'Knowledge in force',
    ledger: 'Ledger',
    entries: (n: number) => plural(n, 'entry', 'entries'),
  },
  comma: ', ',
  loading: 'Loading',
  failed: {
    title: 'This could not be loaded',
    notFoundTitle: 'Nothing is stored here',
    unknownTitle: 'There is no such page',
    unknown: 'No page of this program has this address. Look whether it was copied whole.',
    again: 'Try again',
    unreachable: 'The program did not answer. Is "npm start" or "trucewatch serve" still running on this computer?',
    notFound: 'Nothing is stored under this address. The link may be from another data folder.',
    toSituation: 'Go to the situation',
  },
  more: 'Show more',
  clear: 'Clear all',
  search: 'Search',
  from: 'From',
  to: 'To',
  any: 'Any',
  back: 'Close',
  openPage: 'Open the full page',

  atLeast: (n: string) => `at least ${n}`,
  upTo: (n: string) => `up to ${n}`,
  between: (a: string, b: string) => `between ${a} and ${b}`,
  noneReported: 'none reported',
  harmNotStated: 'harm not stated',
  harmShort: (measure: string, n: string) =>
    `${n} ${({ killed: 'killed', injured: 'injured', casualties: 'killed or injured', abducted: 'abducted', missing: 'missing', displaced: 'displaced' } as Record<string, string>)[measure] ?? measure}`,
  origins: (origins: number, reports: number) =>
    `${plural(origins, 'independent origin', 'independent origins')} (${plural(reports, 'report', 'reports')})`,
  incidents: (n: number) => plural(n, 'incident', 'incidents'),
  reports: (n: number) => plural(n, 'report', 'reports'),
  statementCount: (n: number) => plural(n, 'statement', 'statements'),
  disagreements: (n: number, major: number) =>
    `${plural(n, 'disagreement', 'disagreements')}${major > 0 ? `, ${major} major` : ''}`,
  clauses: (n: number) => plural(n, 'clause', 'clauses'),
  parties: (n: number) => plural(n, 'party', 'parties'),
  zone: (offset: string) => `UTC${offset}`,
  clocks: (from: string, to: string) => `${from}–${to}`,
  openStart: (end: string) => `before ${end}`,
  openEnd: (start: string) => `from ${start} on`,
  titleAt: (what: string, where: string) => `${what}, ${where}`,
  ...pageWords,
  ...ledgerWords,
  ...analyticsWords,
  ...actWords,
};

export type Words = typeof en;
