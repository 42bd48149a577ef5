/**
 * `npm run trace -- FILE [--published DATE]`: the whole reading of one report in readable form: sentences with tags and tree,
 * what was found in them, the candidates of each event mention with their scores, the groups, and the coding that came of it.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { isRefusal } from '../src/journey/1-ingest/adapter.ts';
import { ingest } from '../src/journey/1-ingest/ingest.ts';
import type { EventMention } from '../src/journey/2-read/incidents/event-mention.ts';
import { readMentions } from '../src/journey/2-read/incidents/incidents.ts';
import { groupMentions } from '../src/journey/2-read/incidents/same-event.ts';
import { readingInput } from '../src/journey/2-read/read.ts';
import { code } from '../src/journey/journey.ts';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { scoreOf } from '../src/knowledge/linear-model.ts';
import type { Report } from '../src/model/report.ts';
import type { Located, Sentence } from '../src/model/sentence.ts';
import { knowledgeDirectory } from '../src/shell/config.ts';
import { makeIngestTools } from '../src/shell/ingest-tools.ts';

const { values, positionals } = parseArgs({ options: { published: { type: 'string' } }, allowPositionals: true });
const file = positionals[0];
if (file === undefined) {
  console.error('usage: npm run trace -- FILE [--published DATE]');
  process.exit(2);
}
const hints = { name: basename(file), ...(values.published === undefined ? {} : { published: values.published }) };
const knowledge = loadKnowledge(knowledgeDirectory());
for (const report of await ingest(readFileSync(file), hints, makeIngestTools())) {
  if (isRefusal(report)) console.log(`refused: ${report.message} [${report.code}]`);
  else trace(report);
}

function trace(report: Report): void {
  const input = readingInput(report, knowledge);
  const { page, mentions } = readMentions(input);
  for (const sentence of input.parsed.sentences) {
    console.log(
      `\n[${sentence.index}] ${sentence.kind} ${report.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')}`,
    );
    if (sentence.tree !== null) console.log(`    tree  ${treeOf(sentence)}`);
    const here = (list: readonly Located[]): string =>
      list
        .filter((one) => one.sentence === sentence.index)
        .map((one) => report.text.slice(one.start, one.end))
        .join(' | ');
    for (const [name, list] of [
      ['actors', input.actors],
      ['places', input.places],
      ['times', input.times],
      ['numbers', input.quantities],
    ] as const) {
      const found = here(list);
      if (found !== '') console.log(`    ${name.padEnd(8)} ${found}`);
    }
    for (const mention of mentions.filter((one) => one.sentence === sentence.index)) event(report, mention);
  }
  console.log('\ngroups');
  for (const group of groupMentions(page, mentions, knowledge.sameEvent)) {
    console.log(
      `  ${group.mentions.map((one) => `${report.text.slice(one.span.start, one.span.end)}[${one.sentence}]`).join(' + ')}  ${[...new Set(group.because)].join(' ')}`,
    );
  }
  console.log('\nstatements');
  for (const one of input.statements)
    console.log(
      `  ${one.kind}: ${one.speaker?.text ?? 'nobody named'}: ${report.text.slice(one.span.start, one.span.end).replace(/\s+/g, ' ')}  ${one.because.join(' ')}`,
    );
  console.log('\ncoding');
  for (const incident of code(report, knowledge).incidents)
    console.log(
      `  ${incident.id} ${incident.type} ${incident.modality} ${incident.confidence}  ${incident.because.join(' ')}`,
    );
}

function treeOf(sentence: Sentence): string {
  const { tree } = sentence;
  if (tree === null) return '';
  return sentence.tokens
    .map(
      (token) =>
        `${token.text}/${token.tag}(${tree.relations[token.index] ?? ''} ${sentence.tokens[tree.heads[token.index] ?? -1]?.text ?? 'root'})`,
    )
    .join(' ');
}

function event(report: Report, mention: EventMention): void {
  console.log(
    `    event    ${report.text.slice(mention.span.start, mention.span.end)}: ${mention.type} ${mention.modality}${mention.aggregate ? ' sum' : ''}  ${mention.because.join(' ')}`,
  );
  for (const candidate of mention.candidates) {
    const score = scoreOf(knowledge.incidentFillers, candidate.features);
    console.log(
      `             ${candidate.slot} ${candidate.inFrame ? 'in frame' : 'nearby'} ${score.toFixed(2).padStart(6)}  ${candidate.participant.name}`,
    );
  }
  for (const fact of mention.harm)
    console.log(`             harm ${fact.measure} ${fact.quantity?.text ?? fact.sufferers[0]?.name ?? ''}`);
}
