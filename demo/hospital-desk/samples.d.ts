/** A payload to try the desk with. */
export interface Sample {
  readonly name: string;
  readonly what: string;
  readonly text: string;
}
export declare function samplesOn(today: string): readonly Sample[];
