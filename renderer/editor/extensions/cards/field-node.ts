import { ElementNode, stringValue, withField } from 'lexical';

/** How a property of the vocabulary is the line of a `FieldNode`. */
export const LINE_OF_FIELD = withField(stringValue(), { field: '__line' });

/** A block of copy with a line of plain text beside it that stands in a field of its own: who said it, what it is called. */
export abstract class FieldNode extends ElementNode {
  __line = '';

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__line = previous.__line;
  }

  getLine(): string {
    return this.getLatest().__line;
  }

  setLine(line: string): this {
    const self = this.getWritable();
    self.__line = line;
    return self;
  }
}
