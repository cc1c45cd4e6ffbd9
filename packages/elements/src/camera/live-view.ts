import { type CameraFault, type CameraSize, type Facing, openStream, otherCamera, stopStream } from './camera-stream.js';

/** A camera in a video; another one can take its place. It is off after `end`, whatever was under way. */
export class LiveView {
  /** Fulfilled when the camera is taken away: unplugged, or by another app. */
  readonly lost: Promise<CameraFault>;
  #lose: (fault: CameraFault) => void = () => undefined;
  #stream: MediaStream | undefined;
  #which: MediaTrackConstraints;
  #over = false;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly facing: Facing,
    private readonly size: CameraSize,
  ) {
    this.lost = new Promise((resolve) => (this.#lose = resolve));
    this.#which = { facingMode: facing };
  }

  get isOver(): boolean {
    return this.#over;
  }

  /** Answers why there is no picture; nothing once it moves. */
  open(): Promise<CameraFault | undefined> {
    return this.#show(this.#which);
  }

  /** The camera to turn to, where there is another one. */
  async other(): Promise<MediaTrackConstraints | undefined> {
    // A browser that does not tell its cameras has no other to offer.
    return this.#stream && otherCamera(this.#stream.getVideoTracks()).catch(() => undefined);
  }

  /** Turns to another camera; answers whether it shows its picture, else the one before does. Most phones cannot have two open at once. */
  async turn(which: MediaTrackConstraints): Promise<boolean> {
    const before = this.#which;
    this.#stop();
    if (!(await this.#show(which))) return true;
    const fault = await this.#show(before);
    if (fault) this.#lose(fault);
    return false;
  }

  end(): void {
    this.#over = true;
    this.#stop();
    this.video.srcObject = null;
  }

  async #show(which: MediaTrackConstraints): Promise<CameraFault | undefined> {
    const opened = await openStream(which, this.size);
    if (typeof opened === 'string') return opened;
    // A permission given after the dialog was closed must not leave the camera on.
    if (this.#over) {
      stopStream(opened);
      return undefined;
    }
    this.#stream = opened;
    this.#which = which;
    const [track] = opened.getTracks();
    track?.addEventListener?.('ended', () => this.#stream === opened && this.#lose('cameraBusy'));
    this.video.srcObject = opened;
    // People know their face from the mirror, and move the wrong way otherwise. Cameras of a desk do not tell which way they look.
    const looks = track?.getSettings?.().facingMode ?? this.facing;
    this.video.classList.toggle('mirror', looks === 'user');
    return this.video.play().then(
      () => undefined,
      () => 'cameraBusy',
    );
  }

  #stop(): void {
    if (this.#stream) stopStream(this.#stream);
    this.#stream = undefined;
  }
}
