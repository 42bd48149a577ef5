/** Reads and writes CoNLL-U (universaldependencies.org/format.html): plain words only, ranges and empty nodes left out. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface TreebankWord {
  readonly form: string;
  readonly lemma: string;
  readonly pos: string;
  readonly tag: string;
  /** 0 for the root. */
  readonly head: number;
  readonly relation: string;
}

export type TreebankSentence = readonly TreebankWord[];

export function readTreebank(path: string): TreebankSentence[] {
  const bytes = readFileSync(path);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  const sentences: TreebankSentence[] = [];
  for (const block of text.split(/\n\n/)) {
    const words = block.split('\n').flatMap((line) => {
      const fields = line.split('\t');
      if (!/^\d+$/.test(fields[0] ?? '')) return [];
      const [, form = '_', lemma = '_', pos = 'X', tag = '_', , head = '0', relation = 'dep'] = fields;
      return [{ form, lemma, pos, tag, head: Number(head), relation }];
    });
    if (words.length > 0) sentences.push(words);
  }
  return sentences;
}

export function writeTreebank(sentences: readonly TreebankSentence[]): string {
  const line = (word: TreebankWord, index: number) =>
    [index + 1, word.form, word.lemma, word.pos, word.tag, '_', word.head, word.relation, '_', '_'].join('\t');
  return `${sentences.map((sentence) => sentence.map(line).join('\n')).join('\n\n')}\n\n`;
}

const smallTitleWords = new Set("a an and as at but by for from in of on or the to with n't 's".split(' '));

/** A copy in another casing, as wire copy, careless posts and headlines are written. */
export function recase(sentence: TreebankSentence, casing: 'upper' | 'lower' | 'title'): TreebankSentence {
  const change = (form: string, index: number): string => {
    if (casing === 'upper') return form.toUpperCase();
    if (casing === 'lower') return form.toLowerCase();
    if (index > 0 && smallTitleWords.has(form.toLowerCase())) return form.toLowerCase();
    return form.charAt(0).toUpperCase() + form.slice(1);
  };
  return sentence.map((word, index) => ({ ...word, form: change(word.form, index) }));
}
