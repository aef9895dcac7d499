import { defineExtension, safeCast } from 'lexical';
import type { EditorServices } from '../../services.ts';

const NO_SERVICES: EditorServices = {
  addPicture: () => Promise.reject(new Error('no picture store')),
  fetchPicture: () => Promise.reject(new Error('no picture store')),
  PictureRights: () => null,
  pictureAddress: () => '',
  searchStories: () => Promise.resolve([]),
  makePlain: () => Promise.reject(new Error('nothing that converts')),
  autotext: () => ({
    entries: [],
    values: { kota: '', hari: '', tanggal: '', jam: '', penulis: '', outlet: '' },
  }),
  language: () => 'id',
  explain: String,
  say: (key) => key,
};

/** Hands the services of the surroundings to the other extensions. Without configuration (tests) there are none. */
export const ServicesExtension = defineExtension({
  name: 'redaksi/services',
  config: safeCast<{ services: EditorServices }>({ services: NO_SERVICES }),
  build: (_editor, config) => config.services,
});
