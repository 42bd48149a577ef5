/** `npm run posts`: how well posts of one event are linked, on `test/posts/posts.yaml`, and which are not. */
import { bCubedOf, linkedPosts } from '../test/posts/linked-posts.ts';

const posts = await linkedPosts();
for (const [event, own] of Map.groupBy(posts, (post) => post.event)) {
  const parts = Map.groupBy(own, ({ incident }) => incident);
  if (parts.size === 1) continue;
  console.log(`${event}:`);
  for (const part of parts.values()) console.log(part.map(({ text }) => `  ${text}`).join('\n'), '\n  --');
}
for (const by of ['incident', 'story'] as const) {
  const { precision, recall } = bCubedOf(posts, by);
  const f1 = (2 * precision * recall) / (precision + recall);
  console.log(
    `${posts.length} posts by ${by}: B-cubed precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`,
  );
}
