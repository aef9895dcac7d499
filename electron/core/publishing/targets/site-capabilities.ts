import type { TargetCapabilities } from '../../../../shared/contract/publishing.ts';

/** Of a site whose pages are all Redaksi's own, in a folder nobody signs in at. */
export const siteCapabilities: TargetCapabilities = {
  update: true,
  unpublish: true,
  schedule: false,
  remove: false,
  read: false,
  mapping: false,
  preview: true,
  front: true,
  pictures: true,
  comments: false,
  posts: false,
  inspect: false,
  needsSecret: false,
};
