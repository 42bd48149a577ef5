/** How well incidents are known, and what harm they tell of: each measure on its own, as a range, never added up. */
import type { Analytics, Figure } from '../../../src/shell/http/contract.ts';
import { CountMark } from '../marks/harm-words.tsx';
import { useWords } from '../words/use-words.ts';
import { FigureCount, ListLink } from './figure-count.tsx';

export type Figures = Analytics['figures'];
export const EVIDENCE = ['all', 'reported', 'corroborated', 'adjudicated'] as const;
const MEASURES = ['killed', 'injured', 'casualties', 'abducted', 'missing', 'displaced'] as const;

export function FiguresTable({ figures }: { figures: Figures }) {
  const words = useWords();
  const measures = MEASURES.filter((measure) => figures.all.harm[measure] !== undefined);
  return (
    <table className="cards">
      <thead>
        <tr>
          <td />
          <th scope="col">{words.analytics.incidents}</th>
          {measures.map((measure) => (
            <th key={measure} scope="col">
              {words.measure[measure]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {EVIDENCE.map((evidence) => (
          <tr key={evidence}>
            <th scope="row">{words.analytics[evidence]}</th>
            <td data-label={words.analytics.incidents}>
              <FigureCount figure={figures[evidence]} label={words.analytics[evidence]} />
            </td>
            {measures.map((measure) => (
              <td key={measure} data-label={words.measure[measure]}>
                <Harm figure={figures[evidence]} measure={measure} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Measure = (typeof MEASURES)[number];

/** A range that leads to the incidents which tell of it; "not stated" where none does. */
export function Harm({ figure, measure }: { figure: Figure; measure: Measure }) {
  const words = useWords();
  const range = figure.harm[measure];
  if (range === undefined || range.incidents === 0) return <span className="not-stated">{words.notStated}</span>;
  return (
    <ListLink list={`${figure.list}&harm=${measure}`} title={words.analytics.harmOf(range.incidents)}>
      <CountMark range={range} />
    </ListLink>
  );
}
