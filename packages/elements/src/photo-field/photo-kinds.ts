import type { PhotographKind } from '@bhxh-kit/domain';

/** How a kind of photograph is framed and how large it becomes; sizes in pixels. */
export interface PhotoFrame {
  /** Width to height; undefined keeps the picture's own shape. */
  readonly aspect?: number;
  /** The long edge of the result. */
  readonly longEdge: number;
  /** A cut whose short edge is below this is refused: nobody could recognise what is on it. */
  readonly shortEdgeMin: number;
  /** A paper, whose white is not too bright. */
  readonly onPaper: boolean;
}

/** Portrait 4×6 cm at 300 dpi is 472 × 709; an ID-1 card (85.6 × 54 mm) at 400 dpi 1348 × 850; an A4 certificate at 180 dpi 2105 on its long edge. */
export const PHOTO_FRAMES: Readonly<Record<PhotographKind, PhotoFrame>> = {
  portrait: { aspect: 2 / 3, longEdge: 709, shortEdgeMin: 200, onPaper: false },
  'identity-front': { aspect: 85.6 / 54, longEdge: 1348, shortEdgeMin: 320, onPaper: true },
  'identity-back': { aspect: 85.6 / 54, longEdge: 1348, shortEdgeMin: 320, onPaper: true },
  'birth-certificate': { longEdge: 2105, shortEdgeMin: 600, onPaper: true },
};

/** What a result may weigh: a minute on a very slow line. */
export const PHOTO_BYTES_MAX = 600_000;
