import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import type { NodeKey } from 'lexical';
import { useState, type ReactElement } from 'react';
import type { ForeignNode as SerializedForeignNode } from '../../../../shared/document/vocabulary.ts';
import { foreignText } from '../../../../shared/document/walk.ts';
import { Button } from '../../../ui/Button.tsx';
import { PackageX, Pilcrow } from '../../../ui/icons/icons.ts';
import type { DetailsOf } from '../cards/card-node.ts';
import { CardFrame } from '../cards/CardFrame.tsx';
import { useCard } from '../cards/use-card.ts';
import { makePlain } from './make-plain.ts';
import styles from './foreign.module.css';

/** Kinds that a site gave us, which can be made plain: what each is called. */
const NAMES: Readonly<Record<string, 'editor.foreign.wordpress' | 'editor.foreign.ghost'>> = {
  'wordpress-blocks': 'editor.foreign.wordpress',
  'ghost-lexical': 'editor.foreign.ghost',
};

interface ForeignBlockProps {
  nodeKey: NodeKey;
  details: DetailsOf<SerializedForeignNode>;
}

export function ForeignBlock({ nodeKey, details }: ForeignBlockProps): ReactElement {
  const card = useCard<SerializedForeignNode>(nodeKey);
  const [editor] = useLexicalComposerContext();
  const [busy, setBusy] = useState(false);
  const { say } = card.services;
  const words = foreignText({ ...details, type: 'foreign', version: 1 });
  return (
    <CardFrame card={card} label={say('editor.foreign')} className={styles.foreign}>
      <PackageX size={18} className={styles.icon} />
      <div className={styles.body}>
        <p className={styles.name}>{say(NAMES[details.kind] ?? 'editor.foreign.unknown')}</p>
        <p className={styles.advice}>{say('editor.foreign.advice')}</p>
        {words !== '' && <p className={styles.words}>{words}</p>}
        {details.kind in NAMES && (
          <Button
            size="small"
            icon={Pilcrow}
            className={styles.plain ?? ''}
            busy={busy}
            title={say('editor.foreign.plain.title')}
            onClick={() => {
              setBusy(true);
              void makePlain(editor, nodeKey, details, card.services).finally(() => setBusy(false));
            }}
          >
            {say('editor.foreign.plain')}
          </Button>
        )}
        <details>
          <summary>{say('editor.foreign.raw')}</summary>
          <pre className={styles.raw}>{details.raw}</pre>
        </details>
      </div>
    </CardFrame>
  );
}
