import { useEffect, useRef, useState } from 'react';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import type { EditorServices } from '../../../editor/services.ts';
import { useTranslate } from '../../../i18n.ts';
import { PictureRightsLine } from '../rights/PictureRightsLine.tsx';
import { useAutotext } from './use-autotext.ts';
import { useDraftDesk } from './use-draft-desk.ts';

/** What the editor needs of the core and the language. One value for as long as the screen stands. */
export function useEditorServices(): EditorServices {
  const { client } = useCore();
  const translate = useTranslate();
  const latest = useRef(translate);
  const autotext = useAutotext();
  const desk = useDraftDesk();
  useEffect(() => {
    latest.current = translate;
  }, [translate]);
  const [services] = useState<EditorServices>(() => ({
    addPicture: (file) => client.media.add({ file, name: file.name }),
    fetchPicture: (url) => client.media.fetch({ url }),
    async searchStories(query) {
      const { rows } = await client.articles.list({ filter: { query }, limit: 6 });
      return rows.map(({ articleId, headline }) => ({ articleId, headline }));
    },
    async makePlain(targetId, raw) {
      const { blocks, lost } = await client.publishing.posts.makePlain({ targetId, raw });
      return { blocks, lost: lost.map((one) => latest.current(`editor.foreign.lost.${one}`)) };
    },
    PictureRights: PictureRightsLine,
    pictureAddress: (mediaId) => `/media/${mediaId}`,
    autotext: () => autotext.current(),
    language() {
      const state = desk.state.get();
      return state.kind === 'open' ? state.draft.fields.get().language : 'id';
    },
    explain(error) {
      const { key, parameters } = errorMessage(error);
      return latest.current(key, parameters);
    },
    say: (key, parameters) => latest.current(key, parameters),
  }));
  return services;
}
