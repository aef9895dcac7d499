/** What ships of the sample newsroom: its agencies, their deliveries in the order they arrive, and what is made of them. */
import { z } from 'zod';
import { articleStateSchema, idSchema, instantSchema } from '../../../shared/contract/common.ts';
import { readTextResource } from '../resources.ts';

const newsroomSchema = z.object({
  /** The moment the copy was written for; loading moves every time by the distance from it. */
  writtenAt: instantSchema,
  agencies: z.array(z.object({ sourceId: idSchema, name: z.string(), creditName: z.string() })),
  deliveries: z.array(
    z.object({
      sourceId: idSchema,
      /** Beside newsroom.json, in any format the wire reads. */
      file: z.string(),
      arrivedAt: instantSchema,
      /** What is written from its stories once it is in, and how far each has come. */
      articles: z
        .array(
          z.object({
            uri: z.string(),
            /** Slug of one of the house's usual sections; empty for none. */
            section: z.string(),
            state: articleStateSchema.exclude(['published']),
            /** It goes to the sample's own site: at once, or at that moment. */
            publish: z.union([z.literal('now'), instantSchema]).optional(),
          }),
        )
        .default([]),
    }),
  ),
});
export type Newsroom = z.output<typeof newsroomSchema>;

export async function readNewsroom(): Promise<Newsroom> {
  return newsroomSchema.parse(JSON.parse(await readTextResource('sample/newsroom.json')));
}

/** One delivery's file as text (UTF-8). */
export function readDelivery(file: string): Promise<string> {
  return readTextResource(`sample/${file}`);
}
