import type { ReactElement } from 'react';
import { commandCaps } from '../../../commands.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { useTranslate } from '../../../i18n.ts';
import { setQuiet } from '../../../quiet-mode.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Minimize2 } from '../../../ui/icons/icons.ts';
import { Counts } from '../counts/Counts.tsx';
import type { Draft } from '../drafts/draft-desk.ts';
import { Outline } from '../outline/Outline.tsx';
import { SaveStatus } from './SaveStatus.tsx';
import styles from './composer.module.css';

/** What stays while one writes in quiet: whether it is saved, how long it is, and the way back. */
export function QuietBar({ draft, editor }: { draft: Draft; editor: EditorHandle | null }): ReactElement {
  const translate = useTranslate();
  return (
    <header className={styles.quietBar}>
      <SaveStatus draft={draft} />
      <Counts draft={draft} editor={editor} />
      <span className={styles.spring} />
      <Outline editor={editor} />
      <IconButton
        icon={Minimize2}
        label={translate('quiet.leave')}
        caps={commandCaps('article.quiet')}
        onClick={() => setQuiet(false)}
      />
    </header>
  );
}
