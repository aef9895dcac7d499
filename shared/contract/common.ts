/** Shapes that several slices of the contract share. */
import { z } from 'zod';

/** An instant as ISO 8601 with an offset (`2018-04-27T22:10:00+07:00`). */
export const instantSchema = z.iso.datetime({ offset: true });

/** Row ids of wire stories and versions: whole numbers in arrival order. */
export const rowIdSchema = z.int().positive();

/** Ids made by us for what people create: UUIDs. */
export const idSchema = z.uuid();

/** SHA-256 of a picture's bytes, in hex. */
export const mediaIdSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const articleStateSchema = z.enum(['draft', 'submitted', 'ready', 'published']);
export type ArticleState = z.output<typeof articleStateSchema>;

/** Readers' comments as WordPress has them: held for moderation, shown to readers, spam, in the trash. */
export const commentStatusSchema = z.enum(['hold', 'approved', 'spam', 'trash']);
export type CommentStatus = z.output<typeof commentStatusSchema>;

/** What a person of the house does; shared/domain/permission.ts says what each may. */
export const roleSchema = z.enum(['editor', 'copy-desk', 'publisher', 'administrator']);
export type Role = z.output<typeof roleSchema>;

export const pubStatusSchema = z.enum(['usable', 'withheld', 'canceled', 'unknown']);
export type PubStatus = z.output<typeof pubStatusSchema>;
