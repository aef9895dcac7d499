import type { NodeKey } from 'lexical';
import { useState, type ReactElement } from 'react';
import type { RelatedStoryNode as SerializedRelatedStoryNode } from '../../../../shared/document/vocabulary.ts';
import { Newspaper } from '../../../ui/icons/icons.ts';
import type { DetailsOf } from '../cards/card-node.ts';
import { CardFrame } from '../cards/CardFrame.tsx';
import { CardText } from '../cards/CardText.tsx';
import { useCard } from '../cards/use-card.ts';
import { StoryPicker } from './StoryPicker.tsx';
import styles from './related-story.module.css';

interface RelatedStoryBlockProps {
  nodeKey: NodeKey;
  details: DetailsOf<SerializedRelatedStoryNode>;
}

export function RelatedStoryBlock({ nodeKey, details }: RelatedStoryBlockProps): ReactElement {
  const card = useCard<SerializedRelatedStoryNode>(nodeKey);
  const { say } = card.services;
  const [justPicked, setJustPicked] = useState(false);
  return (
    <CardFrame card={card} label={say('editor.related')} className={styles.related}>
      <Newspaper size={18} className={styles.icon} />
      <div className={styles.body}>
        <span className={styles.name}>{say('editor.related')}</span>
        {details.articleId === '' && details.url === '' ? (
          <StoryPicker
            nodeKey={nodeKey}
            services={card.services}
            onPick={(story) => {
              card.write(story);
              setJustPicked(true);
            }}
          />
        ) : (
          <CardText
            value={details.headline}
            label={say('editor.related.headline')}
            property="headline"
            typographic
            className={styles.headline}
            takesFocus={justPicked}
            onWrite={(value) => card.write({ headline: value })}
          />
        )}
        {details.url !== '' && <span className={styles.address}>{details.url}</span>}
      </div>
    </CardFrame>
  );
}
