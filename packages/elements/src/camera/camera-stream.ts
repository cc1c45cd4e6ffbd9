/** Why the camera gives no picture: also for a page without `https:`, where browsers hide it. */
export type CameraFault = 'cameraDenied' | 'cameraMissing' | 'cameraBusy' | 'cameraInsecure';

/** Front camera for a face, back camera for papers. */
export type Facing = 'user' | 'environment';

/** What is asked of a camera beside its place; it gives the nearest it has. */
export type CameraSize = Readonly<Record<'width' | 'height', number>>;

/** Why this page cannot ask for a camera at all. */
export function noCamera(): CameraFault | undefined {
  if ((navigator as Partial<Navigator>).mediaDevices) return undefined;
  return isSecureContext ? 'cameraMissing' : 'cameraInsecure';
}

/** A camera's stream without sound, or why there is none. The browser asks the person first, where they have not decided yet. */
export async function openStream(which: MediaTrackConstraints, { width, height }: CameraSize): Promise<MediaStream | CameraFault> {
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { ...which, width: { ideal: width }, height: { ideal: height } }, audio: false });
  } catch (cause) {
    const { name } = cause as DOMException;
    if (name === 'NotAllowedError' || name === 'SecurityError') return 'cameraDenied';
    return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'cameraMissing' : 'cameraBusy';
  }
}

/** Ends the stream, so that the camera's lamp goes out. */
export function stopStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** The camera to turn to from this one: the one on the other side of a phone, else the next of those that are plugged in. Nothing where there is one only. */
export async function otherCamera([track]: readonly MediaStreamTrack[]): Promise<MediaTrackConstraints | undefined> {
  const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput');
  if (!track || cameras.length < 2) return undefined;
  const { facingMode, deviceId } = track.getSettings();
  if (facingMode) return { facingMode: facingMode === 'user' ? 'environment' : 'user' };
  const at = cameras.findIndex((camera) => camera.deviceId === deviceId);
  return { deviceId: { exact: cameras[(at + 1) % cameras.length]!.deviceId } };
}
