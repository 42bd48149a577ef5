import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bCubedOf, linkedPosts } from './linked-posts.ts';

test('of posts from several conflicts no two events are linked or one story, and nine in ten of one event are', async () => {
  const posts = await linkedPosts();
  const wrong = posts.flatMap((post, index) =>
    posts
      .slice(index + 1)
      .filter(({ incident, event }) => incident === post.incident && event !== post.event)
      .map(({ text }) => `${post.text} / ${text}`),
  );
  assert.deepEqual(wrong, []);
  assert.ok(bCubedOf(posts).recall >= 0.9, JSON.stringify(bCubedOf(posts)));
  const stories = bCubedOf(posts, 'story');
  assert.ok(stories.precision > 0.999 && stories.recall >= 0.9, JSON.stringify(stories));
});
