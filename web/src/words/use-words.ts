/** Which language the interface speaks, kept in this browser only; Arabic mirrors the page. */
import { createContext, useContext } from 'react';
import { ar } from './ar.ts';
import { en, type Words } from './en.ts';

export const LANGUAGES = { en: 'English', ar: 'العربية' } as const;
export type Language = keyof typeof LANGUAGES;

const TABLES: Record<Language, Words> = { en, ar };
/** British dates ("12 June 2016"); Arabic with the digits of its readers. */
const LOCALES: Record<Language, string> = { en: 'en-GB', ar: 'ar-EG' };

export interface Speech {
  language: Language;
  locale: string;
  direction: 'ltr' | 'rtl';
  words: Words;
  /** Names of clauses, zones, sides, documents and parties in this language, by their English name; empty in English. */
  names: ReadonlyMap<string, string>;
}

export const isLanguage = (value: unknown): value is Language =>
  typeof value === 'string' && Object.hasOwn(LANGUAGES, value);

/** `names` of packs come from the program; words that stand for groups of people in every pack are the page's own. */
export const speechIn = (language: Language, names: Speech['names'] = new Map()): Speech => ({
  language,
  names: new Map([...Object.entries(TABLES[language].groupNames), ...names]),
  locale: LOCALES[language],
  direction: language === 'ar' ? 'rtl' : 'ltr',
  words: TABLES[language],
});

export const SpeechContext = createContext<Speech>(speechIn('en'));
/** In this language where there is a name in it, else as it stands. */
export const nameIn = (name: string, { names }: Pick<Speech, 'names'>): string => names.get(name) ?? name;

export const useSpeech = (): Speech => useContext(SpeechContext);
export const useWords = (): Words => useContext(SpeechContext).words;
