/** Reads, codes and corroborates the posts of `posts.yaml`, and compares what was linked with which are of one event. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { isRefusal } from '../../src/journey/1-ingest/adapter.ts';
import { ingestRow } from '../../src/journey/1-ingest/ingest.ts';
import { corroborate } from '../../src/journey/4-corroborate/corroborate.ts';
import { code } from '../../src/journey/journey.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import type { CodedReport } from '../../src/model/coded-report.ts';
import { knowledgeDirectory } from '../../src/shell/config.ts';
import { makeIngestTools } from '../../src/shell/ingest-tools.ts';

const file = z.strictObject({
  posts: z.array(z.strictObject({ event: z.string(), published: z.iso.date(), text: z.string() })),
});

export interface LinkedPost {
  event: string;
  text: string;
  /** The incident that most of it tells of; its own id when it tells of none. */
  incident: string;
  story: string;
}

export async function linkedPosts(): Promise<LinkedPost[]> {
  const { posts } = file.parse(parse(readFileSync(new URL('posts.yaml', import.meta.url), 'utf8')));
  const knowledge = loadKnowledge(knowledgeDirectory());
  const tools = makeIngestTools();
  const coded: CodedReport[] = [];
  for (const [index, { text, published }] of posts.entries()) {
    const report = await ingestRow({ id: `p${index}`, text, published }, `post ${index}`, {}, tools);
    if (isRefusal(report)) throw new Error(report.message);
    coded.push(code(report, knowledge));
  }
  const { reports } = corroborate(coded, knowledge.corroboration);
  return posts.map(({ event, text }, index) => ({
    event,
    text,
    incident: reports[index]?.incidents[0] ?? `none of p${index}`,
    story: reports[index]?.story ?? '',
  }));
}

/** B-cubed precision and recall over the posts (Bagga and Baldwin 1998). */
export function bCubedOf(
  posts: readonly LinkedPost[],
  by: 'incident' | 'story' = 'incident',
): { precision: number; recall: number } {
  let [precision, recall] = [0, 0];
  for (const post of posts) {
    const linked = posts.filter((other) => other[by] === post[by]);
    const fellows = posts.filter(({ event }) => event === post.event);
    const both = linked.filter(({ event }) => event === post.event).length;
    precision += both / linked.length / posts.length;
    recall += both / fellows.length / posts.length;
  }
  return { precision, recall };
}
