export { TransmissionError, type TransmissionErrorCode } from './errors.ts';
export { createTransmitSide, type TransmitSide } from './transmit-side.ts';
