import type { NodeKey } from 'lexical';
import type { ReactElement } from 'react';
import { CardFrame } from '../cards/CardFrame.tsx';
import { useCard } from '../cards/use-card.ts';
import styles from './read-more.module.css';

export function ReadMoreBlock({ nodeKey }: { nodeKey: NodeKey }): ReactElement {
  const card = useCard(nodeKey);
  const label = card.services.say('editor.readmore');
  return (
    <CardFrame card={card} label={label} className={styles.divider}>
      <span className={styles.words}>{label}</span>
    </CardFrame>
  );
}
