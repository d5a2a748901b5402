export { TransmissionError, type TransmissionErrorCode } from './errors.ts';
export { createTransmitSide, type TransmitSide, type TransmitStreams } from './transmit-side.ts';
