import type { PhotographState } from '@bhxh-kit/domain';
import { KitEvent } from '../foundation/kit-event.js';

/** `change`: a person took, replaced or removed the photograph. The element's `value` is it already. */
export class PhotoChangeEvent extends KitEvent {
  constructor(readonly photo: Blob | undefined) {
    super('change');
  }
}

/** `upload`: where the photograph stands at the gateway. `state` is undefined once it was removed. */
export class PhotoUploadEvent extends KitEvent {
  constructor(readonly state: PhotographState | undefined) {
    super('upload');
  }
}

/** Events of `<bhxh-photo-field>` by name. */
export interface PhotoFieldEventMap extends Omit<HTMLElementEventMap, 'change'> {
  change: PhotoChangeEvent;
  upload: PhotoUploadEvent;
}
