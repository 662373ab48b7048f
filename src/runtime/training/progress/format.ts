import type { Values } from '../step.js'
import type { EpochEnd } from '../watcher.js'

/** Four digits that count: 0.1234, 12.35, 0.00001234. */
export function formatValue(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  if (value !== 0 && Math.abs(value) < 1e-3) return value.toExponential(2)
  return Math.abs(value) < 1 ? value.toFixed(4) : value.toPrecision(4)
}

/** `loss 0.1234  accuracy 0.9876`. */
export function formatValues(values: Values): string {
  return Object.entries(values)
    .map(([key, value]) => `${key} ${formatValue(value)}`)
    .join('  ')
}

/** `9 s`, `2:05`, `1:02:03`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  const two = (value: number): string => String(value).padStart(2, '0')
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** Samples a second: whole, three digits below 10. */
export function formatSpeed(samples: number, seconds: number): string {
  if (seconds <= 0) return '…'
  const speed = samples / seconds
  return speed < 10 ? speed.toPrecision(2) : Math.round(speed).toLocaleString('en')
}

/** `epoch 1/10  12 s  1,027 samples/s  loss 0.1234  accuracy 0.9876  val_loss …`. */
export function formatEpoch({ epoch, epochs, samples, seconds, values }: EpochEnd): string {
  const head = `epoch ${String(epoch).padStart(String(epochs).length)}/${epochs}`
  const time = seconds < 10 ? `${seconds.toFixed(1)} s` : formatSeconds(seconds)
  return `${head}  ${time}  ${formatSpeed(samples, seconds)} samples/s  ${formatValues(values)}`
}
