/** Quotation marks that open and never close, or close and never opened: whose words they are is then unsure. */
import type { Line, MessFound, MessInput, MessRule } from '../mess-rule.ts';

export const unbalancedQuotation: MessRule = {
  id: 'unbalanced-quotation',
  sentence:
    'Within a paragraph a quotation mark has no partner; a quotation that runs on into the next paragraph is no fault.',
  examples: [
    { text: 'We will keep the truce,” the spokesman said.', finds: ['”'] },
    { text: '“We will keep the truce, the spokesman said.\n\nNobody replied.', finds: ['“'] },
    { text: 'He said: "We stay. Then he left.', finds: ['"'] },
  ],
  misses: [
    '“We stay,” he said. “Until they go.”',
    '“We stay.\n\n“And we will not go,” he said.',
    'A pipe of 6" and one of 8" were found. He said "no".',
    'She said "yes".',
    '“We left in 2016” was all he said.',
    'A man of 5’8” was seen.',
    'The spokesman told reporters who had gathered in the hall: "We will\nkeep to the truce until Friday."',
  ],
  find: (input) =>
    input.paragraphs.flatMap((line, index) => [...curly(line, index, input), ...straight(line, index, input)]),
};

/** Marks with a direction: each closing mark takes the last open one; after a digit it may stand for inches. */
function curly(line: Line, index: number, { paragraphs }: MessInput): MessFound[] {
  const open: number[] = [];
  const lonely: MessFound[] = [];
  for (const match of line.text.matchAll(/[“”«»„]/g)) {
    if (match[0] === '“' || match[0] === '«' || match[0] === '„') open.push(match.index);
    else if (open.pop() === undefined && !/\d/.test(line.text.charAt(match.index - 1)))
      lonely.push(found(line, match.index, 'closes a quotation that was not opened'));
  }
  const runsOn = /^["“«]/.test(paragraphs[index + 1]?.text ?? '');
  const unclosed = runsOn ? open.slice(0, -1) : open;
  return [...lonely, ...unclosed.map((at) => found(line, at, 'opens a quotation that is not closed'))];
}

/** Straight marks come in pairs; after a digit they are inches or seconds. */
function straight(line: Line, index: number, { paragraphs }: MessInput): MessFound[] {
  const marks = Array.from(line.text.matchAll(/"/g), (match) => match.index).filter(
    (at) => !/\d/.test(line.text.charAt(at - 1)) || /\w"/.test(line.text.slice(at + 1)),
  );
  const last = marks.at(-1);
  if (marks.length % 2 === 0 || last === undefined) return [];
  const runsOn = line.text.charAt(last - 1).trim() === '' && /^"/.test(paragraphs[index + 1]?.text ?? '');
  return runsOn ? [] : [found(line, last, 'has no partner in its paragraph')];
}

const found = (line: Line, at: number, what: string): MessFound => ({
  start: line.start + at,
  end: line.start + at + 1,
  message: `This quotation mark ${what}.`,
  isFurniture: false,
});
