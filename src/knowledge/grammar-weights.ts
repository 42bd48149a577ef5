/** The trained weights of the tagger and the parser, read from `knowledge/weights/` and checked at the border. */

/** What the grammar of a text is computed with. */
export interface Grammar {
  /** Name and date of the weights, printed with what was coded. */
  readonly version: string;
}
