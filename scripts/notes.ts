/** Codes the short notes of `test/notes` and prints what each coding lacks, and how many fields are right. `--gaps` prints the lines of known-gaps.txt. */
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { knowledgeDirectory } from '../src/shell/config.ts';
import { codeNote, fieldCount, loadNotes, noteFaults } from '../test/notes/note-faults.ts';

const { values } = parseArgs({ options: { gaps: { type: 'boolean', default: false } } });
const knowledge = loadKnowledge(knowledgeDirectory());
let fields = 0;
let faulty = 0;
const notes = loadNotes();
let whole = 0;
for (const note of notes) {
  const faults = noteFaults(note, codeNote(note, knowledge));
  fields += fieldCount(note);
  faulty += faults.length;
  if (faults.length === 0) whole += 1;
  if (values.gaps) for (const fault of faults) console.log(`${note.id} ${fault.split(':')[0]}`);
  else if (faults.length > 0) console.log(`${note.id}: ${faults.join(' | ')}`);
}
if (!values.gaps) console.log(`${fields - faulty} of ${fields} fields, ${whole} of ${notes.length} notes whole`);
