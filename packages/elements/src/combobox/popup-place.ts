/** Where a popup goes: below its field, above where there is more room. Pixels of the viewport. */
export interface PopupPlace {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly top: number;
}

const GAP = 4;
const EDGE = 8;

/** @param wanted the height the popup would have with room enough */
export function placePopup(
  field: { readonly left: number; readonly top: number; readonly bottom: number; readonly width: number },
  view: { readonly top: number; readonly height: number },
  wanted: number,
): PopupPlace {
  const below = view.top + view.height - field.bottom - GAP - EDGE;
  const above = field.top - view.top - GAP - EDGE;
  const goesBelow = below >= wanted || below >= above;
  const height = Math.max(96, Math.min(wanted, goesBelow ? below : above));
  return { left: field.left, width: field.width, height, top: goesBelow ? field.bottom + GAP : field.top - GAP - height };
}
