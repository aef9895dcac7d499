/** An event whose default can be prevented, as Electron hands it to listeners. */
export class FakeEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
