import { PackageX } from 'lucide-react';
import type { NodeKey } from 'lexical';
import type { ReactElement } from 'react';
import type { ForeignNode as SerializedForeignNode } from '../../../../shared/document/vocabulary.ts';
import { foreignText } from '../../../../shared/document/walk.ts';
import type { DetailsOf } from '../cards/card-node.ts';
import { CardFrame } from '../cards/CardFrame.tsx';
import { useCard } from '../cards/use-card.ts';
import styles from './foreign.module.css';

interface ForeignBlockProps {
  nodeKey: NodeKey;
  details: DetailsOf<SerializedForeignNode>;
}

export function ForeignBlock({ nodeKey, details }: ForeignBlockProps): ReactElement {
  const card = useCard<SerializedForeignNode>(nodeKey);
  const { say } = card.services;
  const words = foreignText({ ...details, type: 'foreign', version: 1 });
  return (
    <CardFrame card={card} label={say('editor.foreign')} className={styles.foreign}>
      <PackageX size={18} strokeWidth={1.6} aria-hidden className={styles.icon} />
      <div className={styles.body}>
        <p className={styles.name}>
          {say(details.kind === 'wordpress-blocks' ? 'editor.foreign.wordpress' : 'editor.foreign.unknown')}
        </p>
        <p className={styles.advice}>{say('editor.foreign.advice')}</p>
        {words !== '' && <p className={styles.words}>{words}</p>}
        <details>
          <summary>{say('editor.foreign.raw')}</summary>
          <pre className={styles.raw}>{details.raw}</pre>
        </details>
      </div>
    </CardFrame>
  );
}
