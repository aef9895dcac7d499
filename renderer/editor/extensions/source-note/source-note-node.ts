import {
  $applyNodeReplacement,
  $getDocument,
  ElementNode,
  type DOMExportOutput,
  type EditorConfig,
  type ParagraphNode,
  type RangeSelection,
} from 'lexical';
import { $becomeParagraph, $paragraphAfter } from '../cards/words-block.ts';

/** Where facts or figures are from: a line of copy, set small. */
export class SourceNoteNode extends ElementNode {
  override $config() {
    return this.config('sourcenote', { extends: ElementNode });
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const line = $getDocument().createElement('p');
    line.className = config.theme['sourcenote'] as string;
    return line;
  }

  override updateDOM(): false {
    return false;
  }

  /** For the clipboard: as the page has it. */
  override exportDOM(): DOMExportOutput {
    const line = $getDocument().createElement('p');
    line.className = 'source-note';
    return { element: line };
  }

  override insertNewAfter(_selection: RangeSelection, restoreSelection?: boolean): ParagraphNode {
    return $paragraphAfter(this, restoreSelection);
  }

  override collapseAtStart(): true {
    return $becomeParagraph(this);
  }

  override canMergeWhenEmpty(): true {
    return true;
  }
}

export function $createSourceNoteNode(): SourceNoteNode {
  return $applyNodeReplacement(new SourceNoteNode());
}
