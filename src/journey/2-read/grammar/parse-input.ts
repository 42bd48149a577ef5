/** What the parser is told of a sentence: its words and tags as numbers, and what stands before each word. */
import { noWord, type ParseInput } from './parser-state.ts';
import type { Tagging } from './tagging.ts';
import { edgeForm, type WordForm } from './word-forms.ts';

/** Parts of speech as numbers. */
export interface PosTable {
  /** Of each joint tag. */
  readonly ofTag: Uint8Array;
  readonly punctuation: number;
  readonly verb: number;
  readonly conjunction: number;
}

export function posTable(labels: readonly { readonly pos: string }[]): PosTable {
  const names = [...new Set(labels.map((label) => label.pos))];
  return {
    ofTag: Uint8Array.from(labels, (label) => names.indexOf(label.pos)),
    punctuation: names.indexOf('PUNCT'),
    verb: names.indexOf('VERB'),
    conjunction: names.indexOf('CCONJ'),
  };
}

const rootTag = 254;
const rootHash = 2;

/** Room for the words of a sentence, to be filled by `fillInput`; `most` words fit. */
export function roomForInput(most: number): ParseInput {
  const array = () => new Int32Array(most + 2);
  return {
    count: most,
    edge: most + 1,
    mode: 0,
    words: array(),
    fines: array(),
    coarses: array(),
    suffixes: array(),
    classes: array(),
    tags: array(),
    pos: array(),
    seconds: array(),
    marksBefore: array(),
    verbsBefore: array(),
    conjunctionsBefore: array(),
  };
}

/** Sets the input of the parser to the words and tags of a sentence (without edge words); all that was there is replaced. */
export function fillInput(
  input: ParseInput,
  forms: readonly WordForm[],
  tagging: Tagging,
  mode: number,
  table: PosTable,
): void {
  const count = forms.length;
  const edge = count + 1;
  input.count = count;
  input.edge = edge;
  input.mode = mode;
  input.tags[0] = rootTag;
  input.pos[0] = rootTag;
  setForm(input, 0, edgeForm);
  input.words[0] = rootHash;
  for (let i = 1; i <= count; i++) {
    const tag = tagging.best[i - 1] as number;
    const pos = table.ofTag[tag] as number;
    setForm(input, i, forms[i - 1] ?? edgeForm);
    input.tags[i] = tag;
    input.pos[i] = pos;
    input.seconds[i] = (tagging.second[i - 1] as number) * 4 + (tagging.margin[i - 1] as number);
    input.marksBefore[i + 1] = (input.marksBefore[i] as number) + (pos === table.punctuation ? 1 : 0);
    input.verbsBefore[i + 1] = (input.verbsBefore[i] as number) + (pos === table.verb ? 1 : 0);
    input.conjunctionsBefore[i + 1] = (input.conjunctionsBefore[i] as number) + (pos === table.conjunction ? 1 : 0);
  }
  setForm(input, edge, edgeForm);
  input.tags[edge] = noWord;
  input.pos[edge] = noWord;
  input.seconds[edge] = noWord;
}

function setForm(input: ParseInput, i: number, form: WordForm): void {
  input.words[i] = form.hash;
  input.fines[i] = form.fine;
  input.coarses[i] = form.coarse;
  input.suffixes[i] = form.suffix3;
  input.classes[i] = form.classes;
}
