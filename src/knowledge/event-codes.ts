/** The CAMEO codes in use, with the PLOVER category and mode of the same act, parsed from the codebook. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

export interface CameoCode {
  readonly code: string;
  /** "CATEGORY" or "CATEGORY/mode"; null where PLOVER has no category for the act. */
  readonly plover: string | null;
  readonly meaning: string;
}

/** By code, in the order of the file. */
export type CameoCodes = ReadonlyMap<string, CameoCode>;

/** Reads `codebook/cameo.yaml`; a row without its three cells throws. */
export function loadCameoCodes(file: string): CameoCodes {
  const { codes } = z.strictObject({ codes: z.string() }).parse(parse(readFileSync(file, 'utf8')));
  const rows = codes.split('\n').filter((line) => line.trim() !== '');
  return new Map(rows.map((line) => rowOf(line)).map((row) => [row.code, row]));
}

const cells = z.tuple([z.string().regex(/^\d{3,4}$/), z.string(), z.string().min(1)]);

function rowOf(line: string): CameoCode {
  const [code, plover, meaning] = cells.parse(line.split('|').map((cell) => cell.trim()));
  return { code, plover: plover === '' ? null : plover, meaning };
}

/** The CAMEO code and the PLOVER category of one act; a code that the codebook does not list is a defect of a lexicon. */
export function codesOfAct(codes: CameoCodes, cameo: string): { cameo: string; plover: string | null } {
  const entry = codes.get(cameo);
  if (entry === undefined) throw new Error(`codebook/cameo.yaml has no code ${cameo}, which a lexicon names`);
  return { cameo, plover: entry.plover };
}
