/** The tree of a sentence while it is put together: of the parser's arcs, and of a label and what it labels. */
import type { Tree } from '../../../model/sentence.ts';
import type { ParserState } from './parser-state.ts';
import {
  type ArcDraft,
  callBefore,
  clauseBehind,
  holderOfTitle,
  isActingSubject,
  isBehindDash,
  isRelativeObject,
  isToAct,
  nearerClause,
  nounOfName,
  saidWith,
  subjectBefore,
  subjectOfName,
  tellerBehind,
  toldBare,
} from './settled-clauses.ts';
import { harmOfTwo } from './settled-harms.ts';
import { partnerBefore, sidesBetween, subjectJoined, toldThat } from './settled-hearers.ts';
import { isOtherWord, relativeBehind, sayersBefore, verbBehindAdverb, verbOfObject } from './settled-objects.ts';
import { seriesArcs } from './settled-series.ts';
import { infinitiveBefore, nounOfRelative, toldBefore, toldOfRelative, verbBehindRelative } from './settled-verbs.ts';

/** Half of all words have no dependents. */
const childless: readonly number[] = [];

export class TreeDraft {
  readonly #names: readonly string[];
  readonly #heads: Int32Array;
  readonly #relations: string[];
  readonly #children: (readonly number[])[];
  readonly #own: (number[] | undefined)[];

  constructor(count: number, names: readonly string[]) {
    this.#names = names;
    this.#heads = new Int32Array(count);
    this.#relations = new Array(count);
    this.#children = new Array(count).fill(childless);
    this.#own = new Array(count);
  }

  /** Copies the arcs of a finished parse of `count` words that stand from `from` on. */
  add(state: ParserState, from: number, count: number): void {
    for (let i = 0; i < count; i++) {
      const head = (state.heads[i + 1] as number) - 1;
      this.#heads[from + i] = head < 0 ? head : from + head;
      this.#relations[from + i] = this.#names[state.relations[i + 1] as number] ?? 'dep';
      if (head < 0) continue;
      const siblings = this.#own[from + head];
      if (siblings === undefined) this.#children[from + head] = this.#own[from + head] = [from + i];
      else siblings.push(from + i);
    }
  }

  /** Hangs members of a series on the first, and what the rules of settled-clauses.ts know where they say. */
  settle(tags: (word: number) => string, words: (word: number) => string): void {
    const draft = { heads: this.#heads, relations: this.#relations, tags, words };
    for (const { word, head, relation } of seriesArcs(draft, this.#heads.length)) {
      if (this.#heads[word] !== head) this.#hang(word, head, relation);
      this.#relations[word] = relation;
    }
    for (let word = 0; word < this.#heads.length; word++) {
      for (const arc of harmOfTwo(draft, word)) this.#hang(arc.word, arc.head, arc.relation);
      // "OF GOVERNOR ANA MORA": a preposition belongs to the name and not to its title.
      const title = this.#relations[word] === 'case' ? (this.#heads[word] as number) : -1;
      if (title >= 0 && this.#relations[title] === 'nmod:desc') this.#hang(word, this.#heads[title] as number, 'case');
      this.#settleHolder(draft, word);
      const old = this.#heads[word] as number;
      const head = nearerClause(draft, word);
      if (head !== null) this.#hang(word, head, 'advcl');
      const subject = subjectBefore(draft, word);
      if (subject !== null) {
        this.#hang(subject, old, 'nsubj');
        this.#hang(word, subject, 'amod');
      }
      const clause = clauseBehind(draft, word);
      if (clause !== null) {
        this.#hang(clause.subject, word, 'nsubj');
        this.#hang(clause.mark, word, 'mark');
        this.#relations[word] = 'advcl';
        // "two days after": the span of time belongs to the clause.
        const span = clause.mark - 1;
        if (this.#heads[span] === word) this.#hang(span, word, 'obl:unmarked');
      }
      const bare = toldBare(draft, word);
      if (bare !== null) {
        this.#hang(word, this.#heads[bare] as number, this.#relations[bare] ?? 'root');
        this.#hang(bare, word, 'ccomp');
      }
      const within = saidWith(draft, word);
      if (within !== null) this.#hang(word, within, 'advcl');
      const named = subjectOfName(draft, word);
      if (named !== null) this.#hang(word, named, 'appos');
      const noun = nounOfName(draft, word);
      if (noun !== null) this.#hang(word, noun, 'conj');
      const behind = verbBehindRelative(draft, word, this.#heads.length);
      if (behind !== null) {
        if (this.#heads[behind.clause] !== behind.verb)
          this.#hang(behind.verb, this.#heads[behind.clause] as number, this.#relations[behind.clause] ?? 'root');
        this.#hang(behind.subject, behind.verb, this.#subjectOf(behind.verb));
        this.#hang(behind.clause, behind.subject, 'acl:relcl');
      }
      const relative = nounOfRelative(draft, word);
      if (relative !== null) this.#hang(relative.clause, relative.noun, 'acl:relcl');
      const said = toldOfRelative(draft, word, this.#heads.length);
      if (said !== null) {
        this.#hang(said.verb, said.teller, 'ccomp');
        this.#hang(said.subject, said.verb, this.#subjectOf(said.verb));
      }
      const second = verbOfObject(draft, word);
      if (second !== null) this.#hang(word, second, 'obj');
      const behindWhich = relativeBehind(draft, word);
      if (behindWhich !== null) {
        this.#hang(word, behindWhich.clause, 'obl');
        this.#hang(behindWhich.preposition, word, 'case');
        if (behindWhich.verb !== null) this.#hang(behindWhich.noun, behindWhich.verb, 'nsubj');
        this.#hang(behindWhich.subject, behindWhich.clause, 'nsubj');
        this.#hang(behindWhich.clause, behindWhich.noun, 'acl:relcl');
      }
      const infinitive = infinitiveBefore(draft, word);
      if (infinitive !== null) this.#hang(word, infinitive, 'conj');
      const told = toldBefore(draft, word);
      if (told !== null) this.#hang(word, told, 'conj');
      this.#settleSides(draft, word);
      const call = callBefore(draft, word);
      if (call !== null) this.#hang(word, call, 'advcl');
      const acted = verbBehindAdverb(draft, word);
      if (acted !== null) this.#hang(word, acted, 'nsubj');
      const [sayer, ...others] = sayersBefore(draft, word);
      if (sayer !== undefined) this.#hang(sayer, word, 'nsubj');
      for (const other of others) this.#hang(other, sayer as number, 'conj');
      if (isOtherWord(draft, word)) this.#relations[word] = 'appos';
      if (isBehindDash(draft, word)) this.#relations[word] = 'parataxis';
      const teller = tellerBehind(draft, word);
      if (teller !== null) this.#exchange(word, teller);
    }
  }

  /** Who is to act, and who bears a title: rules of settled-clauses.ts. */
  #settleHolder(draft: ArcDraft, word: number): void {
    if (isToAct(draft, word) || isActingSubject(draft, word)) this.#relations[word] = 'nsubj';
    if (isRelativeObject(draft, word)) this.#relations[word] = 'obj';
    const holder = holderOfTitle(draft, word);
    if (holder === null) return;
    this.#hang(holder.title, this.#heads[holder.state] as number, this.#relations[holder.state] ?? 'dep');
    this.#hang(holder.state, holder.title, 'nmod');
  }

  /** Two side by side, and what they are told: rules of settled-hearers.ts. */
  #settleSides(draft: ArcDraft, word: number): void {
    const partner = partnerBefore(draft, word);
    if (partner !== null) this.#hang(word, partner, 'conj');
    const first = subjectJoined(draft, word);
    if (first !== null) this.#hang(word, first, 'conj');
    const sides = sidesBetween(draft, word, this.#heads.length);
    if (sides !== null) this.#hang(sides.second, sides.first, 'conj');
    const told = toldThat(draft, word);
    if (told === null) return;
    this.#hang(word, told.verb, 'ccomp');
    this.#relations[told.that] = 'mark';
  }

  /** What its subject is to a verb. */
  #subjectOf(verb: number): string {
    return this.#children[verb]?.some((child) => this.#relations[child] === 'aux:pass') ? 'nsubj:pass' : 'nsubj';
  }

  /** The participle takes its noun's place, the noun hangs on it, and the number before is its subject. */
  #exchange(participle: number, noun: number): void {
    const head = this.#heads[noun] as number;
    this.#hang(participle, head, head < 0 ? 'root' : 'parataxis');
    this.#hang(noun, participle, 'parataxis');
    this.#hang(participle - 1, participle, 'nsubj:pass');
  }

  #hang(word: number, head: number, relation: string): void {
    const old = this.#own[this.#heads[word] as number];
    old?.splice(old.indexOf(word), 1);
    this.#heads[word] = head;
    this.#relations[word] = relation;
    if (head < 0) return;
    const siblings = this.#own[head];
    if (siblings === undefined) this.#children[head] = this.#own[head] = [word];
    else siblings.splice(siblings.findLastIndex((other) => other < word) + 1, 0, word);
  }

  /** The whole tree; the root of a label hangs on that of what it labels. */
  finished(label: number): Tree {
    const top = label === 0 ? -1 : this.#heads.subarray(0, label).indexOf(-1);
    const root = label + this.#heads.subarray(label).indexOf(-1);
    if (top >= 0 && root >= label) {
      this.#heads[top] = root;
      this.#relations[top] = 'dep';
      this.#children[root] = [top, ...(this.#children[root] ?? [])];
    }
    return { heads: this.#heads, relations: this.#relations, children: this.#children, label };
  }
}
