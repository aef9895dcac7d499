/** How a target is set up, kind by kind. */
import { z } from 'zod';

export const folderSiteConfigurationSchema = z.object({
  kind: z.literal('folder-site'),
  /** Absolute path of the folder that holds the site; empty: `site` in the data folder. */
  folder: z.string().default(''),
});

/** A category, tag or author at a target; `id` is the target's own. */
export const targetTermSchema = z.object({ id: z.string().min(1), name: z.string() });
export type TargetTerm = z.output<typeof targetTermSchema>;

export const targetTermKindSchema = z.enum(['category', 'tag', 'author']);
export type TargetTermKind = z.output<typeof targetTermKindSchema>;

/** What of ours is which of the site's. Sections and tags that are not named are looked up by their names. */
export const termMappingSchema = z.object({
  /** Slug of one of the house's sections → category. */
  sections: z.record(z.string(), targetTermSchema).default({}),
  /** Tag as written → tag; upper and lower case are one. */
  tags: z.record(z.string(), targetTermSchema).default({}),
  /** Byline as written → user the post is filed under; upper and lower case are one. */
  authors: z.record(z.string(), targetTermSchema).default({}),
});
export type TermMapping = z.output<typeof termMappingSchema>;

/** How launched fronts are shown at a WordPress; each collection is a synced pattern there in any case. */
export const wordPressFrontsSchema = z.object({
  /** The first story of the lead is sticky. */
  sticky: z.boolean(),
  /** Id of the theme's sidebar that shows the collections beside the pages; empty: none does. */
  sidebar: z.string().max(200),
  /** The front as a JSON feed on a page of its own. */
  feed: z.boolean(),
});
export type WordPressFronts = z.output<typeof wordPressFrontsSchema>;

export const wordPressConfigurationSchema = z.object({
  kind: z.literal('wordpress'),
  siteUrl: z.string().min(1),
  user: z.string().min(1),
  mapping: termMappingSchema.optional(),
  /** Left out: launched fronts do not go there. */
  fronts: wordPressFrontsSchema.optional(),
});

/** How launched fronts are shown at a Ghost; each is a page there in any case. */
export const ghostFrontsSchema = z.object({
  /** The first story of the lead is featured. */
  featured: z.boolean(),
});
export type GhostFronts = z.output<typeof ghostFrontsSchema>;

export const ghostConfigurationSchema = z.object({
  kind: z.literal('ghost'),
  /** The address Ghost shows beside its Admin API key. */
  siteUrl: z.string().min(1),
  mapping: termMappingSchema.optional(),
  /** Left out: launched fronts do not go there. */
  fronts: ghostFrontsSchema.optional(),
});

/** In what a partner wants copy; see electron/core/publishing/formats. */
export const partnerFormatSchema = z.enum(['ninjs-3', 'ninjs-2', 'newsml-g2', 'rss', 'atom', 'json-feed']);
export type PartnerFormat = z.output<typeof partnerFormatSchema>;

/** A folder at an SFTP server. */
const sftpPlaceSchema = z.object({
  host: z.string().min(1),
  port: z.int().min(1).max(65_535).default(22),
  user: z.string().min(1),
  /** Empty: where one lands after signing in. */
  folder: z.string().default(''),
  /** Fingerprint the server must show (`SHA256:…`); empty: the one it showed at the first visit. */
  hostKey: z.string().default(''),
});
export type SftpPlace = z.output<typeof sftpPlaceSchema>;

/** How copy reaches a partner. */
export const partnerDeliverySchema = z.discriminatedUnion('way', [
  /** Absolute path of a folder that both see. */
  z.object({ way: z.literal('folder'), folder: z.string().min(1) }),
  z.object({
    way: z.literal('http'),
    /** With PUT the name of each file is added to it; with POST every file goes to it. */
    address: z.string().min(1),
    method: z.enum(['PUT', 'POST']),
    /** Empty: the secret is a Bearer token. */
    user: z.string().default(''),
  }),
  sftpPlaceSchema.extend({ way: z.literal('sftp') }),
]);
export type PartnerDelivery = z.output<typeof partnerDeliverySchema>;

export const partnerConfigurationSchema = z.object({
  kind: z.literal('partner'),
  format: partnerFormatSchema,
  delivery: partnerDeliverySchema,
  /** BCP 47. */
  language: z
    .string()
    .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/)
    .default('id'),
  copyrightNotice: z.string().max(500).default(''),
  usageTerms: z.string().max(2000).default(''),
  /** Where the partner finds the files that are delivered; empty: pictures do not go along. */
  picturesAddress: z.string().max(2000).default(''),
});
export type PartnerConfiguration = z.output<typeof partnerConfigurationSchema>;

export const sftpSiteConfigurationSchema = sftpPlaceSchema.extend({
  kind: z.literal('sftp-site'),
  /** Where readers find it; empty: the house's own address. */
  publicUrl: z.string().default(''),
});
export type SftpSiteConfiguration = z.output<typeof sftpSiteConfigurationSchema>;

export const targetConfigurationSchema = z.discriminatedUnion('kind', [
  folderSiteConfigurationSchema,
  wordPressConfigurationSchema,
  ghostConfigurationSchema,
  partnerConfigurationSchema,
  sftpSiteConfigurationSchema,
]);
export type GhostConfiguration = z.output<typeof ghostConfigurationSchema>;
export type FolderSiteConfiguration = z.output<typeof folderSiteConfigurationSchema>;
export type WordPressConfiguration = z.output<typeof wordPressConfigurationSchema>;
export type TargetConfiguration = z.output<typeof targetConfigurationSchema>;
