/** A list as it is answered: one page, with the cursor of the next. */
import { z } from '@hono/zod-openapi';

export const paged = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.int().nullable() });
