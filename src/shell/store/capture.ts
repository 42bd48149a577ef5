/** A request to keep bytes: the bytes, and everything about them that is not in them. */
import type { Capture } from '../../journey/7-record/capture.ts';

export type CaptureRequest = Omit<Capture, 'sha256' | 'length'> & { bytes: Uint8Array };
