/** Why the camera gives no picture. */
export type CameraFault = 'cameraDenied' | 'cameraMissing' | 'cameraBusy';

/** The camera's stream in the best size a QR code or a paper needs, without sound; or why there is none. */
export async function openStream(facingMode: 'user' | 'environment'): Promise<MediaStream | CameraFault> {
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { facingMode, width: { ideal: 1920 }, height: { ideal: 1080 } }, audio: false });
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
